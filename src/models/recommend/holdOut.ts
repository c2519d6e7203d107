import { deriveSeed } from '../../stats/random.js';
import type { ArtistData, Listen, Tagging } from './artistData.js';

/** The source whose rows are held out by their place, as others who published on it did. */
const BY_ROW = 'lastfm_2k';
const PARTS = 5;
const HELD_PART = 3;

/** Listens of which some artists of each user are kept back, to be found again. */
export interface HeldOut {
  /** - row: row i of the source's file where i % 5 = 3; - seed: a fifth of the pairs of user and artist, drawn by the seed */
  readonly rule: 'row' | 'seed';
  readonly train: readonly Listen[];
  /** Taggings but those of a user for an artist kept back from them: these would give the pair away. */
  readonly taggings: readonly Tagging[];
  /** Artists of each user in training. */
  readonly known: readonly ReadonlySet<number>[];
  /** Artists of each user to be found. */
  readonly held: readonly ReadonlySet<number>[];
}

/**
 * Keeps back a fifth of who listens to whom. Under the source's rule for rows, a user who stands with two spellings of an
 * artist, one of them kept back, knows the artist already: there is nothing to find.
 */
export function holdOut(data: ArtistData, seed: number): HeldOut {
  const rule = data.source === BY_ROW ? 'row' : 'seed';
  const isHeld =
    rule === 'row'
      ? (_: Listen, row: number) => row % PARTS === HELD_PART
      : ({ user, artist }: Listen) =>
          deriveSeed(seed, `${user} ${data.ids[artist]}`) % PARTS === HELD_PART;
  return split(data.listens, data.taggings, data.users, rule, isHeld);
}

/** Keeps back a part of the training listens once more, to choose settings without seeing what the scores rest on. */
export function holdOutAgain({ train, taggings, known, rule }: HeldOut): HeldOut {
  return split(train, taggings, known.length, rule, (_, row) => row % PARTS === HELD_PART);
}

function split(
  listens: readonly Listen[],
  taggings: readonly Tagging[],
  users: number,
  rule: HeldOut['rule'],
  isHeld: (listen: Listen, row: number) => boolean,
): HeldOut {
  const train = listens.filter((listen, row) => !isHeld(listen, row));
  const known = Array.from({ length: users }, () => new Set<number>());
  for (const { user, artist } of train) known[user].add(artist);
  const held = Array.from({ length: users }, () => new Set<number>());
  listens.forEach((listen, row) => {
    const { user, artist } = listen;
    if (isHeld(listen, row) && !known[user].has(artist)) held[user].add(artist);
  });
  return {
    rule,
    train,
    taggings: taggings.filter(({ user, artist }) => user < 0 || !held[user].has(artist)),
    known,
    held,
  };
}
