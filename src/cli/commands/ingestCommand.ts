import { resolve } from 'node:path';
import type { LedgerEntry } from '../../domain/record.js';
import { ingestInputs, type IngestedInput } from '../../pipeline/ingestInputs.js';
import { openUserStore } from '../../pipeline/datasetStore.js';
import { publicInputs } from '../../pipeline/openDataset.js';
import { openInputs } from '../../sources/index.js';
import { parseMapOption } from '../../sources/trackTable/parseMapOption.js';
import type { OpenOptions } from '../../sources/fileSource.js';
import type { MappingReport } from '../../sources/trackTable/mappingReport.js';
import type { Input } from '../../sources/source.js';
import type { CommandContext, CommandDefinition, ExitCode } from '../command.js';
import { showProgress } from '../showProgress.js';
import { textTable } from '../textTable.js';
import { visibleText } from '../visibleText.js';
import { isoDate } from './reportOptions.js';

interface Options {
  readonly map?: string;
  readonly asOf?: string;
  readonly dryRun?: boolean;
  readonly latin1?: boolean;
}

const HELP = `
Examples:
  liner ingest                                   all public datasets that are at hand
  liner ingest my-tracks.csv --dry-run           show the recognised columns and units, load nothing
  liner ingest my-tracks.csv --map title=Song,artists=Singer --as-of 2024-06-30
  liner ingest exports/ more.tsv.gz              folders and compressed files

The ledger adds up for each source and kind: read = loaded + updated + unchanged + duplicate + rejected.
\`liner rejected\` shows what was refused, and why.

Exit codes: 0 loaded · 1 a file of which every record was rejected · 2 usage · 3 a file that cannot be read`;

/** `liner ingest`: load files into the store. */
export const ingestCommand: CommandDefinition = {
  name: 'ingest',
  register(program, run) {
    program
      .command('ingest [paths...]')
      .description(
        'load files or folders into the store; the kind is recognised from the content, not the name',
      )
      .option('--map <field=column,…>', 'name columns of a table of tracks by hand')
      .option('--as-of <date>', 'the day that a table of tracks speaks of', isoDate)
      .option('--latin1', 'read files that are not UTF-8 as ISO-8859-1 instead of refusing them')
      .option('--dry-run', 'show what was recognised and load nothing')
      .addHelpText('after', HELP)
      .action(run((context, paths: string[], options: Options) => ingest(context, paths, options)));
  },
};

async function ingest(
  context: CommandContext,
  paths: string[],
  options: Options,
): Promise<ExitCode> {
  const { config, terminal } = context;
  const inputs =
    paths.length === 0
      ? await publicInputs(config)
      : await openInputs(
          paths.map((path) => resolve(config.root, path)),
          openOptions(options),
        );
  if (!terminal.options.json || options.dryRun === true) describeInputs(context, inputs);
  if (options.dryRun === true) return 0;
  const done = await loadAll(context, inputs);
  if (terminal.options.json) terminal.json(done.map(asJson));
  else tellLedger(context, done);
  return refusedWhole(context, done);
}

/** An input of which nothing could be used is a finding, not a success. */
function refusedWhole({ terminal }: CommandContext, done: readonly IngestedInput[]): ExitCode {
  const refused = done.filter(
    ({ ledger }) => ledger.length > 0 && ledger.every(({ read, rejected }) => rejected === read),
  );
  for (const { input } of refused) {
    terminal.error(`liner: every record of ${visibleText(input.origin)} was rejected`);
  }
  return refused.length > 0 ? 1 : 0;
}

function openOptions(options: Options): OpenOptions {
  return {
    ...(options.map === undefined ? {} : { map: parseMapOption(options.map) }),
    ...(options.asOf === undefined ? {} : { observedAt: options.asOf }),
    ...(options.latin1 === true ? { encoding: 'iso-8859-1' as const } : {}),
  };
}

async function loadAll(
  context: CommandContext,
  inputs: readonly Input[],
): Promise<readonly IngestedInput[]> {
  const db = await openUserStore(context.config);
  const progress = showProgress(context.terminal);
  try {
    return await ingestInputs(db, inputs, {
      now: () => context.now(),
      onProgress: (input, records) => {
        progress.onIngest(input, records);
      },
    });
  } finally {
    progress.stop();
    await db.close();
  }
}

function describeInputs({ terminal }: CommandContext, inputs: readonly Input[]): void {
  if (terminal.options.json) {
    terminal.json(
      inputs.map(({ source, origin, mapping, notes }) => ({
        source: source.id,
        origin,
        mapping,
        notes,
      })),
    );
    return;
  }
  for (const { source, origin, mapping, notes } of inputs) {
    terminal.result(`${visibleText(origin)}: ${visibleText(source.title)}`);
    if (mapping) for (const line of mappingLines(mapping)) terminal.result(`  ${line}`);
    for (const note of notes ?? []) terminal.note(`  note: ${visibleText(note, 400)}`);
  }
}

function mappingLines(mapping: MappingReport): string[] {
  const ignored = mapping.ignored.map((column) => visibleText(column, 40)).join(', ');
  return [
    ...mapping.columns.map(
      ({ column, field, by }) =>
        `${visibleText(column, 40)} → ${field}${by === 'option' ? ' (--map)' : ''}`,
    ),
    ...mapping.units.map(
      ({ column, unit, evidence }) => `${visibleText(column, 40)}: ${unit} (${evidence})`,
    ),
    `observed on ${mapping.observedAt}: ${mapping.observedFrom}`,
    `ignored: ${ignored === '' ? 'nothing' : ignored}`,
  ];
}

function asJson({ input, ledger }: IngestedInput) {
  return { source: input.source.id, origin: input.origin, sha256: input.sha256, ledger };
}

function tellLedger({ terminal }: CommandContext, done: readonly IngestedInput[]): void {
  const entries: readonly LedgerEntry[] = done.flatMap(({ ledger }) => ledger);
  const titles = [
    'source',
    'kind',
    'read',
    'loaded',
    'updated',
    'unchanged',
    'duplicate',
    'rejected',
  ];
  const rows = entries.map((entry) => [
    visibleText(entry.source, 40),
    entry.kind,
    entry.read,
    entry.loaded,
    entry.updated,
    entry.unchanged,
    entry.duplicate,
    entry.rejected,
  ]);
  terminal.result(textTable(titles, rows));
  const rejected = entries.reduce((sum, entry) => sum + entry.rejected, 0);
  if (rejected > 0) terminal.note(`${rejected} rejected: \`liner rejected\` shows why`);
}
