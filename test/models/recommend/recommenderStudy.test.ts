import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, fitCollaborative } from '../../../src/models/recommend/collaborative.js';
import { holdOut } from '../../../src/models/recommend/holdOut.js';
import { judgedUsers, judgeRanking } from '../../../src/models/recommend/judgeRanking.js';
import { recommenderSchema } from '../../../src/models/recommend/recommenderResult.js';
import {
  judgeRecommenders,
  recommenderStudy,
} from '../../../src/models/recommend/recommenderStudy.js';
import { collaborativeScores } from '../../../src/models/recommend/userScores.js';
import { toyArtists } from './toyArtists.js';

const data = toyArtists();
const result = judgeRecommenders(data, { seed: 1 });
const scoreOf = (id: string, of = result): number =>
  of.methods.find((method) => method.id === id)!.ndcg.estimate;

describe('recommenderStudy', () => {
  it('finds planted scenes: listening beats popularity, and the lists stay within bounds', () => {
    expect(scoreOf('ease')).toBeGreaterThan(scoreOf('popularity') + 0.1);
    expect(scoreOf('item-cosine')).toBeGreaterThan(scoreOf('popularity') + 0.1);
    for (const { ndcg, recall, coverage, novelty } of result.methods) {
      for (const { estimate, low, high } of [ndcg, recall]) {
        expect(estimate).toBeGreaterThanOrEqual(low ?? estimate);
        expect(estimate).toBeLessThanOrEqual(high ?? estimate);
        expect(estimate).toBeGreaterThanOrEqual(0);
        expect(estimate).toBeLessThanOrEqual(1);
      }
      expect(coverage).toBeGreaterThan(0);
      expect(coverage).toBeLessThanOrEqual(1);
      expect(novelty).toBeGreaterThan(0);
    }
  });

  it('gives plain JSON of its schema, the same again for the same seed', () => {
    expect(recommenderSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    expect(judgeRecommenders(data, { seed: 1 })).toEqual(result);
  });

  it('cannot see a kept-back pair through a tag, which would give it away', () => {
    // Each user marks all that they play with a word of their own.
    const taggings = data.listens.map(({ user, artist }) => ({
      user,
      artist,
      tag: user,
      weight: 1,
    }));
    const split = holdOut({ ...data, taggings }, 1);
    const users = judgedUsers(split);
    const meanScore = (given: typeof taggings): number => {
      const counts = { users: data.users, playlists: [], artists: data.ids.length };
      const settings = { ...DEFAULT_SETTINGS, lambda: 5, minTagUsers: 1 };
      const fitted = fitCollaborative(counts, split.train, given, settings);
      const { ndcg } = judgeRanking(split, users, fitted.support, collaborativeScores(fitted));
      return ndcg.reduce((sum, value) => sum + value, 0) / ndcg.length;
    };
    const without = meanScore([]);
    expect(meanScore(taggings)).toBeGreaterThan(without + 0.2);
    expect(meanScore([...split.taggings])).toBeLessThan(without + 0.02);
  });

  it('says what lists for all artists rest on and shows the best known', () => {
    const all = result.basis.listeners + result.basis.content + result.basis.nothing;
    expect(all).toBe(data.ids.length);
    expect(result.basis.nothing).toBe(1);
    expect(result.examples).toHaveLength(20);
    expect(result.examples[0].similar).toHaveLength(5);
  });

  it.each([
    ['few users', toyArtists({ users: 6 })],
    ['no users', { ...toyArtists({ users: 0 }), source: null }],
    [
      'no artists',
      { ...toyArtists({ users: 0, each: 0 }), taggings: [], playlists: [], styles: [] },
    ],
  ] as const)('has no scores with %s', (_, few) => {
    const found = judgeRecommenders(few, { seed: 1 });
    expect(found.methods).toEqual([]);
    expect(found.users).toBeLessThan(found.needed);
  });

  it('runs as a study', async () => {
    expect(await recommenderStudy.run(data, { seed: 1 })).toEqual(result);
  });
});
