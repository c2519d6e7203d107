import { formatNumber } from '../text/formatNumber.js';
import { heatmap } from './heatmap.js';
import type { FrameOptions, Picture } from './frame.js';

export interface MissingMatrixOptions extends FrameOptions {
  /** Rows, from top to bottom, usually fields. */
  readonly fields: readonly string[];
  /** Columns, usually sources. */
  readonly sources: readonly string[];
  /** `missing[field][source]` in percent (0–100); null where the source does not have the field at all. */
  readonly missing: readonly (readonly (number | null)[])[];
}

/**
 * How much of each field is missing in each source: darker is more; a dash means that the source does not have it.
 *
 * @example
 * missingMatrix({ fields: ['popularity'], sources: ['sample'], missing: [[8.2]], subtitle: '', source: '' });
 */
export function missingMatrix(options: MissingMatrixOptions): Picture {
  return heatmap({
    ...options,
    rows: options.fields,
    columns: options.sources,
    values: options.missing,
    scale: 'sequential',
    domain: [0, 100],
    cellText: percentText,
  });
}

function percentText(percent: number): string {
  if (percent > 0 && percent < 0.1) return '<0.1%';
  if (percent > 99.9 && percent < 100) return '>99.9%';
  return `${formatNumber(percent, percent > 0 && percent < 10 ? 1 : 0)}%`;
}
