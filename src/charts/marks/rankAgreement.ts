import { formatNumber } from '../text/formatNumber.js';
import { heatmap } from './heatmap.js';
import type { FrameOptions, Picture } from './frame.js';

export interface RankAgreementOptions extends FrameOptions {
  /** The rankings that are compared. */
  readonly labels: readonly string[];
  /** Symmetric matrix of rank correlations (−1 to 1); null where too few are in both. */
  readonly correlations: readonly (readonly (number | null)[])[];
}

/**
 * How far rankings agree: the lower triangle of their rank correlations.
 *
 * @example
 * rankAgreement({ labels: ['plays', 'streams'], correlations: [[1, 0.4], [0.4, 1]], subtitle: '', source: '' });
 */
export function rankAgreement(options: RankAgreementOptions): Picture {
  const { labels } = options;
  return heatmap({
    ...options,
    rows: labels.slice(1),
    columns: labels.slice(0, -1),
    values: labels
      .slice(1)
      .map((_, row) =>
        labels.slice(0, -1).map((__, column) => lowerCell(options, row + 1, column)),
      ),
    scale: 'diverging',
    domain: [-1, 1],
    cellText: (value) => formatNumber(value, 2),
    blankAbove: true,
  });
}

function lowerCell(options: RankAgreementOptions, row: number, column: number): number | null {
  return column < row ? (options.correlations[row]?.[column] ?? null) : null;
}
