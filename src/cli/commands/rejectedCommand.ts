import { openUserStore } from '../../pipeline/datasetStore.js';
import { deadLetters, type DeadLetter } from '../../store/queries/deadLetters.js';
import type { CommandContext, CommandDefinition, ExitCode } from '../command.js';
import { visibleText } from '../visibleText.js';

const HELP = `
Examples:
  liner rejected             one line each: source, file and line, field, reason, value
  liner rejected --json      for machines`;

/** `liner rejected`: the records that could not become data, and why. */
export const rejectedCommand: CommandDefinition = {
  name: 'rejected',
  register(program, run) {
    program
      .command('rejected')
      .description('list what was refused while loading: source, line or key, field, reason, value')
      .addHelpText('after', HELP)
      .action(run((context) => rejected(context)));
  },
};

async function rejected({ config, terminal }: CommandContext): Promise<ExitCode> {
  const db = await openUserStore(config);
  try {
    const letters = await deadLetters(db);
    if (terminal.options.json) terminal.json(letters);
    else if (letters.length === 0) terminal.result('Nothing was rejected.');
    else for (const letter of letters) terminal.result(describe(letter));
    return 0;
  } finally {
    await db.close();
  }
}

function describe({ source, origin, line, key, field, reason, value }: DeadLetter): string {
  const where = `${visibleText(source, 40)} ${visibleText(origin, 60)}:${line}`;
  return `${where} (${visibleText(key, 60)}) ${field}: ${visibleText(reason, 200)}, got "${visibleText(value)}"`;
}
