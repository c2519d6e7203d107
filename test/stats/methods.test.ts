import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as stats from '../../src/stats/index.js';

/** Parts that methods share; they are not methods of their own. */
const PARTS = new Set([
  'chiSquaredTail',
  'contingencyTotal',
  'correlationInterval',
  'correlationTest',
  'dominance',
  'effectLabel',
  'findRoot',
  'isDegenerate',
  'kendallCounts',
  'moments',
  'bootstrapInterval',
  'normalQuantile',
  'normalTail',
  'oddsRatioEffect',
  'orderOf',
  'outside',
  'present',
  'presentPairs',
  'productMoment',
  'quantileSorted',
  'randomInteger',
  'randomNormal',
  'ratioTest',
  'resample',
  'shuffle',
  'surplusVariance',
  'tieSums',
  'untestable',
  'varianceParts',
  'varianceShare',
  'welchDifference',
  'withoutZeros',
]);

it('docs/METHODS.md describes every method', () => {
  const text = readFileSync(new URL('../../docs/METHODS.md', import.meta.url), 'utf8');
  const functions = Object.entries(stats).filter(([, value]) => typeof value === 'function');
  const missing = functions
    .map(([name]) => name)
    .filter((name) => !PARTS.has(name) && !text.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});
