import { AppError } from '../../errors.js';
import { drawnSettings, settingsGrid } from '../evaluate/search.js';

/** Settings of a model as plain JSON. */
export type Settings = Readonly<Record<string, unknown>>;

export const SEARCHES = ['grid', 'random'] as const;
export type Search = (typeof SEARCHES)[number];

/** What may be tried of one model: few combinations for the grid, many to draw from. Declared beforehand. */
interface SearchSpace {
  readonly grid: readonly Settings[];
  readonly wide: readonly Settings[];
}

const SPACES: Readonly<Record<string, SearchSpace>> = {
  gradient_boosting: {
    grid: settingsGrid({
      limits: settingsGrid({ maxLeaves: [15, 31, 63], minLeafRows: [10, 40] }),
    }),
    wide: settingsGrid({
      learningRate: [0.02, 0.04, 0.08],
      limits: settingsGrid({
        maxLeaves: [7, 15, 31, 63],
        minLeafRows: [5, 20, 60],
        lambda: [1, 5, 25],
        columnShare: [0.3, 0.5, 0.8],
      }),
    }),
  },
  random_forest: {
    grid: settingsGrid({
      limits: settingsGrid({ minLeafRows: [2, 5, 15], nodeColumnShare: [0.2, 0.4] }),
    }),
    wide: settingsGrid({
      limits: settingsGrid({
        minLeafRows: [1, 2, 3, 5, 8, 15, 30],
        nodeColumnShare: [0.15, 0.2, 0.3, 0.4, 0.6],
      }),
    }),
  },
  ridge: {
    grid: settingsGrid({ lambda: [0.1, 1, 10, 100, 1000] }),
    wide: settingsGrid({ lambda: [0.01, 0.1, 1, 3, 10, 30, 100, 300, 1000, 10_000] }),
  },
};

/**
 * The settings that a search tries: all of a small grid, or so many seeded draws from a wide one.
 *
 * @throws AppError 'usage' where the model has nothing to search
 * @example
 * searchCandidates('ridge', 'grid', 8, 1).length; // 5
 */
export function searchCandidates(
  model: string,
  search: Search,
  draws: number,
  seed: number,
): readonly Settings[] {
  if (!Object.hasOwn(SPACES, model)) {
    const known = Object.keys(SPACES).join(', ');
    throw new AppError(
      'usage',
      `the model "${model}" has no settings to search`,
      `known: ${known}`,
    );
  }
  const { grid, wide } = SPACES[model];
  return search === 'grid' ? grid : drawnSettings(wide, draws, seed);
}
