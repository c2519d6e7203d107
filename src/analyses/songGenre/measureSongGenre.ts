import type { Finding } from '../../domain/finding.js';
import type { Unit } from '../../domain/unit.js';
import { songGenreWeights } from '../../store/queries/songGenreWeights.js';
import type {
  ClassScore,
  GenreCase,
  GenreResult,
  JudgedClassifier,
} from '../../models/genre/genreResult.js';
import type { AnalysisContext, Measured } from '../analysis.js';
import { SONG_QUERIES } from '../adjusted/levelTable.js';
import { makeFinding, notEnoughData, type FindingSpec } from '../makeFinding.js';
import { intervalOf } from '../scoreParts.js';
import { songGenreTables } from './songGenreTables.js';

/** Where the numbers of the section come from. */
export const GENRE_QUERIES: readonly string[] = [...SONG_QUERIES, songGenreWeights.id];

/** The finding of one model under one split: `song_genre.accuracy.random_forest_songs_year`. */
export function accuracyId({
  model,
  split,
  withYear,
}: Pick<JudgedClassifier, 'model' | 'split' | 'withYear'>): string {
  return `song_genre.accuracy.${model}_${split}_${withYear ? 'year' : 'sound'}`;
}

const SPLIT_WORDS = {
  rows: 'over single tracks',
  songs: 'over songs',
  artists: 'over whole artists',
} as const;

type Base = Pick<
  FindingSpec,
  'section' | 'n' | 'nUnit' | 'queries' | 'sources' | 'asOf' | 'caveats'
>;

/** Findings and tables of the section, from the result of the study. */
export function measureSongGenre(result: GenreResult, context: AnalysisContext): Measured {
  const { main, hard, details } = result;
  if (main === null || details === null) {
    const spec = {
      id: 'song_genre.songs',
      section: 'song_genre',
      label: 'songs whose genre was told',
      unit: 'songs',
      nUnit: 'songs',
    } as const;
    return { findings: [notEnoughData(spec, result.found, result.needed)], tables: [] };
  }
  const base = baseOf(main, context);
  const described = main.judged.find(
    ({ model, split, withYear }) => model === details.model && split === 'songs' && withYear,
  );
  return {
    findings: [
      size(base, 'songs', 'songs whose genre was told', main.songs, 'songs'),
      size(base, 'genres', 'genres that playlists have', main.genres.length, 'count'),
      size(base, 'several', 'songs listed under several genres', main.several, 'songs'),
      ...main.judged.map((judged) => accuracyFinding(base, judged)),
      ...(described ? describedFindings(base, described) : []),
      makeFinding({
        ...base,
        id: 'song_genre.calibration_error',
        label: 'mean distance between how sure the model was and how often it was right',
        estimate: details.calibrationError * 100,
        unit: 'percentage-points',
      }),
      ...(hard === null ? [] : hardFindings(hard, context)),
    ],
    tables: songGenreTables(main, details, hard),
  };
}

function baseOf({ source, songs }: GenreCase, context: AnalysisContext): Base {
  const stamp = context.sources.find((one) => one.source === source);
  return {
    section: 'song_genre',
    n: songs,
    nUnit: 'songs',
    queries: GENRE_QUERIES,
    sources: [source],
    asOf: context.asOf(source),
    caveats: [
      ...(stamp ? [stamp.selection] : []),
      'A genre is what somebody named the playlist that a song is on, not a property of the song.',
    ],
  };
}

function size(base: Base, id: string, label: string, estimate: number, unit: Unit): Finding {
  return makeFinding({ ...base, id: `song_genre.${id}`, label, estimate, unit });
}

function accuracyFinding(base: Base, judged: JudgedClassifier): Finding {
  const { title, split, withYear, accuracy } = judged;
  const from = withYear ? 'sound and year' : 'sound';
  return share(
    base,
    accuracyId(judged),
    `main genre told right by “${title}” from ${from}, ${SPLIT_WORDS[split]}`,
    accuracy,
  );
}

function describedFindings(base: Base, judged: JudgedClassifier): Finding[] {
  const { anyMatch, singleGenre, balanced, macroF1 } = judged;
  return [
    share(base, 'song_genre.any_match', 'any genre of the song told right', anyMatch),
    share(base, 'song_genre.single_genre', 'told right among songs of a single genre', singleGenre),
    share(base, 'song_genre.balanced', 'balanced accuracy: mean share found per genre', balanced),
    share(base, 'song_genre.macro_f1', 'mean F1 over genres (macro-F1)', macroF1),
  ];
}

/** The forest with the year is what is told of the hard case; the commonest genre stands beside it. */
function hardFindings(hard: GenreCase, context: AnalysisContext): Finding[] {
  const base = baseOf(hard, context);
  const of = (model: string): JudgedClassifier | undefined =>
    hard.judged.find((one) => one.model === model && one.split === 'songs' && one.withYear);
  const [forest, baseline] = [of('random_forest'), of('majority')];
  if (!forest || !baseline) return [];
  return [
    size(base, 'hard.genres', 'genres of the hard case', hard.genres.length, 'count'),
    share(base, 'song_genre.hard.top_one', 'main genre told right of many', forest.accuracy),
    share(base, 'song_genre.hard.top_five', 'main genre among the five likeliest', forest.topFive),
    share(base, 'song_genre.hard.baseline', 'the commonest genre named always', baseline.accuracy),
  ];
}

function share(base: Base, id: string, label: string, score: ClassScore): Finding {
  return makeFinding({
    ...base,
    id,
    label,
    estimate: score.value * 100,
    ci: intervalOf(score, 100),
    unit: 'percent',
    clusteredBy: 'artist',
  });
}
