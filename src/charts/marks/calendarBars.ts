import { fitText } from '../text/fitText.js';
import { formatNumber } from '../text/formatNumber.js';
import { escapeMarkup } from '../text/plainText.js';
import { COLOUR, FIGURE_WIDTH, FONT_SIZE } from '../theme.js';
import {
  valueAxis,
  xAxisTitle,
  yAxisTitle,
  X_AXIS_ROOM,
  Y_TITLE_ROOM,
  type AxisOptions,
} from './axis.js';
import {
  framePicture,
  PADDING,
  type FrameOptions,
  type Picture,
  type PlotlyPart,
} from './frame.js';
import { horizontalRule, titleWithReference, type Reference } from './rules.js';
import { valueTickRoom } from './tickRoom.js';

/** One month, weekday or other slot of a calendar. */
export interface CalendarSlot {
  readonly label: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly highlight?: boolean;
}

export interface CalendarBarsOptions extends FrameOptions {
  /** In calendar order. */
  readonly slots: readonly CalendarSlot[];
  /** What the slots are: "Month of release". */
  readonly xTitle: string;
  readonly y: AxisOptions;
  /** A horizontal line, for example the mean over all slots. */
  readonly reference?: Reference;
}

/**
 * Estimates with intervals side by side in calendar order, n below each name.
 *
 * @example
 * calendarBars({ slots: [{ label: 'Jan', value: 41, low: 40, high: 42, n: 900 }], xTitle: 'Month of release',
 *   y: { title: 'Mean popularity (points)' }, subtitle: '', source: '' });
 */
export function calendarBars(options: CalendarBarsOptions): Picture {
  const { slots } = options;
  const reference = options.reference;
  const yaxis = valueAxis(options.y, [
    ...slots.flatMap((slot) => [slot.value, slot.low ?? slot.value, slot.high ?? slot.value]),
    ...(reference ? [reference.value] : []),
  ]);
  const room = {
    left: valueTickRoom(yaxis),
    right: 8,
    top: Y_TITLE_ROOM,
    bottom: X_AXIS_ROOM + 18,
  };
  return framePicture(options, {
    data: [...slots.flatMap(interval), markers(slots)],
    room,
    xaxis: slotAxis(slots, (options.width ?? FIGURE_WIDTH) - room.left - room.right - 2 * PADDING),
    yaxis,
    shapes: reference ? [horizontalRule(reference.value, COLOUR.muted, 'dot')] : [],
    annotations: [
      xAxisTitle(options.xTitle, 2),
      yAxisTitle(titleWithReference(options.y.title, reference), room.left),
    ],
  });
}

function slotAxis(slots: readonly CalendarSlot[], plotWidth: number): PlotlyPart {
  const slotWidth = plotWidth / Math.max(1, slots.length);
  return {
    type: 'linear',
    range: [-0.5, slots.length - 0.5],
    showgrid: false,
    showline: true,
    tickmode: 'array',
    tickangle: 0,
    tickvals: slots.map((_, index) => index),
    ticktext: slots.map((slot) => {
      const n = fitText(formatNumber(slot.n), slotWidth - 4, FONT_SIZE.axis);
      return `${escapeMarkup(fitText(slot.label, slotWidth - 4, FONT_SIZE.axis))}<br>n ${n}`;
    }),
  };
}

function colourOf(slot: CalendarSlot): string {
  return slot.highlight === false ? COLOUR.quiet : COLOUR.accent;
}

function interval(slot: CalendarSlot, index: number): PlotlyPart[] {
  if (slot.low === null || slot.high === null) return [];
  const line = { color: colourOf(slot), width: 3 };
  return [
    {
      type: 'scatter',
      mode: 'lines',
      x: [index, index],
      y: [slot.low, slot.high],
      line,
      hoverinfo: 'skip',
    },
  ];
}

function markers(slots: readonly CalendarSlot[]): PlotlyPart {
  return {
    type: 'scatter',
    mode: 'markers',
    x: slots.map((_, index) => index),
    y: slots.map((slot) => slot.value),
    marker: { size: 11, color: slots.map(colourOf) },
    hovertemplate: '%{y:,.3~f}<extra></extra>',
  };
}
