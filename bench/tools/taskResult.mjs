const MARK = 'result: ';

/** Gives a task's result to the process that started it: the last line of its output. */
export function printResult(result) {
  console.log(MARK + JSON.stringify(result));
}

/** The result that a task printed; null where there is none. */
export function readResult(output) {
  const line = output
    .split('\n')
    .filter((one) => one.startsWith(MARK))
    .at(-1);
  return line === undefined ? null : JSON.parse(line.slice(MARK.length));
}
