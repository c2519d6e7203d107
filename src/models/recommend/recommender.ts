import { normaliseName } from '../../transform/normaliseName.js';
import { aliasKeys, isAlias, type AliasKeys } from './aliases.js';
import { contentScores } from './contentVectors.js';
import { diversify } from './diversify.js';
import { contentSay } from './evidence.js';
import { nearestNames } from './nearestNames.js';
import type { RecommenderModel } from './recommenderModel.js';
import { rowLength, sharedColumns, type SparseRows } from './sparseRows.js';
import { topItems } from './topItems.js';

/**
 * What one unit of likeness in content counts against EASE's weights. Chosen from 0.01, 0.03 and 0.1 on a part of the
 * training listens of Last.fm 2K that no reported score rests on; the study of recommenders chooses anew.
 */
export const CONTENT_WEIGHT = 0.03;

export interface RecommendOptions {
  /** Length of the list; 10 if left out. */
  readonly count?: number;
  /** 0 (default): the best; towards 1: each unlike those before it. */
  readonly diversity?: number;
  /** 0 (default): as it is; towards 1: well-known artists go back. */
  readonly novelty?: number;
}

/** An artist that is like another, and why. */
export interface Recommendation {
  readonly id: string;
  readonly name: string;
  /** What it adds to the wish of who plays the artist asked for: larger is nearer; compare within a list only. */
  readonly score: number;
  /** How much evidence stands behind it, 0–1: e / (e + 10), e = shared listeners and playlists, and shared words by half. */
  readonly confidence: number;
  readonly sharedListeners: number;
  readonly sharedPlaylists: number;
  /** Tags, genres and subgenres that both have, those that weigh most first. */
  readonly sharedWords: readonly string[];
  /** "shares 61 listeners, tags: trip-hop, downtempo". */
  readonly reason: string;
}

export interface RecommendedList {
  readonly artist: {
    readonly id: string;
    readonly name: string;
    readonly listeners: number;
    readonly playlists: number;
  };
  /** - listeners: co-listening, playlists and content; - content: too few of both, so tags, genres and sound alone; - nothing: nothing is known */
  readonly basis: 'listeners' | 'content' | 'nothing';
  readonly recommendations: readonly Recommendation[];
}

const CANDIDATES = 200;
const WORDS_SHOWN = 3;
/** Evidence at which confidence is one half. */
const HALF_CONFIDENCE = 10;

/**
 * Recommends artists that are like one. Built once from a {@link RecommenderModel}; each list then takes milliseconds.
 *
 * @example
 * const recommender = new Recommender(fitRecommender(await loadArtistData(readerOf(db))));
 * recommender.recommend(recommender.find('Portishead')!, { count: 5 });
 */
export class Recommender {
  readonly #model: RecommenderModel;
  readonly #keys: readonly string[];
  readonly #aliases = new Map<number, AliasKeys>();
  readonly #mostSupport: number;

  constructor(model: RecommenderModel) {
    this.#model = model;
    this.#keys = model.names.map(normaliseName);
    this.#mostSupport = model.ids.reduce((most, _, i) => Math.max(most, this.#support(i)), 1);
  }

  get size(): number {
    return this.#model.ids.length;
  }

