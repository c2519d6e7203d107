/** Whether a column may hold several artists parted by ", " — as its plural name says — or one per cell. */
export type NameForm = 'single' | 'commas';

const LIST = /^\[\s*(?:(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*(?:,\s*(?!\])|(?=\])))*\s*\]$/su;
const QUOTED = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gsu;

/**
 * Splits a cell that may hold several names.
 *
 * - `['A', "B's"]` and `["A"]`, as Python and JSON write lists: their items. Anything else in square brackets
 *   is a name (a band is called "[:SITD:]").
 * - `A;B`: at every semicolon.
 * - `A, B`, in the form `commas` only: at a comma and a space, unless the next part begins with "the " ("Tyler,
 *   The Creator") or the last part has " & " or " and " in it ("Earth, Wind & Fire", "Peter, Paul and Mary").
 *
 * Empty parts fall away and repeated ones stand once, in the order given.
 *
 * @example
 * splitNames("['Kei', 'Bo']", 'single');            // ['Kei', 'Bo']
 * splitNames('Kei, Bo, The Third', 'commas');       // ['Kei', 'Bo, The Third']
 */
export function splitNames(cell: string, form: NameForm): readonly string[] {
  const text = cell.trim();
  const parts = text.startsWith('[') && LIST.test(text) ? listItems(text) : splitPlain(text, form);
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}

/** Whether a cell is a list in square brackets. */
export function isListCell(cell: string): boolean {
  const text = cell.trim();
  return text.startsWith('[') && LIST.test(text);
}

function listItems(text: string): string[] {
  return Array.from(text.matchAll(QUOTED), ([, single, double]) =>
    unescape(single ?? double ?? ''),
  );
}

function unescape(text: string): string {
  return text
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\x([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\(.)/gsu, '$1');
}

function splitPlain(text: string, form: NameForm): string[] {
  const groups = text.split(';');
  return form === 'single' ? groups : groups.flatMap(splitAtCommas);
}

function splitAtCommas(group: string): string[] {
  const parts = group.split(', ');
  const last = parts.at(-1) ?? '';
  if (/ (?:&|and) /iu.test(last)) return [group];
  return parts.reduce<string[]>((names, part) => {
    const previous = names.at(-1);
    const belongs = previous !== undefined && /^the /iu.test(part);
    return belongs ? [...names.slice(0, -1), `${previous}, ${part}`] : [...names, part];
  }, []);
}
