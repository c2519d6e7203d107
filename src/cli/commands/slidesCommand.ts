import { existsSync } from 'node:fs';
import { join } from 'node:path';
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
import { layoutFor, type OutputLayout } from '../../outputs/layout.js';
import { readIfPresent } from '../../outputs/writeOutputs.js';
import type { CommandContext, CommandDefinition, ExitCode } from '../command.js';
import { wholeNumber } from './reportOptions.js';

type Options = { readonly [format in ExportFormat]?: boolean } & {
  readonly port: number;
  readonly open: boolean;
};

const HELP = `
Examples:
  npm run slides                 present: "p" opens the presenter view with notes, "o" the overview
  npm run slides -- --pdf        write slides/deck.pdf (needs Chromium, Chrome or Edge)
  liner slides --port 0          on any free port`;

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
      .option('--port <n>', 'port on 127.0.0.1', wholeNumber, 8080)
      .option('--no-open', 'do not open a browser')
      .addHelpText('after', HELP)
      .action(run((context, options: Options) => slides(context, options)));
  },
};

async function slides(context: CommandContext, options: Options): Promise<ExitCode> {
  const layout = presentLayout(context.config.root);
  const formats = EXPORT_FORMATS.filter((format) => options[format] === true);
  for (const format of formats) await exportTo(context, layout, format);
  return formats.length > 0 ? 0 : present(context, layout, options);
}

/** The report on the public data where it has been made, else the sample's. */
function presentLayout(root: string): OutputLayout {
  const layout = [layoutFor('public'), layoutFor('sample')].find(({ deck }) =>
    existsSync(join(root, deck)),
  );
  if (!layout)
    throw new AppError('configuration', 'there is no deck yet', 'run `npm run report` first');
  return layout;
}

function deckText(path: string): string {
  const bytes = readIfPresent(path);
  if (bytes === null)
    throw new AppError('configuration', `${path} is not there`, 'run `npm run report`');
  return bytes.toString('utf8');
}

async function exportTo(
  { config, terminal }: CommandContext,
  layout: OutputLayout,
  format: ExportFormat,
) {
  const deck = join(config.root, layout.deck);
  const ending = { pdf: 'pdf', pptx: 'pptx', images: 'png' }[format];
  const files = await exportDeck(deckText(deck), {
    format,
    readFigure: figuresOnDisk(deck),
    theme: readTheme(),
    browser: findBrowser(config.browser),
    target: deck.replace(/\.md$/, `.${ending}`),
  });
  for (const file of files) terminal.result(file);
}

async function present(
  { config, terminal, untilInterrupted }: CommandContext,
  layout: OutputLayout,
  options: Options,
): Promise<ExitCode> {
  const deck = join(config.root, layout.deck);
  const figures = join(config.root, layout.figures);
  const server = await serveSlides({
    port: options.port,
    render: () => deckHtml(deckText(deck), { readFigure: figuresOnDisk(deck), theme: readTheme() }),
    watch: [deck, THEME_PATH, figures].filter((path) => existsSync(path)),
    onRebuild: (error) => {
      terminal.note(error === null ? 'the deck was rebuilt' : `not rebuilt: ${error.message}`);
    },
  });
  terminal.result(
    `${layout.deck} is at ${server.url} (presenter view: p, overview: o, stop: Ctrl+C)`,
  );
  if (options.open)
    openBrowser(server.url, (message) => {
      terminal.note(message);
    });
  await untilInterrupted();
  await server.close();
  return 0;
}
