import type { Page } from 'playwright-core';

/**
 * Looks for slides whose content is larger than the slide, reaches into its margins, or does not show (a broken
 * picture).
 *
 * @param address of a rendered deck
 * @returns one line per trouble; none for a deck that fits
 */
export async function findOverflow(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  return page.evaluate<string[]>(SCRIPT);
}

/** Runs in the browser; text, because the project's types know no DOM. */
const SCRIPT = `document.fonts.ready.then(() => {
  const troubles = [];
  const tolerance = 2;
  for (const svg of document.querySelectorAll('svg[data-marpit-svg]')) {
    // Only the current slide is laid out by the presentation; show each in turn.
    svg.style.cssText = 'display:block;visibility:visible;content-visibility:visible;position:absolute;inset:0;width:1280px;height:720px';
    const section = svg.querySelector('section');
    const title = (section.querySelector('h1,h2')?.textContent ?? '').slice(0, 40);
    const say = (text) => troubles.push('slide ' + section.id + ' "' + title + '": ' + text);
    if (section.scrollHeight > section.clientHeight + 1) say('content ' + section.scrollHeight + ' px high');
    if (section.scrollWidth > section.clientWidth + 1) say('content ' + section.scrollWidth + ' px wide');
    const frame = section.getBoundingClientRect();
    const scale = frame.width / section.offsetWidth;
    const style = getComputedStyle(section);
    const inner = {
      top: frame.top + parseFloat(style.paddingTop) * scale,
      bottom: frame.bottom - parseFloat(style.paddingBottom) * scale,
      left: frame.left + parseFloat(style.paddingLeft) * scale,
      right: frame.right - parseFloat(style.paddingRight) * scale,
    };
    for (const element of section.querySelectorAll('h1,h2,p,ul,li,table,td,th,img')) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      const over = Math.max(inner.top - box.top, box.bottom - inner.bottom, inner.left - box.left, box.right - inner.right) / scale;
      const name = element.tagName.toLowerCase();
      if (over > tolerance) say(name + ' reaches ' + Math.round(over) + ' px into the margin: ' + (element.textContent || element.alt || '').slice(0, 30));
      if (element.scrollWidth > element.clientWidth + 1 && name !== 'img' && element.clientWidth > 0) say(name + ' is clipped');
    }
    for (const image of section.querySelectorAll('img')) {
      if (image.complete && image.naturalWidth === 0) say('picture does not show');
      if (image.getBoundingClientRect().height / scale < 200) say('picture is too small to read');
    }
  }
  return troubles;
})`;
