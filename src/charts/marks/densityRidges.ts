import { COLOUR } from '../theme.js';
import { valueAxis, xAxisTitle, X_AXIS_ROOM, type AxisOptions } from './axis.js';
import { framePicture, type FrameOptions, type Picture, type PlotlyPart } from './frame.js';
import { rowAxis, rowsHeight, type RowLabel } from './rows.js';

/** The estimated density of one group on a grid. */
export interface DensityGroup extends RowLabel {
  readonly xs: readonly number[];
  readonly densities: readonly number[];
  readonly median?: number | null;
  readonly highlight?: boolean;
}

export interface DensityRidgesOptions extends FrameOptions {
  /** From top to bottom. */
  readonly groups: readonly DensityGroup[];
  readonly x: AxisOptions;
}

/** How far the highest ridge reaches over the next row. */
const OVERLAP = 1.15;
/** Pixels from ridge to ridge at most, and of all ridges together. */
const MAX_RIDGE = 130;
const RIDGES_HEIGHT = 360;

/**
 * Densities of several groups above each other on one scale, with a tick at each median.
 *
 * @example
 * densityRidges({ groups: [{ label: 'pop', n: 3, xs: [0, 50, 100], densities: [0, 0.02, 0], median: 50 }],
 *   x: { title: 'Popularity (points)' }, subtitle: '', source: '' });
 */
export function densityRidges(options: DensityRidgesOptions): Picture {
  const { groups } = options;
  const labels = rowAxis(groups, options);
  const peak = Math.max(0, ...groups.flatMap((group) => [...group.densities])) || 1;
  const room = { left: labels.left, right: 24, top: 12, bottom: X_AXIS_ROOM };
  const rowHeight = Math.min(MAX_RIDGE, Math.max(labels.rowHeight, RIDGES_HEIGHT / groups.length));
  const some = groups.some((group) => group.highlight);
  return framePicture(options, {
    data: groups.flatMap((group, index) => {
      const colour = some && !group.highlight ? COLOUR.quiet : COLOUR.accent;
      return [
        ridge(group, index, OVERLAP / peak, colour),
        ...medianTick(group, index, OVERLAP / peak),
      ];
    }),
    room,
    height: rowsHeight({ ...labels, rowHeight }, groups.length + 0.5, options, room),
    xaxis: valueAxis({ ...options.x, range: options.x.range ?? dataRange(groups) }, [], 10),
    yaxis: { ...labels.axis, range: [groups.length - 0.75, -1.25] },
    annotations: [xAxisTitle(options.x.title)],
  });
}

function dataRange(groups: readonly DensityGroup[]): [number, number] {
  const xs = groups.flatMap((group) => [...group.xs]);
  return [Math.min(...xs), Math.max(...xs)];
}

function ridge(group: DensityGroup, row: number, scale: number, colour: string): PlotlyPart {
  const first = group.xs[0] ?? 0;
  const last = group.xs.at(-1) ?? 0;
  return {
    type: 'scatter',
    mode: 'lines',
    x: [first, ...group.xs, last],
    y: [row, ...group.densities.map((density) => row - density * scale), row],
    fill: 'toself',
    fillcolor: colour === COLOUR.accent ? 'rgba(156,201,227,0.82)' : 'rgba(213,219,225,0.82)',
    line: { color: colour, width: 1.5 },
    hoverinfo: 'skip',
  };
}

function medianTick(group: DensityGroup, row: number, scale: number): PlotlyPart[] {
  if (typeof group.median !== 'number') return [];
  const height = densityAt(group, group.median) * scale;
  return [
    {
      type: 'scatter',
      mode: 'lines',
      x: [group.median, group.median],
      y: [row, row - height],
      line: { color: COLOUR.ink, width: 2 },
      hovertemplate: 'median %{x:,.3~f}<extra></extra>',
    },
  ];
}

function densityAt(group: DensityGroup, x: number): number {
  const right = group.xs.findIndex((value) => value >= x);
  if (right <= 0) return group.densities[Math.max(0, right)] ?? 0;
  const [x0 = 0, x1 = 0] = [group.xs[right - 1], group.xs[right]];
  const [y0 = 0, y1 = 0] = [group.densities[right - 1], group.densities[right]];
  return x1 > x0 ? y0 + ((y1 - y0) * (x - x0)) / (x1 - x0) : y1;
}
