import type { Feature } from './feature.js';

export const playsPerListener: Feature = {
  id: 'plays_per_listener',
  title: 'Plays per listener of the artist',
  group: 'derived',
  type: 'number',
  unit: 'plays-per-listener',
  meaning:
    'Plays of the first artist divided by the users who played the artist, in the listening source.',
  missing: 'No artist, or the listening source does not have the artist.',
  knownAt: 'after-release',
  compute: ({ artistId }, context) => {
    const artist = context.artist(artistId);
    return !artist?.listeners || artist.plays === null ? null : artist.plays / artist.listeners;
  },
};
