import type { ArtistData } from './artistData.js';

/** The artists that users listen to, the most heard first, at most so many of them. */
export function heardArtists({ ids, listens }: ArtistData, most: number): readonly number[] {
  const counts = new Int32Array(ids.length);
  for (const { artist } of listens) counts[artist] += 1;
  return Array.from(counts.keys())
    .filter((artist) => counts[artist] > 0)
    .sort((a, b) => counts[b] - counts[a] || a - b)
    .slice(0, most);
}

/** The same data with some of the artists only; rows keep their order, artists get the order given. */
export function onlyArtists(data: ArtistData, artists: readonly number[]): ArtistData {
  const place = new Map(artists.map((artist, index) => [artist, index]));
  const kept = <Row extends { readonly artist: number }>(rows: readonly Row[]): Row[] =>
    rows.flatMap((row) => {
      const artist = place.get(row.artist);
      return artist === undefined ? [] : [{ ...row, artist }];
    });
  const keptMap = <Value>(values: ReadonlyMap<number, Value>): ReadonlyMap<number, Value> =>
    new Map(
      artists.flatMap((artist, index) => {
        const value = values.get(artist);
        return value === undefined ? [] : [[index, value] as const];
      }),
    );
  return {
    ...data,
    ids: artists.map((artist) => data.ids[artist]),
    names: artists.map((artist) => data.names[artist]),
    listens: kept(data.listens),
    taggings: kept(data.taggings),
    styles: kept(data.styles),
    playlists: data.playlists.map((list) => list.flatMap((artist) => place.get(artist) ?? [])),
    sound: keptMap(data.sound),
    popularity: keptMap(data.popularity),
  };
}
