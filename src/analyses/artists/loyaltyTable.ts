import type { DataTable } from '../../domain/table.js';
import { meanInterval } from '../../stats/meanInterval.js';
import { moments } from '../../stats/moments.js';
import type { Heard } from './loyalty.js';
import { MIN_ARTISTS, type ArtistReach } from './loyaltyFit.js';

const BINS = 10;

/** Tenths of the artists by listeners: typical plays per listener in each, with its interval; null with few artists. */
export function loyaltyTable({ source, artists }: Heard): DataTable | null {
  if (source === null || artists.length < MIN_ARTISTS) return null;
  const sorted = [...artists].sort((a, b) => a.listeners - b.listeners || (a.id < b.id ? -1 : 1));
  const bins = Math.min(BINS, Math.floor(sorted.length / (MIN_ARTISTS / 3)));
  const rows = Array.from({ length: bins }, (_, bin) => {
    const from = Math.floor((bin * sorted.length) / bins);
    return rowOf(sorted.slice(from, Math.floor(((bin + 1) * sorted.length) / bins)));
  });
  return {
    id: 'artists.loyalty',
    title: 'Typical plays per listener by number of listeners',
    grain: 'One row per tenth of the artists',
    queries: ['artist-metrics'],
    sources: [source],
    columns: [
      { id: 'listeners', title: 'Listeners', unit: 'listeners' },
      { id: 'plays_per_listener', title: 'Typical plays per listener', unit: 'plays-per-listener' },
      { id: 'low', title: 'From', unit: 'plays-per-listener' },
      { id: 'high', title: 'To', unit: 'plays-per-listener' },
      { id: 'artists', title: 'Artists', unit: 'artists' },
    ],
    rows,
  };
}

function rowOf(artists: readonly ArtistReach[]): (number | null)[] {
  const x = moments(artists.map((artist) => Math.log(artist.listeners)));
  const y = meanInterval(artists.map((artist) => Math.log(artist.playsPerListener)));
  return [
    Math.exp(x.mean),
    Math.exp(y.estimate),
    y.ci && Math.exp(y.ci.low),
    y.ci && Math.exp(y.ci.high),
    artists.length,
  ];
}
