import { fitText } from '../text/fitText.js';
import { plainText } from '../text/plainText.js';
import {
  COLOUR,
  FIGURE_HEIGHT,
  FIGURE_WIDTH,
  FONT_SIZE,
  SERIES_COLOURS,
  seriesColour,
} from '../theme.js';
import { forceLayout, type Position } from './forceLayout.js';
import {
  framePicture,
  marginsFor,
  type FrameOptions,
  type Picture,
  type PlotlyPart,
} from './frame.js';
import { keyRoom, keyRow } from './key.js';
import { pixelLabels } from './pixelLabels.js';
import { placeLabels } from './placeLabels.js';
import { spreadNodes, type Clearance } from './spreadNodes.js';

export interface NetworkNode {
  readonly id: string;
  readonly label: string;
  /** Not negative; the area of the marker. */
  readonly size: number;
  /** Group number from 0 (the colour); null is grey. */
  readonly group: number | null;
}

export interface NetworkEdge {
  readonly from: string;
  readonly to: string;
  /** Positive: heavier edges are thicker and pull their ends together. */
  readonly weight: number;
}

export interface NetworkOptions extends FrameOptions {
  /** Most important first: they get their names first. */
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** Names of the groups, by number. */
  readonly groups?: readonly string[];
}

/** Distance of nodes from the plot's edges, which leaves room for names. */
const INSET = { x: 60, y: 16 };
/** Room around a node that lets a typical name stand beside it. */
const NAME_ROOM = { x: 120, y: 34 };
/** The share of the field that the nodes' rooms may fill. */
const FILL = 0.8;
const SMALLEST = 7;
const LARGEST = 26;

/**
 * Nodes and edges laid out by forces; names are drawn where they don't collide.
 *
 * @example
 * network({ nodes: [{ id: 'a', label: 'A', size: 1, group: 0 }, { id: 'b', label: 'B', size: 2, group: 0 }],
 *   edges: [{ from: 'a', to: 'b', weight: 1 }], subtitle: '', source: '' });
 */
export function network(options: NetworkOptions): Picture {
  const key = (options.groups ?? []).map((text, index) => ({
    symbol: isSecondRound(index) ? '■' : '●',
    colour: seriesColour(index),
    text,
  }));
  const room = { left: 4, right: 4, top: keyRoom(key, options), bottom: 0 };
  const margins = marginsFor(options, room);
  const width = (options.width ?? FIGURE_WIDTH) - margins.l - margins.r;
  const height = (options.height ?? FIGURE_HEIGHT) - margins.t - margins.b;
  const positions = pixelPositions(options, width, height);
  return framePicture(options, {
    data: [...edgeTraces(options, positions), nodeTrace(options.nodes, positions)],
    room,
    xaxis: { type: 'linear', range: [0, width], visible: false },
    yaxis: { type: 'linear', range: [height, 0], visible: false },
    annotations: [
      ...keyRow(key, options, room.left),
      ...nodeLabels(options.nodes, positions, { width, height }),
    ],
  });
}

function pixelPositions(options: NetworkOptions, width: number, height: number): Position[] {
  const index = new Map(options.nodes.map((node, at) => [node.id, at]));
  const edges = options.edges.flatMap((edge) => {
    const [from, to] = [index.get(edge.from), index.get(edge.to)];
    return from === undefined || to === undefined ? [] : [{ from, to, weight: edge.weight }];
  });
  const field = { width: width - 2 * INSET.x, height: height - 2 * INSET.y };
  const laid = forceLayout(options.nodes.length, edges).map(({ x, y }) => ({
    x: x * field.width,
    y: y * field.height,
  }));
  return spreadNodes(laid, clearanceOf(laid.length, field), field).map(({ x, y }) => ({
    x: x + INSET.x,
    y: y + INSET.y,
  }));
}

/** As much room around each node as the field can give to all, up to what a name needs. */
function clearanceOf(
  count: number,
  field: { readonly width: number; readonly height: number },
): Clearance {
  const share = Math.sqrt((field.width * field.height * FILL) / Math.max(1, count));
  return { x: Math.min(NAME_ROOM.x, share * 1.6), y: Math.min(NAME_ROOM.y, share / 1.6) };
}

function edgeTraces(options: NetworkOptions, positions: readonly Position[]): PlotlyPart[] {
  const at = new Map(options.nodes.map((node, index) => [node.id, positions[index]]));
  const heaviest = options.edges.reduce((most, edge) => Math.max(most, edge.weight), 0) || 1;
  return options.edges.flatMap((edge) => {
    const [from, to] = [at.get(edge.from), at.get(edge.to)];
    if (!from || !to) return [];
    const width = Number((0.6 + 2.4 * (edge.weight / heaviest)).toFixed(2));
    const line = { color: COLOUR.quiet, width };
    return [
      {
        type: 'scatter',
        mode: 'lines',
        x: [from.x, to.x],
        y: [from.y, to.y],
        line,
        opacity: 0.55,
        hoverinfo: 'skip',
      },
    ];
  });
}

function nodeTrace(nodes: readonly NetworkNode[], positions: readonly Position[]): PlotlyPart {
  return {
    type: 'scatter',
    mode: 'markers',
    x: positions.map(({ x }) => x),
    y: positions.map(({ y }) => y),
    marker: {
      size: markerSizes(nodes),
      symbol: nodes.map(({ group }) =>
        group !== null && isSecondRound(group) ? 'square' : 'circle',
      ),
      color: nodes.map(colourOf),
      opacity: 1,
      line: { color: COLOUR.background, width: 1.5 },
    },
    text: nodes.map((node) => plainText(node.label)),
    hovertemplate: '%{text}<extra></extra>',
  };
}

function nodeLabels(
  nodes: readonly NetworkNode[],
  positions: readonly Position[],
  field: { readonly width: number; readonly height: number },
): PlotlyPart[] {
  const sizes = markerSizes(nodes);
  const wishes = nodes.map((node, index) => ({
    x: positions[index]?.x ?? 0,
    y: positions[index]?.y ?? 0,
    text: fitText(node.label, 180, FONT_SIZE.label),
    radius: (sizes[index] ?? SMALLEST) / 2,
  }));
  const placed = placeLabels(wishes, { ...field, size: FONT_SIZE.label });
  return pixelLabels(placed.filter((label) => label !== null));
}

function markerSizes(nodes: readonly NetworkNode[]): number[] {
  const largest = nodes.reduce((most, node) => Math.max(most, node.size), 0) || 1;
  return nodes.map((node) => {
    const size = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(node.size / largest);
    return Number(size.toFixed(2));
  });
}

function colourOf(node: NetworkNode): string {
  return node.group === null ? COLOUR.quiet : seriesColour(node.group);
}

/** Groups beyond the palette take its colours again, as squares. */
function isSecondRound(group: number): boolean {
  return Math.floor(group / SERIES_COLOURS.length) % 2 === 1;
}
