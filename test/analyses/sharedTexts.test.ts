import { expect, it } from 'vitest';
import { sharedTexts } from '../../src/analyses/sharedTexts.js';

it('gives the first of equal texts, and an empty one as it is', () => {
  const share = sharedTexts();
  expect(['b', 'a', '', 'b', ''].map(share)).toEqual(['b', 'a', '', 'b', '']);
});
