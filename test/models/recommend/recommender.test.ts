import { describe, expect, it } from 'vitest';
import type { ArtistData } from '../../../src/models/recommend/artistData.js';
import { Recommender } from '../../../src/models/recommend/recommender.js';
import {
  fitRecommender,
  recommenderFromJson,
  recommenderToJson,
} from '../../../src/models/recommend/recommenderModel.js';
import { toyArtists } from './toyArtists.js';

const data = toyArtists();
const HEARD = data.ids.length - 3;
const model = fitRecommender(data);
const recommender = new Recommender(model);

describe('Recommender', () => {
  it('finds artists of the same scene, says why and how sure it is', () => {
    for (const artist of [0, 5, 10, 15]) {
      const { basis, recommendations } = recommender.recommend(artist);
      expect(basis).toBe('listeners');
      expect(recommendations).toHaveLength(10);
      const scene = data.names[artist].split(' No.')[0];
      const same = recommendations.filter(({ name }) => name.startsWith(`${scene} `));
      expect(same.length).toBeGreaterThanOrEqual(8);
      const [first] = recommendations;
      expect(first.reason).toContain(`shares ${first.sharedListeners} listeners`);
      expect(first.confidence).toBeGreaterThan(0);
      expect(first.confidence).toBeLessThan(1);
    }
  });

  it('counts shared listeners as the data has them', () => {
    const [first] = recommender.recommend(3).recommendations;
    const fans = (artist: number): ReadonlySet<number> =>
      new Set(data.listens.filter((one) => one.artist === artist).map(({ user }) => user));
    const other = fans(data.ids.indexOf(first.id));
    expect(first.sharedListeners).toBe([...fans(3)].filter((user) => other.has(user)).length);
  });

  it('goes by content alone where nobody listens, and says so', () => {
    const list = recommender.recommend(HEARD);
    expect(list.basis).toBe('content');
    expect(list.artist.listeners).toBe(0);
    expect(list.recommendations[0].id).toBe('toy:0');
    expect(list.recommendations[0].sharedWords).toEqual(
      expect.arrayContaining(['calm', 'scene-0']),
    );
    expect(list.recommendations[0].reason).toMatch(/^tags: /);
    const bySound = recommender.recommend(HEARD + 1);
    expect(bySound.basis).toBe('content');
    expect(bySound.recommendations[0].reason).toBe('sounds alike and is about as well known');
  });

  it('has an empty list where nothing is known', () => {
    const list = recommender.recommend(HEARD + 2);
    expect(list).toMatchObject({ basis: 'nothing', recommendations: [] });
  });

  it('never lists the artist itself, another name of it, or two names of one', () => {
    const names = data.names.map((name, artist) =>
      artist === 4 ? `${data.names[0]} feat. Mo` : artist === 12 ? `The ${data.names[8]}` : name,
    );
    const renamed = new Recommender({ ...model, names });
    const { recommendations } = renamed.recommend(0, { count: 60 });
    const listed = recommendations.map(({ id }) => id);
    expect(listed).not.toContain('toy:0');
    expect(listed).not.toContain('toy:4');
    expect(listed.includes('toy:8') && listed.includes('toy:12')).toBe(false);
    expect(listed.includes('toy:8') || listed.includes('toy:12')).toBe(true);
  });

  it('brings lesser-known artists forward with novelty, and other scenes with diversity', () => {
    const meanListeners = (novelty: number): number => {
      const { recommendations } = recommender.recommend(0, { novelty });
      const counts = recommendations.map(
        ({ id }) => data.listens.filter(({ artist }) => data.ids[artist] === id).length,
      );
      return counts.reduce((sum, count) => sum + count, 0) / counts.length;
    };
    expect(meanListeners(1)).toBeLessThan(meanListeners(0));
    const scenes = (diversity: number): number =>
      new Set(
        recommender
          .recommend(0, { diversity })
          .recommendations.map(({ name }) => name.split(' No.')[0]),
      ).size;
    expect(scenes(0.9)).toBeGreaterThan(scenes(0));
  });

  it('finds artists by name however spelt, by id, and offers near names otherwise', () => {
    expect(recommender.find('SCENE 1 no 5')).toBe(5);
    expect(recommender.find('toy:7')).toBe(7);
    expect(recommender.find('Nobody')).toBeNull();
    expect(recommender.suggest('Strangr 0')).toContain('Stranger 0');
  });

  it('takes the better known of two artists of one name', () => {
    const names = data.names.map((name, artist) => (artist === HEARD ? data.names[6] : name));
    expect(new Recommender({ ...model, names }).find(data.names[6])).toBe(6);
  });

  it('is the same after a stay on disk, and refuses what is no model', () => {
    const back = recommenderFromJson(JSON.parse(JSON.stringify(recommenderToJson(model))));
    expect(new Recommender(back!).recommend(2)).toEqual(recommender.recommend(2));
    expect(recommenderFromJson({ ids: [] })).toBeNull();
  });

  it('knows artists that stand on playlists alone', () => {
    const none: ArtistData = {
      ...data,
      source: null,
      users: 0,
      listens: [],
      taggings: [],
      tags: [],
    };
    const lists = [0, 1, 2].map(() => [0, 1, 2]).concat([[3, 4]]);
    const listed = new Recommender(fitRecommender({ ...none, playlists: lists }));
    const { basis, recommendations } = listed.recommend(0);
    expect(basis).toBe('listeners');
    expect(recommendations.slice(0, 2).map(({ id }) => id)).toEqual(['toy:1', 'toy:2']);
    expect(recommendations[0].reason).toBe('shares 3 playlists');
  });
});
