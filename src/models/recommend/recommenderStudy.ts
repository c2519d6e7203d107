import { meanInterval, type Estimated } from '../../stats/meanInterval.js';
import type { Study, StudyOptions } from '../study.js';
import { loadArtistData, type ArtistData, type LoadLimits } from './artistData.js';
import { DEFAULT_SETTINGS, fitCollaborative, type CollaborativeSettings } from './collaborative.js';
import { contentVectors } from './contentVectors.js';
import { CONTENT_WEIGHT } from './recommender.js';
import { similarExamples } from './similarExamples.js';
import { holdOut, holdOutAgain, type HeldOut } from './holdOut.js';
import { itemCosine, playRows } from './itemCosine.js';
import { judgedUsers, judgeRanking, type JudgedRanking, type UserScores } from './judgeRanking.js';
import { heardArtists, onlyArtists } from './onlyArtists.js';
import {
  recommenderSchema,
  type JudgedMethod,
  type RecommenderResult,
} from './recommenderResult.js';
import { collaborativeScores, contentUserScores, hybridScores } from './userScores.js';

/** Fewer users give no score worth telling. */
const LEAST_USERS = 20;
/** Most artists that are judged, the most heard ones; the public data have fewer. */
const MOST_ARTISTS = 20_000;
/** Scores on all users where these are few, on a draw where they are many. */
const LIMITS: LoadLimits = {
  mostUsers: 2000,
  drawnUsers: 600,
  mostPlaylists: 200,
  heardOnly: true,
};
/** What may be chosen, on a part of the training listens that no reported score rests on. */
const TAG_WEIGHTS = [0, 3, 10, 30] as const;
const CONTENT_WEIGHTS = [0.01, 0.03, 0.1] as const;

type Settings = CollaborativeSettings & { readonly contentWeight: number };

/**
 * How well recommenders find the artists that were kept back from each user: popularity, item cosine, EASE, EASE with tags
 * and playlists, and the hybrid, side by side with intervals over users, and the differences from EASE pair by pair.
 */
export const recommenderStudy: Study<ArtistData, RecommenderResult> = {
  id: 'similar-artists',
  title: 'Recommenders of artists',
  schema: recommenderSchema,
  load: (reader) => loadArtistData(reader, LIMITS),
  run: (data, options) => Promise.resolve(judgeRecommenders(data, options)),
};

/** The study itself, without a store. */
export function judgeRecommenders(all: ArtistData, options: StudyOptions): RecommenderResult {
  const data = onlyArtists(all, heardArtists(all, MOST_ARTISTS));
  const split = holdOut(data, options.seed);
  const users = judgedUsers(split);
  const enough = users.length >= LEAST_USERS;
  const bench = new Bench(data, split, users);
  const settings = enough
    ? chooseSettings(data, holdOutAgain(split), options)
    : { ...DEFAULT_SETTINGS, contentWeight: CONTENT_WEIGHT };
  const methods = enough ? judgeMethods(bench, settings, options) : [];
  options.onStep?.('recommenders: artists like the best known', 3, 4);
  return {
    source: data.source,
    users: users.length,
    needed: LEAST_USERS,
    artists: data.ids.length,
    listens: data.listens.length,
    held: split.held.reduce((sum, artists) => sum + artists.size, 0),
    rule: split.rule,
    settings: {
      lambda: settings.lambda,
      tagWeight: settings.tagWeight,
      playlists: settings.playlists,
      contentWeight: settings.contentWeight,
    },
    methods,
    ...similarExamples(all),
  };
}

/** One split with what all methods need of it. */
class Bench {
  readonly listeners: Int32Array;

  constructor(
    readonly data: ArtistData,
    readonly split: HeldOut,
    readonly users: readonly number[],
  ) {
    this.listeners = new Int32Array(data.ids.length);
    for (const artists of split.known) for (const artist of artists) this.listeners[artist] += 1;
  }

  judge(scores: UserScores): JudgedRanking {
    return judgeRanking(this.split, this.users, this.listeners, scores);
  }

  meanOf(scores: UserScores): number {
    return meanInterval(this.judge(scores).ndcg).estimate;
  }

  fit(settings: Partial<CollaborativeSettings>, taggings = this.split.taggings) {
    const { users, playlists, ids } = this.data;
    const counts = { users, playlists, artists: ids.length };
    const all = { ...DEFAULT_SETTINGS, ...settings };
    return fitCollaborative(counts, this.split.train, taggings, all);
  }

