import { describe, expect, it } from 'vitest';
import { isListCell, splitNames } from '../../../src/sources/trackTable/splitNames.js';

describe('splitNames', () => {
  it.each([
    ["['Ada', 'Bo']", ['Ada', 'Bo']],
    ['["Ada"]', ['Ada']],
    [`['Ada', "Bo's Band"]`, ['Ada', "Bo's Band"]],
    [String.raw`["Bj\u00f6rn", 'O\'Neil', "\x41"]`, ['Björn', "O'Neil", 'A']],
    ["['Kim, the Second', 'Bo']", ['Kim, the Second', 'Bo']],
    ['Ada;Bo; Cy', ['Ada', 'Bo', 'Cy']],
    ['Ada;;Ada', ['Ada']],
    ['[:SITD:]', ['[:SITD:]']],
    ['[]', []],
    ['Ada, Bo', ['Ada, Bo']],
    ['  Ada ', ['Ada']],
    ['', []],
  ])('%s', (cell, names) => {
    expect(splitNames(cell, 'single')).toEqual(names);
  });

  it.each([
    ['Ada, Bo, Cy', ['Ada', 'Bo', 'Cy']],
    ['Kim, The Second', ['Kim, The Second']],
    ['Bo, Kim, the Second, Cy', ['Bo', 'Kim, the Second', 'Cy']],
    ['Soil, Wind & Rain', ['Soil, Wind & Rain']],
    ['Ann, Ben and Cat', ['Ann, Ben and Cat']],
    ['10,000 Lakes', ['10,000 Lakes']],
    ['Ada, Bo;Cy', ['Ada', 'Bo', 'Cy']],
  ])('%s in a plural column', (cell, names) => {
    expect(splitNames(cell, 'commas')).toEqual(names);
  });

  it('takes a hostile cell in no time', () => {
    const start = process.cpuUsage().user;
    splitNames(`[${`'a',`.repeat(50_000)}`, 'single');
    splitNames(`['${'\\'.repeat(100_001)}`, 'single');
    expect(process.cpuUsage().user - start).toBeLessThan(1_000_000);
  });

  it('tells lists', () => {
    expect(isListCell("['a']")).toBe(true);
    expect(isListCell('[a]')).toBe(false);
  });
});
