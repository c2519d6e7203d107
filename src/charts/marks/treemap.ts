import { formatCompact } from '../text/formatNumber.js';
import { fitText } from '../text/fitText.js';
import { escapeMarkup } from '../text/plainText.js';
import { textWidth } from '../text/textWidth.js';
import {
  COLOUR,
  FIGURE_HEIGHT,
  FIGURE_WIDTH,
  FONT_SIZE,
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
}

/**
 * Tiles whose areas are the values; names stand where they fit and are never cut below readability.
 *
 * @example
 * treemap({ items: [{ label: 'pop', value: 5500, colour: 47 }], subtitle: 'Area: songs', source: '' });
 */
export function treemap(options: TreemapOptions): Picture {
  const room = { left: 0, right: 0, top: 0, bottom: 0 };
  const margins = marginsFor(options, room);
  const width = (options.width ?? FIGURE_WIDTH) - margins.l - margins.r;
  const height = (options.height ?? FIGURE_HEIGHT) - margins.t - margins.b;
  const items = options.items.filter((item) => item.value > 0);
  const tiles = squarify(
    items.map((item) => item.value),
    width,
    height,
  );
  const fill = fillOf(items);
  return framePicture(options, {
    data: [labelTrace(items, tiles, fill)],
    room,
    xaxis: { type: 'linear', range: [0, width], visible: false },
    yaxis: { type: 'linear', range: [height, 0], visible: false },
    shapes: tiles.map((tile, index) => tileShape(tile, fill(items[index]))),
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
      high > low ? 0.08 + (0.92 * (item.colour - low)) / (high - low) : 0.5,
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

function tileText(item: TreemapItem, tile: Tile | undefined): string {
  if (!tile || tile.height < 20) return '';
  const space = tile.width - 10;
  const label = fitText(item.label, space, FONT_SIZE.label);
  if (label === '' || (label.endsWith('…') && [...label].length < 5)) return '';
  const note = item.note ?? formatCompact(item.value);
  const second = tile.height >= 40 && textWidth(note, FONT_SIZE.label) <= space;
  return second ? `${escapeMarkup(label)}<br>${escapeMarkup(note)}` : escapeMarkup(label);
}
