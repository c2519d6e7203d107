import type { AuditSubject, AuditUnit } from '../audit/auditSubject.js';
import { groupFolds, joinedGroups, timeFold, type Fold } from '../evaluate/split.js';
import type { ModelSpec } from '../modelSpec.js';
import type { ModelColumn } from '../modelTable.js';
import { coded } from './popularityColumns.js';
import type { PopularitySet } from './popularitySet.js';
import type { Recipe } from './recipes.js';

export const SPLIT_IDS = ['rows', 'songs', 'albums', 'artists', 'time'] as const;
export type SplitId = (typeof SPLIT_IDS)[number];

/** A recipe on a split, ready to be judged and audited; and the groups that it keeps together, for intervals. */
export interface JudgedSubject extends AuditSubject {
  readonly groups: Int32Array;
}

/** Category whose rows are left out together when target means are learned. */
const UNIT = 'unit';
/** Rows at the overall mean with which each target mean starts; as in the peers' measurements. */
const SMOOTHING = 5;
/** A genre or subgenre with more levels is encoded by its target mean. */
const MOST_LEVELS = 50;
/** The latest year from which on at least so large a share of the rows was released parts past and future. */
const FUTURE_SHARE = 0.2;

/** Keys whose mean a split forbids, because it keeps their groups on one side. */
const FORBIDDEN: Readonly<Record<SplitId, readonly string[]>> = {
  rows: [],
  songs: [],
  albums: ['album'],
  artists: ['artist', 'artist_style', 'album'],
  time: ['album'],
};

const TITLES: Readonly<Record<SplitId, readonly [string, string]>> = {
  rows: ['rows at random', 'nothing'],
  songs: ['whole songs', 'all versions of a song'],
  albums: ['whole albums', 'whole albums and all versions of a song'],
  artists: ['whole artists', 'whole artists and all versions of a song'],
  time: ['later releases', 'later releases apart from earlier ones'],
};

const MAY_LEAD: ReadonlyMap<string, string> = new Map([
  ['artist', 'songs of one artist are about as popular as each other'],
  ['artist_style', 'songs of one artist are about as popular as each other'],
  ['album', 'songs of one album are about as popular as each other'],
  ['genre', 'where songs are chosen by genre, genres differ in popularity by that choice'],
  ['subgenre', 'where songs are chosen by genre, genres differ in popularity by that choice'],
  ['log10_views', 'the same listeners stream a song and watch its video'],
]);

/** The columns of a recipe under a split, with its folds and what is encoded inside them. */
export function judgedSubject(
  set: PopularitySet,
  recipe: Recipe,
  split: SplitId,
  { model, settings }: Pick<ModelSpec, 'model' | 'settings'>,
  { seed, folds }: { readonly seed: number; readonly folds: number },
): JudgedSubject {
  const { table, columns, target, songs } = set;
  const groups = groupsOf(set, split);
  const means = meansOf(set, recipe, split);
  const used = table.columns.filter(({ id }) => isUsed(set, recipe, id) || means.includes(id));
  const unit: ModelColumn = coded(UNIT, groups);
  const own = means.length > 0 ? [...used, unit] : used;
  const [title, keeps] = TITLES[split];
  return {
    recipe: recipe.id,
    table: { size: table.size, columns: own },
    target,
    songs,
    split: { id: split, title, keeps, folds: foldsOf(set, split, groups, folds, seed) },
    spec: {
      model,
      ...(settings ? { settings } : {}),
      ...(means.length > 0
        ? { targetMeans: { columns: means, unit: UNIT, smoothing: SMOOTHING } }
        : {}),
    },
    knownAt: new Map([...columns].map(([id, { knownAt }]) => [id, knownAt])),
    claims: recipe.claims,
    units: keptUnits(set, split),
    mayLead: MAY_LEAD,
    groups,
  };
}

function isUsed({ columns }: PopularitySet, recipe: Recipe, id: string): boolean {
  const info = columns.get(id);
  if (info === undefined || !recipe.groups.includes(info.group)) return false;
  return recipe.claims !== 'release' || info.knownAt === 'release';
}

function meansOf(set: PopularitySet, recipe: Recipe, split: SplitId): string[] {
  const keys = recipe.means.filter((id) => !FORBIDDEN[split].includes(id));
  return set.table.columns.flatMap(({ id, kind, levels = [] }) => {
    const isLarge = kind === 'category' && levels.length > MOST_LEVELS;
    return keys.includes(id) || (isLarge && isUsed(set, recipe, id)) ? [id] : [];
  });
}

function groupsOf({ units, table }: PopularitySet, split: SplitId): Int32Array {
  if (split === 'rows') return Int32Array.from({ length: table.size }, (_, row) => row);
  if (split === 'albums') return joinedGroups([units.song, units.album]);
  return split === 'artists' ? joinedGroups([units.song, units.artist]) : units.song;
}

function foldsOf(
  { years }: PopularitySet,
  split: SplitId,
  groups: Int32Array,
  count: number,
  seed: number,
): readonly Fold[] {
  if (split !== 'time') {
    return new Set(groups).size < count ? [] : groupFolds(groups, count, seed);
  }
  const year = futureYear(years);
  return year === null ? [] : [songsApart(timeFold(years, year), groups)];
}

/** The first year of the future: the latest from which on at least a fifth of the dated rows was released. */
export function futureYear(years: Float64Array): number | null {
  const dated = years.filter((year) => !Number.isNaN(year)).sort();
  if (dated.length === 0) return null;
  const year = dated[Math.floor(dated.length * (1 - FUTURE_SHARE))];
  return year > dated[0] ? year : null;
}

/** A song released before and again later would stand on both sides: its earlier rows stay out of training. */
export function songsApart({ train, test }: Fold, groups: Int32Array): Fold {
  const judged = new Set(Array.from(test, (row) => groups[row]));
  return { train: train.filter((row) => !judged.has(groups[row])), test };
}

function keptUnits({ units }: PopularitySet, split: SplitId): AuditUnit[] {
  if (split === 'albums') return [{ title: 'album', codes: units.album }];
  return split === 'artists' ? [{ title: 'artist', codes: units.artist }] : [];
}
