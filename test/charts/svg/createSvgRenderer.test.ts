import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/charts/chart.js';
import { createSvgRenderer, type SvgRenderer } from '../../../src/charts/svg/createSvgRenderer.js';
import { activeMarkup } from '../activeMarkup.js';
import { examplePictures } from '../marks/examples.js';

let renderer: SvgRenderer;
beforeAll(async () => {
  renderer = await createSvgRenderer();
});
afterAll(() => renderer.close());

const words = { id: 'a-chart', width: 400, height: 300, title: 'Title', alt: 'Description' };
const bars: Figure = { data: [{ type: 'bar', x: ['a', 'b'], y: [1, 2.123456] }], layout: {} };

describe('createSvgRenderer', () => {
  it('gives the same bytes each time, whatever was drawn before and at once', async () => {
    const first = await renderer.toSvg(bars, words);
    const [second, , third] = await Promise.all([
      renderer.toSvg(bars, words),
      renderer.toSvg({ ...bars, layout: { showlegend: true } }, { ...words, id: 'other' }),
      renderer.toSvg(bars, words),
    ]);
    expect(second === first && third === first).toBe(true);
    const fresh = await createSvgRenderer();
    expect((await fresh.toSvg(bars, words)) === first).toBe(true);
    await fresh.close();
  });

  it('says what it shows to those who do not see it', async () => {
    const svg = await renderer.toSvg(bars, {
      ...words,
      title: 'R&B <leads>',
      alt: '"Quotes" & \u0000 nul',
    });
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="a-chart-title a-chart-desc"/);
    expect(svg).toContain('<title id="a-chart-title">R&amp;B &lt;leads&gt;</title>');
    expect(svg).toContain('<desc id="a-chart-desc">&quot;Quotes&quot; &amp;  nul</desc>');
    expect(svg.endsWith('</svg>')).toBe(true);
  });

  it('can stand beside others in one page', async () => {
    const svg = await renderer.toSvg(bars, words);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.every((id) => id?.startsWith('a-chart-'))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(target);
    for (const [, name] of svg.matchAll(/class="([^"]+)"/g)) {
      expect(name === 'chart' || name?.startsWith('a-chart-s')).toBe(true);
    }
  });

  it('embeds its font and loads nothing', async () => {
    const svg = await renderer.toSvg(bars, words);
    expect(svg).toContain("@font-face{font-family:'Arimo a-chart';font-weight:400");
    expect(svg).toContain('data:font/woff2;base64,');
    expect(activeMarkup(svg)).toEqual([]);
    expect(svg.length).toBeLessThan(20_000);
  });

  it('embeds the bold face where text is bold', async () => {
    const bold: Figure = { ...bars, layout: { title: { text: '<b>Bold</b> <i>and</i> plain' } } };
    const svg = await renderer.toSvg(bold, words);
    expect(svg).toContain('font-weight:700;font-style:normal');
    expect(svg).toContain('font-weight:400;font-style:italic');
  });

  it('rounds numbers in tags but not in texts', async () => {
    const layout = { title: { text: '3.14159' }, xaxis: { title: { text: '1.23456 points' } } };
    const svg = await renderer.toSvg({ ...bars, layout }, words);
    expect(svg).toContain('>3.14159<');
    expect(svg).toContain('>1.23456 points<');
    const tags = svg.replace(/<style>.*?<\/style>/g, '').match(/<[^>]+>/g) ?? [];
    expect(tags.filter((tag) => /\d\.\d{3}/.test(tag))).toEqual([]);
  });

  it('draws WebGL scatters as plain ones', async () => {
    const points = { x: [1, 2], y: [3, 4], mode: 'markers' };
    const layout = {};
    const [gl, plain] = [
      await renderer.toSvg({ data: [{ type: 'scattergl', ...points }], layout }, words),
      await renderer.toSvg({ data: [{ type: 'scatter', ...points }], layout }, words),
    ];
    expect(gl === plain).toBe(true);
  });

  it.each(['heatmap', 'scatter3d', 'densitymap', 'image'])(
    'refuses a trace of type %s',
    async (type) => {
      await expect(renderer.toSvg({ data: [{ type }], layout: {} }, words)).rejects.toThrow(
        `a trace of type "${type}" needs a canvas`,
      );
    },
  );

  it('refuses an id that is no file name and goes on', async () => {
    await expect(renderer.toSvg(bars, { ...words, id: '../x' })).rejects.toThrow('must match');
    expect(await renderer.toSvg(bars, words)).toContain('<svg');
  });

  it('draws a typical figure in well under a second', async () => {
    const picture = examplePictures()['forest-plot'];
    if (!picture) throw new Error('no example');
    const started = performance.now();
    for (const id of ['a', 'b', 'c']) {
      await renderer.toSvg(picture.figure, {
        ...words,
        id,
        width: picture.width,
        height: picture.height,
      });
    }
    expect((performance.now() - started) / 3).toBeLessThan(1500);
  });
});
