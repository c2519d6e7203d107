import type { Estimate } from '../../domain/finding.js';
import { meanInterval } from '../../stats/meanInterval.js';
import type { ArtistGrowth } from '../../store/queries/artistGrowth.js';

/** Fewer artists on both dates do not make a trend. */
export const MIN_GROWING = 10;

/** How one metric of one source changed between its first and its last date. */
export interface GrowthRate {
  readonly source: string;
  readonly metric: string;
  readonly firstOn: string;
  readonly lastOn: string;
  readonly artists: number;
  /** Geometric mean over artists of last value / first value, as a change in percent. */
  readonly change: Estimate;
  /** Artists by their own change, fastest first. */
  readonly fastest: readonly {
    readonly name: string;
    readonly first: number;
    readonly last: number;
    readonly change: number;
  }[];
}

/** Growth of each metric that one source saw on two dates; artists that had nothing on either date stay out. */
export function growthRates(rows: readonly ArtistGrowth[]): readonly GrowthRate[] {
  const groups = new Map<string, ArtistGrowth[]>();
  for (const row of rows) {
    if (row.first_value <= 0 || row.last_value <= 0) continue;
    const key = `${row.source} ${row.metric}`;
    const list = groups.get(key);
    if (list) list.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].flatMap((list) => (list.length < MIN_GROWING ? [] : [rateOf(list)]));
}

function rateOf(rows: readonly ArtistGrowth[]): GrowthRate {
  const { source, metric, first_on: firstOn, last_on: lastOn } = rows[0];
  const logs = rows.map((row) => Math.log(row.last_value / row.first_value));
  const { estimate, ci } = meanInterval(logs);
  const percent = (log: number): number => (Math.exp(log) - 1) * 100;
  const fastest = rows
    .map((row) => ({
      name: row.name,
      first: row.first_value,
      last: row.last_value,
      change: (row.last_value / row.first_value - 1) * 100,
    }))
    .sort((a, b) => b.change - a.change || (a.name < b.name ? -1 : 1));
  return {
    source,
    metric,
    firstOn,
    lastOn,
    artists: rows.length,
    change: {
      estimate: percent(estimate),
      ci: ci && { low: percent(ci.low), high: percent(ci.high), level: ci.level },
    },
    fastest,
  };
}
