import { meanInterval, type Estimated } from '../../stats/meanInterval.js';
import type { Study, StudyOptions } from '../study.js';
import { loadArtistData, type ArtistData } from './artistData.js';
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
  load: (reader) => loadArtistData(reader),
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
    ...similarExamples(all.ids.length > 3 * MOST_ARTISTS ? data : all),
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
  const meanOf = (scores: UserScores): number => meanInterval(bench.judge(scores).ndcg).estimate;
  onStep?.('recommenders: settings', 0, 4);
  const tried = (settings: Partial<CollaborativeSettings>) => {
    const fitted = bench.fit(settings);
    return { settings, fitted, ndcg: meanOf(collaborativeScores(fitted)) };
  };
  const tagged = bestOf(TAG_WEIGHTS.map((tagWeight) => tried({ tagWeight, playlists: false })));
  const chosen = bestOf([tagged, tried({ ...tagged.settings, playlists: true })]);
  onStep?.('recommenders: settings', 1, 4);
  const content = bench.content();
  const { contentWeight } = bestOf(
    CONTENT_WEIGHTS.map((weight) => ({
      contentWeight: weight,
      ndcg: meanOf(hybridScores(chosen.fitted, content, inner.known, weight)),
    })),
  );
  return { ...DEFAULT_SETTINGS, ...chosen.settings, contentWeight };
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
  const judged: readonly (readonly [string, string, UserScores])[] = [
    ['popularity', 'Popularity', () => popularity],
    ['content', 'Content alone', contentUserScores(content, split.known)],
    ['item-cosine', 'Item cosine', itemCosine(plays)],
    [EASE, 'EASE', collaborativeScores(bench.fit({ tagWeight: 0, playlists: false }))],
    [
      'ease-own-tags',
      'EASE with tags of known listeners only',
      collaborativeScores(bench.fit({ tagWeight, playlists: false }, ownTags)),
    ],
    [
      'ease-tags',
      'EASE with tags',
      collaborativeScores(bench.fit({ tagWeight, playlists: false })),
    ],
    [
      'ease-playlists',
      'EASE with tags and playlists',
      collaborativeScores(playlists ? full : bench.fit({ tagWeight, playlists: true })),
    ],
    ['hybrid', 'Hybrid', hybridScores(full, content, split.known, contentWeight)],
  ];
  const rankings = judged.map(([id, title, scores]) => ({ id, title, ...bench.judge(scores) }));
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
