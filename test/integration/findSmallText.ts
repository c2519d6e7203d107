import type { Page } from 'playwright-core';

/** Pixels, on a slide of 1280 × 720, below which the text of a picture is hard to read from the back of a room. */
const LEAST = 13;

/**
 * Looks for pictures whose text is shown smaller than 13 pixels; their source lines, which nobody reads aloud, are left out.
 *
 * @param address of a rendered deck with inlined SVG pictures
 * @returns one line per picture with text that is too small
 */
export async function findSmallText(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  const shown = await page.evaluate<Shown[]>(SCRIPT);
  return shown
    .map(({ slide, svg, scale }) => ({ slide, size: scale * smallestText(svg) }))
    .filter(({ size }) => size < LEAST)
    .map(({ slide, size }) => `${slide}: text of ${size.toFixed(1)} px`);
}

interface Shown {
  readonly slide: string;
  readonly svg: string;
  readonly scale: number;
}

/** Runs in the browser; text, because the project's types know no DOM. */
const SCRIPT = `document.fonts.ready.then(() => {
  const shown = [];
  for (const slide of document.querySelectorAll('svg[data-marpit-svg]')) {
    slide.style.cssText = 'display:block;visibility:visible;content-visibility:visible;position:absolute;inset:0;width:1280px;height:720px';
    const section = slide.querySelector('section');
    const outer = section.getBoundingClientRect().width / section.offsetWidth;
    for (const image of section.querySelectorAll('img[src^="data:image/svg+xml;base64,"]')) {
      const box = image.getBoundingClientRect();
      const fit = Math.min(box.width / image.naturalWidth, box.height / image.naturalHeight);
      const svg = new TextDecoder().decode(Uint8Array.from(atob(image.src.split(',')[1]), (c) => c.charCodeAt(0)));
      shown.push({ slide: 'slide ' + section.id + ' "' + section.querySelector('h2')?.textContent + '"', svg, scale: fit / outer });
    }
  }
  return shown;
})`;

function smallestText(svg: string): number {
  const texts = [...svg.matchAll(/<text\b([^>]*)>([^<]*)/g)].filter(
    ([, , content = '']) => !content.startsWith('Source: '),
  );
  const sizes = texts.flatMap(([, attributes = '']) => {
    const size = /font-size(?::|=")\s*([\d.]+)/.exec(attributes)?.[1];
    return size === undefined ? [] : [Number(size)];
  });
  return Math.min(...sizes);
}