  /** The artist of a name or id, as a place; of several of one name the best known; null where there is none. */
  find(name: string): number | null {
    const byId = this.#model.ids.indexOf(name);
    if (byId >= 0) return byId;
    const key = normaliseName(name);
    let found: number | null = null;
    this.#keys.forEach((known, place) => {
      if (known !== key) return;
      if (found === null || this.#support(place) > this.#support(found)) found = place;
    });
    return found;
  }

  /** Known names that are spelt like one that is not known, nearest first. */
  suggest(name: string, count = 3): readonly string[] {
    const places = nearestNames(normaliseName(name), this.#keys, count);
    return places.map((place) => this.#model.names[place]);
  }

  /** A list for an artist given by its place; never the artist itself, nor another name of it or of one on the list. */
  recommend(artist: number, options: RecommendOptions = {}): RecommendedList {
    const { count = 10, diversity = 0, novelty = 0 } = options;
    const { ids, names, neighbours, content } = this.#model;
    const heard = rowLength(neighbours, artist) > 0;
    const known = heard || rowLength(content, artist) > 0;
    const scores = this.#scores(artist, heard, novelty);
    const candidates = topItems(scores, CANDIDATES + count)
      .filter((item) => scores[item] > 0 && !this.#isAlias(item, artist))
      .map((item) => ({ item, score: scores[item] }));
    const chosen = diversify(candidates, {
      count,
      diversity,
      similarity: (a, b) => product(content, a, b),
      excludes: (a, b) => this.#isAlias(a, b),
    });
    return {
      artist: {
        id: ids[artist],
        name: names[artist],
        listeners: this.#listeners(artist),
        playlists: rowLength(this.#model.playlists, artist),
      },
      basis: heard ? 'listeners' : known ? 'content' : 'nothing',
      recommendations: chosen.map(({ item, score }) => this.#explain(artist, item, score)),
    };
  }

  #scores(artist: number, heard: boolean, novelty: number): Float64Array {
    const { neighbours, content, features, words } = this.#model;
    const say = heard ? CONTENT_WEIGHT * contentSay(this.#support(artist), words[artist]) : 1;
    const scores = contentScores({ rows: content, features, words }, artist).map(
      (likeness) => say * Math.max(0, likeness),
    );
    for (let at = neighbours.start[artist]; at < neighbours.start[artist + 1]; at += 1) {
      scores[neighbours.columns[at]] += neighbours.values[at];
    }
    scores[artist] = 0;
    if (novelty > 0) {
      const scale = novelty / Math.log1p(this.#mostSupport);
      scores.forEach((score, item) => {
        scores[item] = score * (1 - scale * Math.log1p(this.#support(item)));
      });
    }
    return scores;
  }

  #explain(artist: number, item: number, score: number): Recommendation {
    const { ids, names, listeners, playlists } = this.#model;
    const sharedListeners = sharedColumns(listeners, artist, item).length;
    const sharedPlaylists = sharedColumns(playlists, artist, item).length;
    const words = this.#sharedWords(artist, item);
    const evidence = sharedListeners + sharedPlaylists + words.length / 2;
    return {
      id: ids[item],
      name: names[item],
      score,
      confidence: evidence / (evidence + HALF_CONFIDENCE),
      sharedListeners,
      sharedPlaylists,
      sharedWords: words,
      reason: reasonOf(sharedListeners, sharedPlaylists, words),
    };
  }

  #sharedWords(artist: number, item: number): readonly string[] {
    const { content, features } = this.#model;
    const named = sharedColumns(content, artist, item)
      .filter(({ column }) => features[column] !== '')
      .sort((a, b) => b.product - a.product || a.column - b.column)
      .map(({ column }) => features[column]);
    return [...new Set(named)];
  }

  #support(artist: number): number {
    return this.#listeners(artist) + rowLength(this.#model.playlists, artist);
  }

  #listeners(artist: number): number {
    return rowLength(this.#model.listeners, artist);
  }

  #isAlias(a: number, b: number): boolean {
    return isAlias(this.#aliasOf(a), this.#aliasOf(b));
  }

  #aliasOf(artist: number): AliasKeys {
    const known = this.#aliases.get(artist);
    if (known) return known;
    const keys = aliasKeys(this.#model.names[artist]);
    this.#aliases.set(artist, keys);
    return keys;
  }
}

function product(rows: SparseRows, a: number, b: number): number {
  return sharedColumns(rows, a, b).reduce((sum, shared) => sum + shared.product, 0);
}

function reasonOf(listeners: number, playlists: number, words: readonly string[]): string {
  const shares = [
    ...(listeners > 0 ? [`${listeners} ${listeners === 1 ? 'listener' : 'listeners'}`] : []),
    ...(playlists > 0 ? [`${playlists} ${playlists === 1 ? 'playlist' : 'playlists'}`] : []),
  ];
  const parts = [
    ...(shares.length > 0 ? [`shares ${shares.join(' and ')}`] : []),
    ...(words.length > 0 ? [`tags: ${words.slice(0, WORDS_SHOWN).join(', ')}`] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'sounds alike and is about as well known';
}
