import type { ArtistData } from './artistData.js';
import { heardArtists } from './onlyArtists.js';
import { Recommender } from './recommender.js';
import { fitRecommender } from './recommenderModel.js';
import type { RecommenderResult } from './recommenderResult.js';
import { rowLength } from './sparseRows.js';

/** Well-known artists that are looked at by hand, and the length of their lists. */
const EXAMPLES = 20;
const LISTED = 5;

/** Lists for the most heard artists, as `liner recommend` gives them, and what lists for all artists would rest on. */
export function similarExamples(data: ArtistData): Pick<RecommenderResult, 'examples' | 'basis'> {
  const model = fitRecommender(data);
  const recommender = new Recommender(model);
  const basis = { listeners: 0, content: 0, nothing: 0 };
  for (const artist of data.ids.keys()) {
    if (rowLength(model.neighbours, artist) > 0) basis.listeners += 1;
    else if (rowLength(model.content, artist) > 0) basis.content += 1;
    else basis.nothing += 1;
  }
  const examples = heardArtists(data, EXAMPLES).map((place) => {
    const { artist, recommendations } = recommender.recommend(place, { count: LISTED });
    return {
      artist: artist.name,
      listeners: artist.listeners,
      similar: recommendations.map(({ name }) => name),
    };
  });
  return { examples, basis };
}
