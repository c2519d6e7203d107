const DRAWING = new Set(
  'svg title desc style defs g rect path circle line polygon polyline text tspan clipPath marker'.split(
    ' ',
  ),
);
const TAG = /<\/?([a-zA-Z][\w:-]*)([^<>]*)>/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

/**
 * What a picture holds beside plain drawing: elements that act or load, event handlers, links that leave the
 * picture. A `<` that belongs to no tag is reported too: the text of a picture must be escaped.
 *
 * @param svg a picture from the renderer
 */
export function activeMarkup(svg: string): string[] {
  const found = [...svg.matchAll(TAG)].flatMap(([, name = '', attributes = '']) => [
    ...(DRAWING.has(name) ? [] : [name]),
    ...[...attributes.matchAll(ATTRIBUTE)]
      .filter(
        ([, key = '', value = '']) =>
          /^on/i.test(key) || (/href$/.test(key) && !value.startsWith('#')),
      )
      .map(([whole]) => whole),
  ]);
  const stray = svg.replace(TAG, '').match(/</g) ?? [];
  return [...found, ...stray, ...(svg.match(/url\((?!#|data:font\/woff2;)[^)]*\)/g) ?? [])];
}
