import { formatCompact } from '../text/formatNumber.js';
import { escapeMarkup, visibleText } from '../text/plainText.js';
import { COLOUR, FONT_SIZE, LINE_HEIGHT } from '../theme.js';
import type { PlotlyPart } from './frame.js';

/** How a value axis reads. */
export interface AxisOptions {
  /** With the unit: "Difference in popularity (points)". */
  readonly title: string;
  /** `log` for quantities that span orders of magnitude; values must be positive. */
  readonly scale?: 'linear' | 'log';
  /** Behind each tick number, for example "%". */
  readonly suffix?: string;
  /** Fixed ends in data units; otherwise the data decide. */
  readonly range?: readonly [number, number];
  /** `plain`: 1,234; `compact`: 1.2k; `year`: 1987; `times`: 1/100, for ratios on a logarithmic axis. */
  readonly format?: 'plain' | 'compact' | 'year' | 'times';
  /** Makes the axis begin at zero. */
  readonly fromZero?: boolean;
}

/** Pixels that tick labels and title of a horizontal axis take below the plot. */
export const X_AXIS_ROOM = Math.ceil(
  6 + FONT_SIZE.axis * LINE_HEIGHT + 6 + FONT_SIZE.annotation * LINE_HEIGHT,
);
/** Pixels that the title of a vertical axis takes above the plot. */
export const Y_TITLE_ROOM = Math.ceil(FONT_SIZE.axis * LINE_HEIGHT + 14);

/**
 * A value axis for Plotly: ticks from the options, range with a little air, no title (see {@link xAxisTitle} and
 * {@link yAxisTitle}).
 *
 * @param values all that must be visible, in data units
 */
export function valueAxis(
  options: AxisOptions,
  values: readonly number[],
  maxTicks = 8,
): PlotlyPart {
  const range = options.range ?? padRange(values, options);
  if (options.scale === 'log') return logAxis(range, options, maxTicks);
  const compact = (options.format ?? 'plain') === 'compact';
  return {
    type: 'linear',
    range,
    ...linearTicks(range, maxTicks, options.format === 'year'),
    ticksuffix: options.suffix ?? '',
    tickformat: options.format === 'year' ? 'd' : compact ? '' : plainFormat(range, maxTicks),
    ...(compact ? { exponentformat: 'B' } : {}),
  };
}

/** Ends of an axis that hold the values with 4 % of air; logarithmic ranges in data units too. */
export function padRange(
  values: readonly number[],
  options: AxisOptions,
): readonly [number, number] {
  const finite = values.filter(
    (value) => Number.isFinite(value) && (options.scale !== 'log' || value > 0),
  );
  if (finite.length === 0) return options.scale === 'log' ? [1, 10] : [0, 1];
  const low = finite.reduce((a, b) => Math.min(a, b));
  const high = finite.reduce((a, b) => Math.max(a, b));
  if (options.scale === 'log') {
    const air = Math.max(0.04 * Math.log10(high / low), 0.05);
    return [low * 10 ** -air, high * 10 ** air];
  }
  const span = high - low || Math.abs(high) || 1;
  if (options.fromZero && low >= 0) return [0, high + 0.04 * (high || 1)];
  return [low - 0.04 * span, high + 0.04 * span];
}

function linearTicks(
  range: readonly [number, number],
  maxTicks: number,
  whole: boolean,
): PlotlyPart {
  const step = niceStep((range[1] - range[0]) / maxTicks);
  return { tick0: 0, dtick: whole ? Math.max(1, Math.round(step)) : step };
}

/** All ticks with the same number of decimals: as many as the step between them has. */
function plainFormat(range: readonly [number, number], maxTicks: number): string {
  const step = niceStep((range[1] - range[0]) / maxTicks);
  return `,.${Math.max(0, Math.ceil(-Math.log10(step) - 1e-9))}f`;
}

/** The smallest of 1, 2, 5 times a power of ten that is not below `atLeast`. */
export function niceStep(atLeast: number): number {
  if (!(atLeast > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= atLeast * (1 - 1e-9)) ?? 10;
  return Number((factor * power).toPrecision(6));
}

function logAxis(
  range: readonly [number, number],
  { format, suffix = '' }: AxisOptions,
  maxTicks: number,
): PlotlyPart {
  const text = format === 'times' ? tickTimes : formatCompact;
  const [low, high] = [Math.log10(range[0]), Math.log10(range[1])];
  const inside = logTicks(range, maxTicks);
  return {
    type: 'log',
    range: [low, high],
    tickmode: 'array',
    tickvals: inside,
    ticktext: inside.map((tick) => text(tick) + suffix),
  };
}

/** Ticks of ratios: 1/100, 1, 100. */
function tickTimes(tick: number): string {
  return tick < 0.995 ? `1/${formatCompact(1 / tick)}` : formatCompact(tick);
}

/** Leading digits of the ticks within a decade, from dense to sparse. */
const LOG_DIGITS = [[1, 2, 3, 4, 5, 6, 8], [1, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]] as const;

/** The densest set of round ticks that has no more than `maxTicks` in the range. */
function logTicks([from, to]: readonly [number, number], maxTicks: number): number[] {
  const [low, high] = [Math.floor(Math.log10(from)), Math.ceil(Math.log10(to))];
  const powers = Array.from({ length: high - low + 1 }, (_, index) => low + index);
  const ticksOf = (digits: readonly number[], every: number): number[] =>
    powers
      .filter((power) => power % every === 0)
      .flatMap((power) => digits.map((digit) => Number(`${digit}e${power}`)))
      .filter((tick) => tick >= from && tick <= to);
  const sets = LOG_DIGITS.map((digits) => ticksOf(digits, 1));
  const sparse = ticksOf([1], Math.max(1, Math.ceil(powers.length / maxTicks)));
  return sets.find((ticks) => ticks.length <= maxTicks) ?? sparse;
}

/** Title of the horizontal axis: centred below its tick labels. */
export function xAxisTitle(title: string, tickLines = 1): PlotlyPart {
  return {
    text: escapeMarkup(visibleText(title, 120)),
    x: 0.5,
    xref: 'paper',
    y: 0,
    yref: 'paper',
    xanchor: 'center',
    yanchor: 'top',
    yshift: -(8 + tickLines * FONT_SIZE.axis * LINE_HEIGHT + 2),
    showarrow: false,
    borderpad: 0,
    font: { size: FONT_SIZE.axis, color: COLOUR.ink },
  };
}

/** Title of the vertical axis: horizontal, above its upper end, where it can be read without turning the head. */
export function yAxisTitle(title: string, left: number): PlotlyPart {
  return {
    text: escapeMarkup(visibleText(title, 120)),
    x: 0,
    xref: 'paper',
    y: 1,
    yref: 'paper',
    xanchor: 'left',
    yanchor: 'bottom',
    xshift: -left,
    yshift: 12,
    showarrow: false,
    borderpad: 0,
    font: { size: FONT_SIZE.axis, color: COLOUR.ink },
  };
}
