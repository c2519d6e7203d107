import type { Feature } from './feature.js';
import type { ArtistAggregate } from './featureContext.js';
import { logarithmOf } from './logarithmOf.js';

const NO_ARTIST = 'No source names an artist.';
const NOT_HEARD = 'No artist, or the listening source does not have the artist.';

type CountSpec = Pick<Feature, 'id' | 'title' | 'unit' | 'meaning' | 'missing' | 'knownAt'>;

/** A count about the first artist, as it is and as the logarithm of one more. */
function counted(spec: CountSpec, field: keyof ArtistAggregate): Feature[] {
  const count: Feature = {
    group: 'aggregate',
    type: 'number',
    ...spec,
    compute: ({ artistId }, context) => context.artist(artistId)?.[field] ?? null,
  };
  return [count, logarithmOf(count, 'log1p')];
}

/** How much of the first artist there is in the store, and how much of an audience. */
export const artistCounts: readonly Feature[] = [
  ...counted(
    {
      id: 'artist_song_count',
      title: 'Songs of the artist',
      unit: 'songs',
      meaning: 'Songs in the store that credit the first artist, in any position.',
      missing: NO_ARTIST,
      knownAt: 'release',
    },
    'songs',
  ),
  ...counted(
    {
      id: 'artist_albums',
      title: 'Albums of the artist',
      unit: 'albums',
      meaning: 'Albums in the store with a song that credits the first artist.',
      missing: NO_ARTIST,
      knownAt: 'release',
    },
    'albums',
  ),
  ...counted(
    {
      id: 'artist_tags',
      title: 'Tags of the artist',
      unit: 'count',
      meaning: 'Different tags that users gave the first artist.',
      missing: NO_ARTIST,
      knownAt: 'after-release',
    },
    'tags',
  ),
  ...counted(
    {
      id: 'artist_listeners',
      title: 'Listeners of the artist',
      unit: 'listeners',
      meaning:
        'Users of the listening source (the one with the most listens) who played the first artist.',
      missing: NOT_HEARD,
      knownAt: 'after-release',
    },
    'listeners',
  ),
  ...counted(
    {
      id: 'artist_plays',
      title: 'Plays of the artist',
      unit: 'plays',
      meaning: 'Plays of the first artist in the listening source (the one with the most listens).',
      missing: NOT_HEARD,
      knownAt: 'after-release',
    },
    'plays',
  ),
];