  content() {
    return contentVectors(this.data, this.split.taggings, this.listeners);
  }
}

/** The weight of tags, whether playlists enter, and what content counts, one after another: best mean NDCG on the inner split. */
function chooseSettings(data: ArtistData, inner: HeldOut, { onStep }: StudyOptions): Settings {
  const bench = new Bench(data, inner, judgedUsers(inner));
  onStep?.('recommenders: settings', 0, 4);
  let best = tried(bench, { tagWeight: TAG_WEIGHTS[0], playlists: false });
  const keepBetter = (settings: Partial<CollaborativeSettings>): void => {
    const next = tried(bench, settings);
    // One fit at a time is kept: each takes a good part of a hundred megabytes.
    if (next.ndcg > best.ndcg) best = next;
  };
  for (const tagWeight of TAG_WEIGHTS.slice(1)) keepBetter({ tagWeight, playlists: false });
  keepBetter({ ...best.settings, playlists: true });
  onStep?.('recommenders: settings', 1, 4);
  const content = bench.content();
  const { contentWeight } = bestOf(
    CONTENT_WEIGHTS.map((weight) => ({
      contentWeight: weight,
      ndcg: bench.meanOf(hybridScores(best.fitted, content, inner.known, weight)),
    })),
  );
  return { ...DEFAULT_SETTINGS, ...best.settings, contentWeight };
}

/** A fit with settings and the score of it. */
function tried(bench: Bench, settings: Partial<CollaborativeSettings>) {
  const fitted = bench.fit(settings);
  return { settings, fitted, ndcg: bench.meanOf(collaborativeScores(fitted)) };
}

/** The first of the best. */
function bestOf<One extends { readonly ndcg: number }>(list: readonly One[]): One {
  return list.reduce((best, one) => (one.ndcg > best.ndcg ? one : best));
}

function judgeMethods(
  bench: Bench,
  { tagWeight, playlists, contentWeight }: Settings,
  { onStep }: StudyOptions,
): JudgedMethod[] {
  onStep?.('recommenders: scores', 2, 4);
  const { data, split, listeners } = bench;
  const popularity = Float64Array.from(listeners);
  const plays = playRows(split.train, data.users, data.ids.length);
  const content = bench.content();
  const full = bench.fit({ tagWeight, playlists });
  const ownTags = split.taggings.filter(
    ({ user, artist }) => user < 0 || split.known[user].has(artist),
  );
  const scored = (settings: Partial<CollaborativeSettings>, taggings = split.taggings) =>
    collaborativeScores(bench.fit(settings, taggings));
  // Each is fitted when its turn comes, so that only one more than the hybrid's stands in memory.
  const methods: readonly (readonly [string, string, () => UserScores])[] = [
    ['popularity', 'Popularity', () => () => popularity],
    ['content', 'Content alone', () => contentUserScores(content, split.known)],
    ['item-cosine', 'Item cosine', () => itemCosine(plays)],
    [EASE, 'EASE', () => scored({ tagWeight: 0, playlists: false })],
    [
      'ease-own-tags',
      'EASE with tags of known listeners only',
      () => scored({ tagWeight, playlists: false }, ownTags),
    ],
    ['ease-tags', 'EASE with tags', () => scored({ tagWeight, playlists: false })],
    [
      'ease-playlists',
      'EASE with tags and playlists',
      () => (playlists ? collaborativeScores(full) : scored({ tagWeight, playlists: true })),
    ],
    ['hybrid', 'Hybrid', () => hybridScores(full, content, split.known, contentWeight)],
  ];
  const rankings = methods.map(([id, title, scores]) => ({ id, title, ...bench.judge(scores()) }));
  const reference = rankings.find(({ id }) => id === EASE)!.ndcg;
  return rankings.map((ranking) => describeMethod(ranking, reference));
}

const EASE = 'ease';

function describeMethod(
  ranking: JudgedRanking & { readonly id: string; readonly title: string },
  reference: Float64Array,
): JudgedMethod {
  const { id, title, ndcg, recall, coverage, novelty } = ranking;
  const differences = ndcg.map((value, user) => value - reference[user]);
  return {
    id,
    title,
    ndcg: ends(meanInterval(ndcg)),
    recall: ends(meanInterval(recall)),
    coverage,
    novelty,
    difference: id === EASE ? null : ends(meanInterval(differences)),
  };
}

function ends({ estimate, ci }: Estimated): JudgedMethod['ndcg'] {
  return { estimate, low: ci?.low ?? null, high: ci?.high ?? null };
}
