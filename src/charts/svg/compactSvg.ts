const TAG = /<[^>]+>/g;
const EMPTY_GROUP = /<path\/>|<g(?: [a-z-]+="[^"]*")*\/>|<g(?: [a-z-]+="[^"]*")*><\/g>/g;
const SHAPE = /^<(?:path|rect|circle|line)\b/;
const STYLE = / style="([^"]*)"/;
/** A style that stands this often in a picture becomes a class. */
const OFTEN = 4;

/** A picture's body and the CSS classes that it uses. */
export interface CompactSvg {
  readonly body: string;
  readonly css: string;
}

/**
 * Makes Plotly's SVG about half as long and independent of the page it stands in: empty groups and class names
 * (which a page's CSS could meet) go, colours become hexadecimal, defaults are left out, and styles that many shapes
 * share become classes of this picture. Texts keep their styles.
 *
 * @param prefix begins the name of every class
 */
export function compactSvg(markup: string, prefix: string): CompactSvg {
  const tidy = withoutEmptyGroups(markup.replace(TAG, tidyTag));
  const classes = frequentStyles(tidy, prefix);
  const body = tidy.replace(TAG, (tag) => {
    const name = SHAPE.test(tag) ? classes.get(STYLE.exec(tag)?.[1] ?? '') : undefined;
    return name === undefined ? tag : tag.replace(STYLE, ` class="${name}"`);
  });
  const css = [...classes].map(([style, name]) => `.${name}{${style}}`).join('');
  return { body, css };
}

function tidyTag(tag: string): string {
  return tag.replace(/ (?:class|data-[a-z-]+)="[^"]*"/g, '').replace(STYLE, (_, style: string) => {
    const short = shortStyle(style);
    return short === '' ? '' : ` style="${short}"`;
  });
}

function shortStyle(style: string): string {
  return style
    .replace(/rgb\((\d+), ?(\d+), ?(\d+)\)/g, (_, ...channels: string[]) =>
      hex(channels.slice(0, 3)),
    )
    .split(';')
    .map((declaration) => declaration.trim().replace(/:\s+/, ':'))
    .filter(
      (declaration) =>
        declaration !== '' &&
        !/^(?:font-family:|vector-effect:none$|(?:fill-|stroke-)?opacity:1$)/.test(declaration),
    )
    .join(';');
}

function hex(channels: readonly string[]): string {
  return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`;
}

function withoutEmptyGroups(markup: string): string {
  for (let before = markup; ;) {
    const after = before.replace(EMPTY_GROUP, '');
    if (after === before) return after;
    before = after;
  }
}

function frequentStyles(markup: string, prefix: string): Map<string, string> {
  const counts = new Map<string, number>();
  for (const [tag] of markup.matchAll(TAG)) {
    const style = SHAPE.test(tag) ? STYLE.exec(tag)?.[1] : undefined;
    if (style !== undefined) counts.set(style, (counts.get(style) ?? 0) + 1);
  }
  const frequent = [...counts].filter(([, count]) => count >= OFTEN);
  return new Map(frequent.map(([style], index) => [style, `${prefix}-s${index}`]));
}
