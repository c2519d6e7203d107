import { artistGrowth, type ArtistGrowth } from '../../store/queries/artistGrowth.js';
import { artistMetrics, type ArtistMetric } from '../../store/queries/artistMetrics.js';
import { artistTopTags, type ArtistTopTag } from '../../store/queries/artistTopTags.js';
import { snapshotDates, type SnapshotDates } from '../../store/queries/snapshotDates.js';
import { supportedListens, type SupportedListen } from '../../store/queries/supportedListens.js';
import { supportedTags, type SupportedTag } from '../../store/queries/supportedTags.js';
import {
  upperHalfListening,
  type UpperHalfListening,
} from '../../store/queries/upperHalfListening.js';
import type { Reader } from '../analysis.js';
import { sharedTexts } from '../sharedTexts.js';
import type { ArtistListening } from './loyalty.js';
import { MIN_SONGS, RankingBuilder, type Ranking } from './rankings.js';

/** Artists heard by fewer users are not compared by their audience. */
export const MIN_SUPPORT = 20;
/** At most this many artists are compared, the most heard ones: pairs grow with the square. */
export const MAX_COMPARED = 1000;

/** What the artists section asks the store. */
export interface ArtistsInput {
  /** By each metric, from the source that observed most artists. */
  readonly rankings: readonly Ranking[];
  /** Of every source whose users' plays are known. */
  readonly listening: readonly ArtistListening[];
  /** The source whose users played most artists, or null. */
  readonly listeningSource: string | null;
  readonly topTags: readonly ArtistTopTag[];
  readonly listens: readonly SupportedListen[];
  readonly tags: readonly SupportedTag[];
  readonly upperHalf: readonly UpperHalfListening[];
  readonly growth: readonly ArtistGrowth[];
  readonly dates: readonly SnapshotDates[];
}

export async function loadArtists(reader: Reader): Promise<ArtistsInput> {
  const { rankings, listening } = await readMetrics(reader);
  const source = rankings.find(({ metric }) => metric === 'plays')?.source ?? null;
  const support = [source ?? '', MIN_SUPPORT, MAX_COMPARED] as const;
  return {
    rankings,
    listening,
    listeningSource: source,
    topTags: await reader.ask(artistTopTags),
    listens: await reader.ask(supportedListens, support),
    tags: await reader.ask(supportedTags, support),
    upperHalf: source === null ? [] : await reader.ask(upperHalfListening, [source]),
    growth: await readGrowth(reader),
    dates: await reader.ask(snapshotDates),
  };
}

/** Hundreds of thousands of artists name the same few dates. */
async function readGrowth(reader: Reader): Promise<readonly ArtistGrowth[]> {
  const share = sharedTexts();
  const growth: ArtistGrowth[] = [];
  await reader.each(artistGrowth, (row) => {
    growth.push({
      ...row,
      source: share(row.source),
      metric: share(row.metric),
      first_on: share(row.first_on),
      last_on: share(row.last_on),
    });
  });
  return growth;
}

/** What ranks artists. Plays of users do it twice: by plays and by the number of users. */
async function readMetrics(reader: Reader): Promise<Pick<ArtistsInput, 'rankings' | 'listening'>> {
  const share = sharedTexts();
  const rankings = new RankingBuilder();
  const listening: ArtistListening[] = [];
  const take = (row: ArtistMetric): void => {
    const [source, id] = [share(row.source), share(row.artist_id)];
    const shared = { ...row, source, artist_id: id, name: share(row.name) };
    if (row.metric !== 'listens') rankings.add(shared);
    else {
      rankings.add({ ...shared, metric: 'plays' });
      rankings.add({ ...shared, metric: 'listeners', total: row.items });
    }
    if (row.metric !== 'listens' && row.metric !== 'plays') return;
    listening.push({ source, id, listeners: row.items, meanLog: row.mean_log });
  };
  await reader.each(artistMetrics, take, [MIN_SONGS]);
  return { rankings: rankings.build(), listening };
}
