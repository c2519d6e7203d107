import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '../../errors.js';
import {
  deckHtml,
  EXPORT_FORMATS,
  exportDeck,
  figuresOnDisk,
  findBrowser,
  openBrowser,
  readTheme,
  serveSlides,
  THEME_PATH,
  type ExportFormat,
} from '../../outputs/deck/index.js';
import { layoutFor } from '../../outputs/layout.js';
import { readIfPresent } from '../../outputs/writeOutputs.js';
import type { CommandContext, CommandDefinition, ExitCode } from '../command.js';
import { portNumber } from './reportOptions.js';

type Options = { readonly [format in ExportFormat]?: boolean } & {
  readonly deck?: string;
  readonly port: number;
  readonly open: boolean;
};

const HELP = `
Examples:
  npm run slides                 present: "p" opens the presenter view with notes, "o" the overview
  npm run slides -- --pdf        write slides/deck.pdf (needs Chromium, Chrome or Edge)
  liner slides --port 0          on any free port
  liner slides --deck my-report/deck.md   the deck of \`liner report --out my-report\``;

/** `liner slides`: present the deck, or export it. */
export const slidesCommand: CommandDefinition = {
  name: 'slides',
  register(program, run) {
    program
      .command('slides')
      .description(
        'present the deck on this machine, with presenter view and notes; rebuilds on change',
      )
      .option('--pdf', 'write a PDF and stop')
      .option('--pptx', 'write a PowerPoint file and stop')
      .option('--images', 'write one PNG per slide and stop')
      .option('--deck <file>', 'the deck to show (default: that of the last report)')
      .option('--port <n>', 'port on 127.0.0.1; 0 takes a free one', portNumber, 8080)
      .option('--no-open', 'do not open a browser')
      .addHelpText('after', HELP)
      .action(run((context, options: Options) => slides(context, options)));
  },
};

async function slides(context: CommandContext, options: Options): Promise<ExitCode> {
  const { config, terminal } = context;
  const deck =
    options.deck === undefined ? lastDeck(config.root) : resolve(config.root, options.deck);
  const formats = EXPORT_FORMATS.filter((format) => options[format] === true);
  if (formats.length === 0) return present(context, deck, options);
  const files: string[] = [];
  for (const format of formats) files.push(...(await exportTo(context, deck, format)));
  if (terminal.options.json) terminal.json({ files });
  else for (const file of files) terminal.result(file);
  return 0;
}

/** The deck on the public data where it has been made, else that on the user's store, else the sample's. */
function lastDeck(root: string): string {
  const decks = (['public', 'store', 'sample'] as const).map((dataset) =>
    join(root, layoutFor(dataset).deck),
  );
  const deck = decks.find((path) => existsSync(path));
  if (deck === undefined)
    throw new AppError('configuration', 'there is no deck yet', 'run `npm run report` first');
  return deck;
}

function deckText(path: string): string {
  const bytes = readIfPresent(path);
  if (bytes === null)
    throw new AppError('configuration', `${path} is not there`, 'run `npm run report`');
  return bytes.toString('utf8');
}

async function exportTo(
  { config }: CommandContext,
  deck: string,
  format: ExportFormat,
): Promise<readonly string[]> {
  const ending = { pdf: 'pdf', pptx: 'pptx', images: 'png' }[format];
  return exportDeck(deckText(deck), {
    format,
    readFigure: figuresOnDisk(deck),
    theme: readTheme(),
    browser: findBrowser(config.browser),
    target: deck.replace(/\.md$/, `.${ending}`),
  });
}

async function present(
  { terminal, untilInterrupted }: CommandContext,
  deck: string,
  options: Options,
): Promise<ExitCode> {
  const server = await serveSlides({
    port: options.port,
    render: () => deckHtml(deckText(deck), { readFigure: figuresOnDisk(deck), theme: readTheme() }),
    watch: watchedFolders(deck),
    onRebuild: (error) => {
      terminal.note(error === null ? 'the deck was rebuilt' : `not rebuilt: ${error.message}`);
    },
  });
  if (terminal.options.json) terminal.json({ deck, url: server.url });
  else {
    terminal.result(`${deck} is at ${server.url} (presenter view: p, overview: o, stop: Ctrl+C)`);
  }
  if (options.open)
    openBrowser(server.url, (message) => {
      terminal.note(message);
    });
  await untilInterrupted();
  await server.close();
  return 0;
}

/**
 * Folders, not files: a report replaces its files, and a watcher of a file that was replaced hears nothing more. The
 * figures lie beside the deck, or where the project's own report keeps them.
 */
function watchedFolders(deck: string): readonly string[] {
  const folder = dirname(deck);
  return [
    folder,
    dirname(THEME_PATH),
    join(folder, 'figures'),
    join(folder, '../reports/figures'),
  ].filter((path, index, all) => existsSync(path) && all.indexOf(path) === index);
}
