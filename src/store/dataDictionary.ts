import type { Db } from './db.js';
import { TABLES } from './tables.js';

interface ColumnRow {
  readonly table_name: string;
  readonly column_name: string;
  readonly type: string;
  readonly required: boolean;
  readonly meaning: string | null;
}

interface ConstraintRow {
  readonly table_name: string;
  readonly definition: string;
}

const LONGEST_EXAMPLE = 60;
/** Steps of the schema are in the store as well, but not among the tables that are loaded and copied. */
const DOCUMENTED = [
  ...TABLES,
  { name: 'schema_migrations', part: 'books' as const, key: ['name'] },
];

const PARTS = [
  [
    'catalogue',
    'Catalogue',
    'Who made what. Grown from all sources; each value from the most trusted one.',
  ],
  ['observations', 'Observations', 'What a source saw on a day. Never averaged across sources.'],
  ['books', 'Books', 'What was read, what became of it, and where each value comes from.'],
] as const;

function readColumns(db: Db): Promise<ColumnRow[]> {
  return db.query<ColumnRow>(
    `SELECT c.relname AS table_name, a.attname AS column_name, format_type(a.atttypid, a.atttypmod) AS type,
       a.attnotnull AS required, col_description(c.oid, a.attnum) AS meaning
     FROM pg_attribute a
     JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relkind = 'r' AND c.relnamespace = CAST(current_schema() AS regnamespace)
       AND a.attnum > 0 AND NOT a.attisdropped
     ORDER BY c.relname, a.attnum`,
  );
}

async function readTableMeanings(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query<{ table_name: string; meaning: string | null }>(
    `SELECT relname AS table_name, obj_description(oid, 'pg_class') AS meaning FROM pg_class
     WHERE relkind = 'r' AND relnamespace = CAST(current_schema() AS regnamespace) ORDER BY relname`,
  );
  return new Map(rows.map(({ table_name: table, meaning }) => [table, meaning ?? '']));
}

/** Keys, references and checks, in a fixed order; "not null" stands with the columns. */
function readConstraints(db: Db): Promise<ConstraintRow[]> {
  return db.query<ConstraintRow>(
    `SELECT c.relname AS table_name, pg_get_constraintdef(k.oid, true) AS definition
     FROM pg_constraint k
     JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.contype IN ('p', 'u', 'f', 'c') AND c.relnamespace = CAST(current_schema() AS regnamespace)
     ORDER BY c.relname, array_position(ARRAY['p', 'u', 'f', 'c'], CAST(k.contype AS text)), 2`,
  );
}

/** A value of each column: the first that is not null, in the order of the table's key. */
async function readExamples(
  db: Db,
  table: string,
  key: readonly string[],
  columns: readonly ColumnRow[],
): Promise<ReadonlyMap<string, string>> {
  const order = key.map((column) => `${column} NULLS LAST`).join(', ');
  const picks = columns
    // The time of a load is another one each time; it would make the document change without reason.
    .filter(({ type }) => !type.startsWith('timestamp'))
    .map(
      ({ column_name: column }) =>
        `(SELECT CAST(${column} AS text) FROM ${table} WHERE ${column} IS NOT NULL ORDER BY ${order} LIMIT 1) AS ${column}`,
    );
  const [row] = await db.query<Record<string, string | null>>(`SELECT ${picks.join(', ')}`);
  return new Map(
    Object.entries(row ?? {}).flatMap(([column, value]) =>
      value === null ? [] : [[column, value]],
    ),
  );
}

/** Text as a cell of a Markdown table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function exampleCell(example: string | undefined, type: string): string {
  if (type.startsWith('timestamp')) return '`YYYY-MM-DDTHH:MM:SS.sssZ`';
  if (example === undefined) return '–';
  const points = Array.from(example.replaceAll('`', "'"));
  const shown =
    points.length > LONGEST_EXAMPLE
      ? `${points.slice(0, LONGEST_EXAMPLE).join('')}…`
      : points.join('');
  return shown.trim() === '' ? '–' : `\`${cell(shown)}\``;
}

function columnLine(column: ColumnRow, examples: ReadonlyMap<string, string>): string {
  const { column_name: name, type, required, meaning } = column;
  const cells = [
    `\`${name}\``,
    type,
    required ? 'required' : '',
    cell(meaning ?? ''),
    exampleCell(examples.get(name), type),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Casts of constants are the database's own spelling; they tell a reader nothing. */
function ruleLine({ definition }: ConstraintRow): string {
  return `- \`${definition.replaceAll(/::(text|date)\b/g, '')}\``;
}

/**
 * The data dictionary of a store as Markdown: every table and column with its meaning, unit, source, type and rules,
 * read from the database's own catalogue, and an example of each column from the data in it. The same data give the
 * same text.
 *
 * @param db a store with data, for example the built-in sample
 */
export async function dataDictionary(db: Db): Promise<string> {
  const columns = await readColumns(db);
  const meanings = await readTableMeanings(db);
  const constraints = await readConstraints(db);
  const lines = [
    '# Data dictionary',
    '',
    "Made from the comments of the store's schema (`src/store/migrations`), with examples from the built-in synthetic",
    'sample. Do not edit it; change the comments and run `liner docs`.',
  ];
  for (const [part, title, about] of PARTS) {
    lines.push('', `## ${title}`, '', about);
    for (const { name, key } of DOCUMENTED.filter((table) => table.part === part)) {
      const own = columns.filter((column) => column.table_name === name);
      const examples = await readExamples(db, name, key, own);
      const rules = constraints.filter((constraint) => constraint.table_name === name);
      lines.push('', `### ${name}`, '', meanings.get(name) ?? '', '');
      lines.push('| column | type | | meaning | example |', '| --- | --- | --- | --- | --- |');
      lines.push(...own.map((column) => columnLine(column, examples)));
      lines.push('', 'Rules:', '', ...rules.map(ruleLine));
    }
  }
  return `${lines.join('\n')}\n`;
}
