import { deriveSeed } from '../../stats/random.js';
import type { Classifier } from '../classify/classifier.js';
import { groupFolds, type Fold } from '../evaluate/split.js';
import type { ModelTable } from '../modelTable.js';
import type { Study, StudyOptions } from '../study.js';
import { effortFor, MANY_SONGS, type Effort } from './effort.js';
import { AUDIO_COLUMNS, drawSongs, loadGenreSongs, type GenreSongs } from './genreData.js';
import { describePredictions, GenreImportance } from './genreDetails.js';
import {
  genreSchema,
  type GenreCase,
  type GenreDetails,
  type GenreResult,
  type JudgedClassifier,
} from './genreResult.js';
import { predictFolds } from './predictFolds.js';
import { scoreGenres } from './scoreGenres.js';

/** Fewer songs give no score worth telling. */
const LEAST_SONGS = 120;
/** Of more songs so many are drawn. */
const MOST_SONGS = 40_000;
/** A source with more genres is the hard case. */
const FEW_GENRES = 20;
/** Parts of a hard case that must have an artist for whole artists to be held out. */
const ENOUGH_ARTISTS = 0.5;

/** The mean of what boosting and forest say: the model that is described, whichever scores best in a run. */
const BOTH = { id: 'boosting_and_forest', title: 'Boosting and forest together' } as const;

/**
 * How well the genre that playlists give a song is told from its sound, with and without its year: all classifiers side by
 * side, over songs and over whole artists; and the same for a source with many genres.
 */
export const genreStudy: Study<readonly GenreSongs[], GenreResult> = {
  id: 'song-genre',
  title: 'Genre of a song',
  schema: genreSchema,
  load: (reader, { features }) => loadGenreSongs(reader, features),
  run: (data, options) => Promise.resolve(judgeGenres(data, options)),
};

/** The study itself, without a store. */
export function judgeGenres(data: readonly GenreSongs[], options: StudyOptions): GenreResult {
  const few = largest(data.filter(({ genres }) => genres.length <= FEW_GENRES));
  const many = largest(data.filter(({ genres }) => genres.length > FEW_GENRES));
  const main = few === null ? null : drawSongs(few, MOST_SONGS, options.seed);
  const effort = effortFor(main?.parts.length ?? 0);
  const judged = main && isEnough(main, effort.folds) ? judgeMain(main, effort, options) : null;
  const hard = many === null ? null : drawSongs(many, MOST_SONGS, options.seed);
  const isHard = hard !== null && isEnough(hard, effortFor(hard.parts.length).folds);
  return {
    needed: LEAST_SONGS,
    found: few?.parts.length ?? 0,
    folds: effort.folds,
    main: judged?.judged ?? null,
    details: judged?.details ?? null,
    hard: isHard ? judgeHard(hard, options) : null,
  };
}

function largest(data: readonly GenreSongs[]): GenreSongs | null {
  return data.reduce<GenreSongs | null>(
    (best, one) => (best !== null && best.parts.length >= one.parts.length ? best : one),
    null,
  );
}

function isEnough({ parts, genres, works, artists }: GenreSongs, folds: number): boolean {
  const groups = [works, unitsOf(artists)].map((codes) => new Set(codes).size);
  return parts.length >= LEAST_SONGS && genres.length >= 2 && groups.every((size) => size >= folds);
}

/** Songs without an artist each stand for themselves. */
function unitsOf(artists: Int32Array): Int32Array {
  const most = artists.reduce((a, b) => Math.max(a, b), 0);
  return artists.map((artist, row) => (artist >= 0 ? artist : most + 1 + row));
}

function judgeMain(
  songs: GenreSongs,
  effort: Effort,
  options: StudyOptions,
): { judged: GenreCase; details: GenreDetails } {
  const bench = new Bench(songs, effort, options);
  const audio = audioOf(songs.table);
  const importance = new GenreImportance(songs, songs.table, options.seed);
  const everything = [
    { split: 'songs', withYear: true, table: songs.table },
    { split: 'songs', withYear: false, table: audio },
    { split: 'artists', withYear: true, table: songs.table },
    { split: 'artists', withYear: false, table: audio },
  ] as const;
  let described: Float64Array | null = null;
  for (const { split, withYear, table } of everything) {
    const isDescribed = split === 'songs' && withYear;
    const both = bench.judgePair(split, withYear, table, isDescribed ? importance : null);
    described ??= both;
    // Of few songs the simpler models are shown once: a second split of them would say the same.
    if (split === 'artists' && songs.parts.length < MANY_SONGS) continue;
    for (const one of effort.others) bench.judge(one, split, withYear, table);
  }
  if (songs.parts.length >= MANY_SONGS) {
    bench.judgePair('rows', true, songs.table, null);
    bench.judgePair('rows', false, audio, null);
  }
  const units = unitsOf(songs.artists);
  return {
    judged: caseOf(songs, bench.judged),
    details: {
      model: BOTH.id,
      ...describePredictions(songs, described ?? new Float64Array(0)),
      importance: importance.result(units, effort.replicates),
    },
  };
}

