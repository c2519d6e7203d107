import type { Clusters } from './clusters.js';
import type { Comparison } from './comparison.js';
import { differsMarkedly } from './differs.js';
import { fitExposure } from './fitExposure.js';

/** Only estimates are compared here, and clusters do not change an estimate. */
const NO_CLUSTERS: Clusters = { by: null, codes: new Int32Array(0), count: 0 };

/**
 * Why crude and adjusted differ: the one confounder that, held constant alone, makes at least half of the whole change.
 *
 * @returns its id; `together` where no single one does; null where the two do not differ markedly
 */
export function driverOf(comparison: Comparison, crude: number, adjusted: number): string | null {
  if (!differsMarkedly(crude, adjusted)) return null;
  const [only] = comparison.confounders;
  if (only && comparison.confounders.length === 1) return only.id;
  let best: { id: string; gap: number } | null = null;
  for (const item of comparison.confounders) {
    const alone = fitExposure(comparison, [item], NO_CLUSTERS);
    if (!alone) continue;
    const gap = Math.abs(alone.estimate - adjusted);
    if (!best || gap < best.gap) best = { id: item.id, gap };
  }
  return best && best.gap <= Math.abs(crude - adjusted) / 2 ? best.id : 'together';
}
