import type { Feature } from './feature.js';
import type { ArtistAggregate } from './featureContext.js';

const NO_ARTIST = 'No source names an artist.';
const NOT_HEARD = 'No artist, or the listening source does not have the artist.';

type CountSpec = Pick<Feature, 'id' | 'title' | 'unit' | 'meaning' | 'missing' | 'knownAt'>;

/** A count about the first artist, as it is and as the logarithm of one more. */
function counted(spec: CountSpec, field: keyof ArtistAggregate): Feature[] {
  const base = { group: 'aggregate', type: 'number' } as const;
  return [
    {
      ...base,
      ...spec,
      compute: ({ artistId }, context) => context.artist(artistId)?.[field] ?? null,
    },
    {
      ...base,
      ...spec,
      id: `log1p_${spec.id}`,
      title: `${spec.title} (log)`,
      unit: 'index',
      meaning: `Natural logarithm of one more than ${spec.id}.`,
      compute: ({ artistId }, context) => {
        const count = context.artist(artistId)?.[field] ?? null;
        return count === null ? null : Math.log1p(count);
      },
    },
  ];
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