/** Many genres: what does not take one tree per genre and step. */
function judgeHard(songs: GenreSongs, options: StudyOptions): GenreCase {
  const effort = effortFor(songs.parts.length);
  const bench = new Bench(songs, effort, options);
  const known = songs.artists.filter((artist) => artist >= 0).length;
  const splits =
    known >= ENOUGH_ARTISTS * songs.artists.length
      ? (['songs', 'artists'] as const)
      : (['songs'] as const);
  for (const split of splits) {
    for (const withYear of [true, false]) {
      const table = withYear ? songs.table : audioOf(songs.table);
      for (const one of [effort.forest, ...effort.others]) bench.judge(one, split, withYear, table);
    }
  }
  return caseOf(songs, bench.judged);
}

function audioOf(table: ModelTable): ModelTable {
  const ids: readonly string[] = AUDIO_COLUMNS;
  return { ...table, columns: table.columns.filter(({ id }) => ids.includes(id)) };
}

function caseOf(songs: GenreSongs, judged: readonly JudgedClassifier[]): GenreCase {
  return {
    source: songs.source,
    songs: songs.parts.length,
    artists: new Set(songs.artists.filter((artist) => artist >= 0)).size,
    several: songs.parts.filter((parts) => parts.length > 1).length,
    genres: [...songs.genres],
    judged: [...judged],
  };
}

type SplitId = JudgedClassifier['split'];

/** One set of songs, its folds, and the scores that were found so far. */
class Bench {
  readonly judged: JudgedClassifier[] = [];
  readonly #folds: Readonly<Record<SplitId, readonly Fold[]>>;

  constructor(
    readonly songs: GenreSongs,
    readonly effort: Effort,
    readonly options: StudyOptions,
  ) {
    const { folds } = effort;
    const foldsOf = (groups: Int32Array): readonly Fold[] =>
      groupFolds(groups, folds, options.seed);
    this.#folds = {
      rows: foldsOf(Int32Array.from(songs.works.keys())),
      songs: foldsOf(songs.works),
      artists: foldsOf(unitsOf(songs.artists)),
    };
  }

  judge(
    classifier: Classifier,
    split: SplitId,
    withYear: boolean,
    table: ModelTable,
    importance: GenreImportance | null = null,
  ): Float64Array {
    const { seed, onStep } = this.options;
    onStep?.(`genre of a song: ${classifier.title}`, this.judged.length, this.judged.length + 1);
    const predicted = predictFolds(
      classifier,
      this.songs,
      table,
      this.#folds[split],
      seed,
      (fitted, fold) => importance?.add(fitted, fold),
    );
    this.#add(classifier, split, withYear, predicted);
    return predicted;
  }

  /** Boosting, forest, and the mean of the two. */
  judgePair(
    split: SplitId,
    withYear: boolean,
    table: ModelTable,
    importance: GenreImportance | null,
  ): Float64Array {
    const { boosting, forest } = this.effort;
    const one = this.judge(boosting, split, withYear, table, importance);
    const other = this.judge(forest, split, withYear, table);
    const both = one.map((share, at) => (share + other[at]) / 2);
    this.#add(BOTH, split, withYear, both);
    return both;
  }

  #add(
    { id, title }: Pick<Classifier, 'id' | 'title'>,
    split: SplitId,
    withYear: boolean,
    predicted: Float64Array,
  ): void {
    const { parts, genres, artists } = this.songs;
    const scores = scoreGenres(parts, predicted, genres.length, {
      units: unitsOf(artists),
      // All models are judged on the same draws, so that their scores can be held against each other.
      seed: deriveSeed(this.options.seed, 'genre.scores'),
      replicates: this.effort.replicates,
    });
    this.judged.push({ model: id, title, split, withYear, ...scores });
  }
}
