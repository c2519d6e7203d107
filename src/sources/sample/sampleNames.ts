import { sampleRandom, type SampleRandom } from './sampleRandom.js';
import {
  ADJECTIVES,
  FAMILY_NAMES,
  GIVEN_NAMES,
  NOUNS,
  PLACES,
  STAGE_NAMES,
  VERBS,
} from './words.js';

type Pattern = {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly join: (first: string, second: string) => string;
};

/** Ways to make an artist's name; different patterns and words never give the same name. */
const PATTERNS: readonly Pattern[] = [
  { first: GIVEN_NAMES, second: FAMILY_NAMES, join: (a, b) => `${a} ${b}` },
  { first: ADJECTIVES, second: NOUNS, join: (a, b) => `The ${a} ${b}` },
  { first: GIVEN_NAMES, second: NOUNS, join: (a, b) => `${a} & the ${b}` },
  { first: ADJECTIVES, second: FAMILY_NAMES, join: (a, b) => `${a} ${b}` },
  { first: STAGE_NAMES, second: PLACES, join: (a, b) => `${a} (${b})` },
];

/** One artist in this many carries a name in another script. */
const STAGE_NAME_EVERY = 40;

/**
 * The invented name of an artist of the sample; no two artists of a seed share one, whatever their number.
 *
 * @param index 0-based
 * @example
 * artistName(1, 0) !== artistName(1, 1); // true
 */
export function artistName(seed: number, index: number): string {
  const isStageName = index % STAGE_NAME_EVERY === STAGE_NAME_EVERY - 1;
  const stage = Math.floor((index + 1) / STAGE_NAME_EVERY);
  // Others are counted without the stage names, so that their places have no gaps.
  const [place, turn] = isStageName
    ? [PATTERNS.length - 1, stage - 1]
    : [
        (index - stage) % (PATTERNS.length - 1),
        Math.floor((index - stage) / (PATTERNS.length - 1)),
      ];
  const pattern = PATTERNS[place];
  if (!pattern) throw new Error(`no name pattern ${place}`);
  const combinations = pattern.first.length * pattern.second.length;
  const spot = shuffled(seed, place, turn % combinations, combinations);
  const first = at(pattern.first, spot % pattern.first.length);
  const second = at(pattern.second, Math.floor(spot / pattern.first.length));
  return pattern.join(first, second) + suffixOf(Math.floor(turn / combinations));
}

/** A permutation of 0…size−1: an affine map whose factor has no divisor in common with the size. */
function shuffled(seed: number, place: number, index: number, size: number): number {
  const random = sampleRandom(seed, 'names', place);
  const start = random.integer(size);
  const factor = random.pick(FACTORS);
  return (factor * index + start) % size;
}

/** Primes that divide no number of combinations (those are products of 2, 3 and 5). */
const FACTORS: readonly number[] = [
  7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103,
  107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197, 199,
];

/** When all combinations are used up, names come from somewhere: "of Alderport", then "of Alderport 2". */
function suffixOf(cycle: number): string {
  if (cycle === 0) return '';
  const place = at(PLACES, (cycle - 1) % PLACES.length);
  const round = Math.floor((cycle - 1) / PLACES.length);
  return round === 0 ? ` of ${place}` : ` of ${place} ${round + 1}`;
}

/** An invented title of a song. */
export function songTitle(random: SampleRandom): string {
  const adjective = random.pick(ADJECTIVES);
  const noun = random.pick(NOUNS);
  switch (random.integer(6)) {
    case 0:
      return `${adjective} ${noun}`;
    case 1:
      return `${random.pick(VERBS)} the ${noun}`;
    case 2:
      return `${noun} in ${random.pick(PLACES)}`;
    case 3:
      return `${random.pick(VERBS)} Me, ${random.pick(GIVEN_NAMES)}`;
    case 4:
      return `${adjective} ${noun}, Pt. ${1 + random.integer(3)}`;
    default:
      return `${noun} & ${random.pick(NOUNS)}`;
  }
}

function at(words: readonly string[], index: number): string {
  const word = words[index];
  if (word === undefined) throw new Error(`no word ${index}`);
  return word;
}
