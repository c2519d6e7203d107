import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecommendedList } from '../../src/models/recommend/recommender.js';
import { workplace } from './workplace.js';

describe('liner recommend', () => {
  const place = workplace();
  const recommend = (...args: string[]) =>
    place.liner('recommend', ...args, '--dataset', 'sample', '--songs', '150');
  const cache = join(place.path, 'store/cache/recommender-sample.json');

  it('says which artists are near in spelling where it knows none of the name', async () => {
    const { code, stderr } = await recommend('Nobody Of This Name');
    expect(code).toBe(2);
    expect(stderr).toContain('no artist is called "Nobody Of This Name"');
    expect(existsSync(cache)).toBe(true);
  });

  it('lists artists with score, confidence and reasons, from what it kept', async () => {
    const first = statSync(cache).mtimeMs;
    const names = (JSON.parse(readFileSync(cache, 'utf8')) as { result: { names: string[] } })
      .result.names;
    const name = names[3] ?? '';
    const { code, stdout, stderr } = await recommend(name, '--k', '4', '--json');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const list = JSON.parse(stdout) as RecommendedList;
    expect(list.artist.name).toBe(name);
    expect(list.recommendations).toHaveLength(4);
    expect(list.recommendations.map((one) => one.name)).not.toContain(name);
    const text = await recommend(name, '--k', '2', '-q');
    expect(text.stdout).toContain(`Artists like ${name}`);
    expect(text.stdout).toMatch(/# {2}artist .* why\n1 /);
    expect(text.stdout.trimEnd().split('\n')).toHaveLength(4);
    const near = await recommend(`${name}x`);
    expect(near.stderr).toContain(`"${name}"`);
    expect(statSync(cache).mtimeMs).toBe(first);
  });

  it('builds anew where what it kept is damaged', async () => {
    writeFileSync(cache, '{"schema":1,');
    const { stderr } = await recommend('Nobody Of This Name');
    expect(stderr).toContain('building the recommender');
    expect(JSON.parse(readFileSync(cache, 'utf8'))).toHaveProperty('schema', 1);
  });

  it.each([
    [['--k', '0'], 'from 1 to 100'],
    [['--diversity', '2'], 'from 0 to 1'],
    [['--novelty', 'much'], 'from 0 to 1'],
  ])('refuses %j', async (flags, message) => {
    const { code, stderr } = await recommend('Anyone', ...flags);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
