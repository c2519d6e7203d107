const WORDS: Readonly<Record<string, string>> = {
  genre: 'genre',
  release_year: 'release year',
  artist_song_count: 'the artist’s number of songs',
  artist: 'the artist',
  log10_streams: 'Spotify streams',
  top_tag: 'the artist’s main tag',
};

/** Confounders in plain words, joined: "genre and release year". */
export function confounderWords(ids: readonly string[]): string {
  const words = ids.map((id) => WORDS[id] ?? id.replaceAll('_', ' '));
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
