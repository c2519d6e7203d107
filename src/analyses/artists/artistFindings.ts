import type { Finding } from '../../domain/finding.js';
import type { AnalysisContext } from '../analysis.js';
import { notEnoughData } from '../makeFinding.js';
import { artistFinding, selectionOf } from './artistFinding.js';
import { growthId, topId } from './artistIds.js';
import { medianWithInterval, type ArtistEngagement } from './engagement.js';
import { MIN_GROWING, type GrowthRate } from './growthRates.js';
import type { ArtistsInput } from './loadArtists.js';
import { METRIC_WORDS, type Ranking } from './rankings.js';

export function topFindings(rankings: readonly Ranking[], context: AnalysisContext): Finding[] {
  return rankings.flatMap(({ metric, source, artists: list }) => {
    const words = METRIC_WORDS[metric];
    const base = {
      queries: ['artist-metrics'],
      sources: [source],
      asOf: context.asOf(source),
      caveats: selectionOf([source], context),
    } as const;
    const [first] = list;
    const count = artistFinding({
      ...base,
      id: `artists.ranked.${metric}`,
      label: `artists ranked by ${words.noun}`,
      estimate: list.length,
      unit: 'artists',
      n: list.length,
      nUnit: 'artists',
    });
    if (!first) return [count];
    const top = artistFinding({
      ...base,
      id: topId(metric),
      label: `${words.noun} of the first in the ranking, ${first.name}`,
      estimate: first.value,
      ci: first.ci,
      unit: words.unit,
      n: first.items,
      nUnit: words.itemUnit,
    });
    return [count, top];
  });
}

export function engagementFindings(
  source: string | null,
  list: readonly ArtistEngagement[],
  context: AnalysisContext,
): Finding[] {
  const base = {
    section: 'artists',
    unit: 'plays-per-listener',
    nUnit: 'artists',
    queries: ['supported-listens'],
    sources: source === null ? [] : [source],
    asOf: source === null ? null : context.asOf(source),
    caveats: source === null ? [] : selectionOf([source], context),
  } as const;
  const label = 'typical plays per listener of an artist with enough listeners';
  const [first] = list;
  if (!first) {
    return [notEnoughData({ ...base, id: 'artists.engagement', label }, 0, 1)];
  }
  const medians = Float64Array.from(list, (artist) => artist.median).sort();
  const { median, ci } = medianWithInterval(medians);
  return [
    artistFinding({
      ...base,
      id: 'artists.engagement',
      label,
      estimate: median,
      ci,
      n: list.length,
    }),
    artistFinding({
      ...base,
      id: 'artists.engagement.first',
      label: `median plays per listener of ${first.name}`,
      estimate: first.median,
      ci: first.ci,
      n: first.listeners,
      nUnit: 'listeners',
    }),
  ];
}

export function growthFindings(
  rates: readonly GrowthRate[],
  dates: ArtistsInput['dates'],
  context: AnalysisContext,
): Finding[] {
  if (rates.length === 0) return [noGrowth(dates)];
  return rates.map((rate) =>
    artistFinding({
      id: growthId(rate.source, rate.metric),
      label: `typical change of an artist’s ${rate.metric} from ${rate.firstOn} to ${rate.lastOn}`,
      estimate: rate.change.estimate,
      ci: rate.change.ci,
      unit: 'percent',
      n: rate.artists,
      nUnit: 'artists',
      queries: ['artist-growth'],
      sources: [rate.source],
      asOf: rate.lastOn,
      clusteredBy: 'artist',
      caveats: selectionOf([rate.source], context),
    }),
  );
}

function noGrowth(dates: ArtistsInput['dates']): Finding {
  const most = dates.reduce((count, row) => Math.max(count, row.dates), 0);
  return artistFinding({
    id: 'artists.growth',
    label: 'growth of artists',
    unit: 'percent',
    n: most,
    nUnit: 'count',
    queries: ['snapshot-dates'],
    sources: [...new Set(dates.map((row) => row.source))],
    note:
      most < 2
        ? 'growth cannot be told: every source observed its figures on one date only'
        : `not enough data: fewer than ${MIN_GROWING} artists were observed on two dates`,
  });
}
