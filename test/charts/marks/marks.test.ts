import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSvgRenderer, type SvgRenderer } from '../../../src/charts/svg/createSvgRenderer.js';
import type { Picture } from '../../../src/charts/marks/index.js';
import { activeMarkup } from '../activeMarkup.js';
import { checkFigureText } from '../checkFigureText.js';
import { examplePictures, HOSTILE_NAMES } from './examples.js';

let renderer: SvgRenderer;
beforeAll(async () => {
  renderer = await createSvgRenderer();
});
afterAll(() => renderer.close());

const narrow = examplePictures(undefined, 480);
const hostile = examplePictures(HOSTILE_NAMES);

async function draw(id: string, picture: Picture | undefined): Promise<string> {
  if (!picture) throw new Error(`no example "${id}"`);
  const { figure, width, height } = picture;
  return renderer.toSvg(figure, { id, width, height, title: 'A title', alt: 'A description' });
}

describe.each(Object.keys(narrow))('%s', (id) => {
  it('shows hostile names as text that nothing overlaps or cuts', async () => {
    const svg = await draw(id, hostile[id]);
    expect(checkFigureText(svg)).toEqual([]);
    expect(activeMarkup(svg)).toEqual([]);
    expect(svg.includes('\u202e')).toBe(false);
    expect(svg.includes('Source: synthetic sample')).toBe(true);
  });

  it('stays readable at half the width', async () => {
    expect(checkFigureText(await draw(id, narrow[id]))).toEqual([]);
  });
});

describe('goldens', () => {
  const usual = examplePictures();
  it.each(['forest-plot', 'line-with-band', 'treemap', 'heatmap', 'calendar-bars'])(
    '%s is drawn as it was when somebody last looked at it',
    async (id) => {
      const svg = await draw(id, usual[id]);
      expect(checkFigureText(svg)).toEqual([]);
      await expect(svg).toMatchFileSnapshot(`../../golden/charts/${id}.svg`);
    },
  );
});
