import { describe, expect, it } from 'vitest';
import { titleKeys } from '../../src/transform/titleKeys.js';

describe('titleKeys', () => {
  it.each([
    ['Lantern', 'lantern', 'lantern'],
    ['Lantern (feat. Ada & Bo)', 'lantern', 'lantern'],
    ['Lantern [ft. Ada]', 'lantern', 'lantern'],
    ['Lantern feat. Ada', 'lantern', 'lantern'],
    ['Lantern - feat. Ada', 'lantern', 'lantern'],
    ['Lantern Feat. Ada - Radio Mix', 'lantern radio mix', 'lantern'],
    ['Lantern (with Bo feat. Ada) - Remix', 'lantern with bo remix', 'lantern'],
    ['Lantern - Remastered 2011', 'lantern', 'lantern'],
    ['Lantern - 2009 Remaster', 'lantern', 'lantern'],
    ['Lantern - Live - Remastered', 'lantern live', 'lantern'],
    ['Lantern (2011 Remastered Version)', 'lantern', 'lantern'],
    ['Lantern (with Bo)', 'lantern with bo', 'lantern'],
    ['Lantern - Club Mix', 'lantern club mix', 'lantern'],
    ['Lantern (Live) [Deluxe]', 'lantern live deluxe', 'lantern'],
    ['Lantern-Light', 'lantern light', 'lantern light'],
    ['Featherweight', 'featherweight', 'featherweight'],
    ['Soft', 'soft', 'soft'],
    ['Remastering the Past', 'remastering the past', 'remastering the past'],
    ['(Interlude)', 'interlude', 'interlude'],
    ['(feat. Ada)', 'feat ada', 'feat ada'],
    ['!!!', '!!!', '!!!'],
    [' - ', '-', '-'],
  ])('%s', (title, matchKey, workKey) => {
    expect(titleKeys(title)).toEqual({ matchKey, workKey });
  });
});
