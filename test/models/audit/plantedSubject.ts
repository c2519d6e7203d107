import { groupFolds } from '../../../src/models/evaluate/split.js';
import type { AuditSubject } from '../../../src/models/audit/auditSubject.js';
import { songCodes } from '../../../src/models/audit/songKeys.js';
import { createRandom, randomNormal } from '../../../src/stats/random.js';

/** Songs of invented artists whose popularity hangs on artist, energy and chance; nothing in it leaks. */
export function cleanSubject(size = 600): AuditSubject {
  const random = createRandom(7);
  const artistCount = Math.ceil(size / 8);
  const level = Float64Array.from({ length: artistCount }, () => 10 * randomNormal(random));
  const artist = Float64Array.from({ length: size }, () => Math.floor(random() * artistCount));
  const energy = Float64Array.from({ length: size }, () => random());
  const year = Float64Array.from({ length: size }, () => 1990 + Math.floor(random() * 30));
  const target = Float64Array.from(
    artist,
    (code, row) => 50 + level[code] + 12 * energy[row] + 8 * randomNormal(random),
  );
  const songs = {
    ids: Array.from({ length: size }, (_, row) => `track${row}`),
    titles: Array.from({ length: size }, (_, row) => `Song ${row}`),
    artists: Array.from(artist, (code) => `Artist ${code}`),
  };
  const codes = songCodes(songs);
  const levels = Array.from({ length: artistCount }, (_, code) => `Artist ${code}`);
  return {
    recipe: 'planted',
    table: {
      size,
      columns: [
        { id: 'energy', kind: 'number', values: energy },
        { id: 'release_year', kind: 'number', values: year },
        { id: 'artist', kind: 'category', values: artist, levels },
        {
          id: 'song',
          kind: 'category',
          values: Float64Array.from(codes),
          levels: songs.ids,
        },
      ],
    },
    target,
    split: {
      id: 'songs',
      title: 'Songs',
      keeps: 'all versions of a song',
      folds: groupFolds(codes, 5, 1),
    },
    spec: {
      model: 'gradient_boosting',
      targetMeans: { columns: ['artist'], unit: 'song', smoothing: 5 },
    },
    knownAt: new Map([
      ['energy', 'release'],
      ['release_year', 'release'],
      ['artist', 'release'],
    ]),
    claims: 'release',
    songs,
    mayLead: new Map([['artist', 'songs of an artist resemble each other']]),
  };
}

/** The same with one more numeric column, known at release. */
export function withColumn(subject: AuditSubject, id: string, values: Float64Array): AuditSubject {
  const { table, knownAt } = subject;
  return {
    ...subject,
    table: { ...table, columns: [...table.columns, { id, kind: 'number', values }] },
    knownAt: new Map([...knownAt, [id, 'release']]),
  };
}
