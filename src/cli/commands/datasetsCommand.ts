import { relative } from 'node:path';
import { fetchDataset } from '../../sources/datasets/fetchDataset.js';
import { sourceById } from '../../sources/index.js';
import {
  locateDatasets,
  type LocatedDataset,
  type LocatedFile,
} from '../../sources/datasets/locateDatasets.js';
import type { CommandContext, CommandDefinition, ExitCode } from '../command.js';

const HELP = `
Examples:
  liner datasets                what is there, and where to get the rest
  liner datasets --fetch        download what has a direct address, with its checksum verified`;

/** `liner datasets`: the known public datasets. */
export const datasetsCommand: CommandDefinition = {
  name: 'datasets',
  register(program, run) {
    program
      .command('datasets')
      .description(
        'list the known public datasets: present or missing, where to get them, licence, checksums',
      )
      .option('--fetch', 'download those that have a direct address')
      .addHelpText('after', HELP)
      .action(
        run((context, options: { fetch?: boolean }) => datasets(context, options.fetch === true)),
      );
  },
};

async function datasets(context: CommandContext, withFetch: boolean): Promise<ExitCode> {
  const { config, terminal } = context;
  if (withFetch) await fetchMissing(context);
  const located = await locateDatasets(config.dataDir, { checksums: true });
  if (terminal.options.json) terminal.json(located.map((dataset) => asJson(dataset, config.root)));
  else terminal.result(located.map((dataset) => describe(dataset, config.root)).join('\n\n'));
  return 0;
}

async function fetchMissing({ config, terminal, fetch }: CommandContext): Promise<void> {
  for (const { dataset, state } of await locateDatasets(config.dataDir)) {
    if (state === 'present') continue;
    if (dataset.files.every(({ url }) => url === null)) {
      terminal.note(`${dataset.id} has no direct address. ${dataset.byHand} ${dataset.page}`);
      continue;
    }
    const bar = terminal.progress(
      dataset.id,
      dataset.files.reduce((sum, file) => sum + file.bytes, 0),
    );
    try {
      await fetchDataset(dataset, config.dataDir, {
        fetch,
        onProgress: (_, bytes) => {
          bar.update(bytes);
        },
      });
    } finally {
      bar.stop();
    }
    terminal.note(`${dataset.id} was fetched`);
  }
}

function asJson({ dataset, state, files }: LocatedDataset, root: string) {
  const { title, licence } = sourceById(dataset.id);
  return {
    id: dataset.id,
    title,
    state,
    page: dataset.page,
    licence,
    files: files.map(({ file, path, isKnownCopy }) => ({
      ...file,
      path: path === null ? null : relative(root, path),
      isKnownCopy,
    })),
  };
}

function describe({ dataset, state, files }: LocatedDataset, root: string): string {
  const { title, licence } = sourceById(dataset.id);
  const where =
    state === 'present' ? [] : [`  get it:  ${dataset.page}`, `           ${dataset.byHand}`];
  return [
    `${dataset.id}: ${state} (${title})`,
    ...files.map((located) => `  ${fileLine(located, root)}`),
    ...where,
    `  licence: ${licence}`,
  ].join('\n');
}

function fileLine({ file, path, isKnownCopy }: LocatedFile, root: string): string {
  const rows = `${file.rows} rows, sha256 ${file.sha256.slice(0, 16)}…`;
  if (path === null)
    return `missing  ${file.name} (${rows}${file.url === null ? '' : ', --fetch downloads it'})`;
  const copy = isKnownCopy === true ? 'the known copy' : 'another version than the known copy';
  return `present  ${relative(root, path)} (${rows}, ${copy})`;
}
