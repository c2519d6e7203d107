import { createRequire } from 'node:module';
import { embeddedFontCss, type SubsetFont } from '../../charts/svg/embedFont.js';
import { embeddedFamily, finishSvg } from '../../charts/svg/finishSvg.js';
import { COLOUR } from '../../charts/theme.js';
import { escapeHtml } from '../prose/index.js';

const WIDTH = 1120;
const HEIGHT = 500;

/** File name of the figure, without its ending, and the prefix of its ids. */
export const ARCHITECTURE_FIGURE = 'architecture';

const WORDS = {
  id: ARCHITECTURE_FIGURE,
  width: WIDTH,
  height: HEIGHT,
  title: 'From files to findings: sources, transform, store, features, analyses, findings, outputs',
  alt: 'Sources go through transform into the store; what transform refuses goes to dead letters, and a ledger counts every record. Features are made from the store, analyses turn them into findings, and INSIGHTS.md, slides, findings.json and figures are all rendered from the findings.',
};

/** A part of the flow: its name, what it does, and where it stands. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly title: string;
  readonly lines: readonly string[];
  readonly accent?: boolean;
}

const BOX_HEIGHT = 118;
const TOP = 40;
const MIDDLE = 212;
const BOTTOM = 368;

const BOXES: readonly Box[] = [
  {
    x: 20,
    y: TOP,
    width: 240,
    title: 'Sources',
    lines: ['public files, any table', 'of tracks, seeded sample'],
  },
  {
    x: 300,
    y: TOP,
    width: 240,
    title: 'Transform',
    lines: ['checks every record,', 'one standard form'],
  },
  { x: 580, y: TOP, width: 240, title: 'Store', lines: ['PostgreSQL, embedded', 'or on a server'] },
  {
    x: 860,
    y: TOP,
    width: 240,
    title: 'Features',
    lines: ['one row per song, with', 'unit and known-at'],
  },
  {
    x: 300,
    y: MIDDLE,
    width: 240,
    title: 'Dead letters, ledger',
    lines: ['reason for each refusal;', 'the books add up'],
  },
  {
    x: 860,
    y: MIDDLE,
    width: 240,
    title: 'Analyses',
    lines: ['declared hypotheses,', 'crude and adjusted'],
  },
  {
    x: 580,
    y: MIDDLE,
    width: 240,
    title: 'Findings',
    lines: ['estimate, interval,', 'verdict, source'],
    accent: true,
  },
];

const OUTPUTS: readonly string[] = ['INSIGHTS.md', 'Slides', 'findings.json', 'Figures'];
const OUTPUT_WIDTH = 240;
const OUTPUT_HEIGHT = 70;

const right = (x: number, y: number): string => `M${x} ${y}h36`;

/** Arrows, each ending at the edge of the box it points to. */
const ARROWS: readonly string[] = [
  right(262, TOP + BOX_HEIGHT / 2),
  right(542, TOP + BOX_HEIGHT / 2),
  right(822, TOP + BOX_HEIGHT / 2),
  `M420 ${TOP + BOX_HEIGHT + 2}v48`,
  `M980 ${TOP + BOX_HEIGHT + 2}v48`,
  `M858 ${MIDDLE + BOX_HEIGHT / 2}h-32`,
];

/**
 * The flow from sources to outputs as a drawn figure, for slides and documents that cannot render Mermaid.
 *
 * @param fontCss rules of the embedded font; without them viewers take a font of their own
 * @returns SVG text, the same bytes every time
 */
export function architectureSvg(fontCss = ''): string {
  return finishSvg(drawing(), WORDS, fontCss);
}

/** The figure with the letters it shows embedded, as the charts have them. */
export async function architecturePicture(): Promise<string> {
  const subsetFont = createRequire(import.meta.url)('subset-font') as SubsetFont;
  return architectureSvg(await embeddedFontCss(drawing(), embeddedFamily(WORDS.id), subsetFont));
}

function drawing(): string {
  return [
    '<svg>',
    `<defs><marker id="head" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z" fill="${COLOUR.muted}"/></marker></defs>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOUR.background}"/>`,
    ...BOXES.map(drawBox),
    ...OUTPUTS.map(drawOutput),
    `<path d="M700 ${MIDDLE + BOX_HEIGHT + 2}V${BOTTOM - 2}M140 ${BOTTOM - 2}H980" fill="none" stroke="${COLOUR.muted}" stroke-width="2"/>`,
    ...ARROWS.map(
      (path) =>
        `<path d="${path}" fill="none" stroke="${COLOUR.muted}" stroke-width="2" marker-end="url(#head)"/>`,
    ),
    ...OUTPUTS.map((_, index) => drawDrop(index)),
    '</svg>',
  ].join('\n');
}

function drawBox({ x, y, width, title, lines, accent }: Box): string {
  const [fill, stroke, ink, soft] =
    accent === true
      ? [COLOUR.accent, COLOUR.accent, '#ffffff', '#ffffff']
      : [COLOUR.interest, COLOUR.quietSoft, COLOUR.ink, COLOUR.muted];
  const centre = x + width / 2;
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${BOX_HEIGHT}" rx="10" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`,
    text(title, centre, y + 40, 22, ink, true),
    ...lines.map((line, index) => text(line, centre, y + 70 + index * 23, 17, soft)),
  ].join('');
}

function outputX(index: number): number {
  return 20 + index * (OUTPUT_WIDTH + 40);
}

function drawOutput(title: string, index: number): string {
  const x = outputX(index);
  const y = BOTTOM + 34;
  return (
    `<rect x="${x}" y="${y}" width="${OUTPUT_WIDTH}" height="${OUTPUT_HEIGHT}" rx="10" fill="${COLOUR.background}" stroke="${COLOUR.accent}" stroke-width="2"/>` +
    text(title, x + OUTPUT_WIDTH / 2, y + 43, 22, COLOUR.ink, true)
  );
}

function drawDrop(index: number): string {
  const x = outputX(index) + OUTPUT_WIDTH / 2;
  return `<path d="M${x} ${BOTTOM - 2}v30" fill="none" stroke="${COLOUR.muted}" stroke-width="2" marker-end="url(#head)"/>`;
}

function text(
  content: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  bold = false,
): string {
  const weight = bold ? ';font-weight:700' : '';
  return `<text x="${x}" y="${y}" style="font-size:${size}px${weight}" fill="${fill}" text-anchor="middle">${escapeHtml(content)}</text>`;
}
