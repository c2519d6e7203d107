import { decimalsFor, formatCompact, formatNumber } from '../text/formatNumber.js';
import { fitText } from '../text/fitText.js';
import { escapeMarkup, visibleText } from '../text/plainText.js';
import { textWidth, widestText } from '../text/textWidth.js';
import { wrapText } from '../text/wrapText.js';
import {
  COLOUR,
  FIGURE_HEIGHT,
  FIGURE_WIDTH,
  FONT_SIZE,
  LINE_HEIGHT,
  SEQUENTIAL,
  colourAt,
  inkOn,
} from '../theme.js';
import {
  framePicture,
  marginsFor,
  type FrameOptions,
  type Picture,
  type PlotlyPart,
} from './frame.js';
import { keyRoom, keyRow, type KeyEntry } from './key.js';
import { squarify, type Tile } from './squarify.js';

/** One tile. */
export interface TreemapItem {
  readonly label: string;
  /** Positive; the tile's area. */
  readonly value: number;
  /** Colour by this value, light to dark; null is grey. Without it all tiles have one colour. */
  readonly colour?: number | null;
  /** Small text below the label, for example "47 points". */
  readonly note?: string;
}

export interface TreemapOptions extends FrameOptions {
  readonly items: readonly TreemapItem[];
  /** What the colour is, with its unit: shown with the lowest, middle and highest value. */
  readonly colourTitle?: string;
}

/**
 * Tiles whose areas are the values; names stand where they fit and are never cut below readability.
 *
 * @example
 * treemap({ items: [{ label: 'pop', value: 5500, colour: 47 }], subtitle: 'Area: songs', source: '' });
 */
export function treemap(options: TreemapOptions): Picture {
  const items = options.items.filter((item) => item.value > 0);
  const fill = fillOf(items);
  const key = colourKey(items, fill, options.colourTitle);
  const room = { left: 0, right: 0, top: keyRoom(key, options), bottom: 0 };
  const margins = marginsFor(options, room);
  const width = (options.width ?? FIGURE_WIDTH) - margins.l - margins.r;
  const height = (options.height ?? FIGURE_HEIGHT) - margins.t - margins.b;
  const tiles = squarify(
    items.map((item) => item.value),
    width,
    height,
  );
  return framePicture(options, {
    data: [labelTrace(items, tiles, fill)],
    room,
    xaxis: { type: 'linear', range: [0, width], visible: false },
    yaxis: { type: 'linear', range: [height, 0], visible: false },
    shapes: tiles.map((tile, index) => tileShape(tile, fill(items[index]))),
    annotations: keyRow(key, options, room.left),
  });
}

function fillOf(items: readonly TreemapItem[]): (item: TreemapItem | undefined) => string {
  const values = items.flatMap((item) => (typeof item.colour === 'number' ? [item.colour] : []));
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  return (item) => {
    if (values.length === 0) return COLOUR.accentSoft;
    if (typeof item?.colour !== 'number') return COLOUR.quietSoft;
    return colourAt(
      SEQUENTIAL,
      high > low ? 0.16 + (0.84 * (item.colour - low)) / (high - low) : 0.5,
    );
  };
}

function tileShape(tile: Tile, fillcolor: string): PlotlyPart {
  return {
    type: 'rect',
    xref: 'x',
    yref: 'y',
    x0: tile.x,
    x1: tile.x + tile.width,
    y0: tile.y,
    y1: tile.y + tile.height,
    layer: 'below',
    fillcolor,
    line: { color: COLOUR.background, width: 2 },
  };
}

function labelTrace(
  items: readonly TreemapItem[],
  tiles: readonly Tile[],
  fill: (item: TreemapItem | undefined) => string,
): PlotlyPart {
  return {
    type: 'scatter',
    mode: 'text',
    x: tiles.map((tile) => tile.x + tile.width / 2),
    y: tiles.map((tile) => tile.y + tile.height / 2),
    text: items.map((item, index) => tileText(item, tiles[index])),
    textposition: 'middle center',
    textfont: { size: FONT_SIZE.label, color: items.map((item) => inkOn(fill(item))) },
    hoverinfo: 'skip',
  };
}

/** Name on up to two lines and the note, as far as the tile has room; nothing where the name would be mutilated. */
function tileText(item: TreemapItem, tile: Tile | undefined): string {
  if (!tile) return '';
  const space = tile.width - 10;
  const lines = Math.floor((tile.height - 6) / (FONT_SIZE.label * LINE_HEIGHT));
  const name = nameLines(item.label, space, Math.min(lines, 2));
  if (lines < 1 || name.some(isMutilated)) return '';
  const note = visibleText(item.note ?? formatCompact(item.value));
  const noted = lines > name.length && textWidth(note, FONT_SIZE.label) <= space;
  return (noted ? [...name, note] : name).map(escapeMarkup).join('<br>');
}

function nameLines(label: string, space: number, most: number): string[] {
  const wrapped = wrapText(visibleText(label), space, FONT_SIZE.label);
  const fits = wrapped.length <= most && widestText(wrapped, FONT_SIZE.label) <= space;
  return fits ? wrapped : [fitText(label, space, FONT_SIZE.label)];
}

function isMutilated(line: string): boolean {
  return line === '' || (line.endsWith('…') && [...line].length < 6);
}

function colourKey(
  items: readonly TreemapItem[],
  fill: (item: TreemapItem | undefined) => string,
  title?: string,
): KeyEntry[] {
  const coloured = items
    .filter((item) => typeof item.colour === 'number')
    .sort((a, b) => (a.colour ?? 0) - (b.colour ?? 0));
  const [lowest, highest] = [coloured[0], coloured.at(-1)];
  if (title === undefined || !lowest || !highest) return [];
  const middle = coloured[Math.floor(coloured.length / 2)];
  const decimals = decimalsFor(coloured.map((item) => item.colour ?? 0));
  return [lowest, middle, highest].map((item, index) => ({
    symbol: '■',
    colour: fill(item),
    text: `${index === 0 ? `${title}: ` : ''}${formatNumber(item?.colour ?? 0, decimals)}`,
  }));
}
