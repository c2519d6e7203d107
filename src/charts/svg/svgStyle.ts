const DEFAULT_FONT_SIZE = 12;

/** The value of a style property or presentation attribute on the element itself, or null. */
export function ownStyle(element: Element, property: string): string | null {
  return (
    declarations(element.getAttribute('style')).get(property) ?? element.getAttribute(property)
  );
}

/** The value on the element or its nearest ancestor that sets it. */
export function inheritedStyle(element: Element, property: string): string | null {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const value = ownStyle(at, property);
    if (value !== null && value !== 'inherit') return value;
  }
  return null;
}

/** Font size in pixels; em and % count from the parent's. */
export function fontSizeOf(element: Element | null): number {
  if (!element) return DEFAULT_FONT_SIZE;
  const value = ownStyle(element, 'font-size');
  if (value === null) return fontSizeOf(element.parentElement);
  const size = parseFloat(value);
  if (value.endsWith('%')) return (fontSizeOf(element.parentElement) * size) / 100;
  return value.endsWith('em') ? fontSizeOf(element.parentElement) * size : size;
}

/** A length attribute in pixels, or null where it is absent. */
export function lengthOf(element: Element, attribute: string): number | null {
  const value = element.getAttribute(attribute);
  if (value === null) return null;
  const size = parseFloat(value);
  return value.trim().endsWith('em') ? size * fontSizeOf(element) : size;
}

function declarations(style: string | null): ReadonlyMap<string, string> {
  const pairs = (style ?? '').split(';').flatMap((declaration): [string, string][] => {
    const colon = declaration.indexOf(':');
    return colon > 0
      ? [[declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()]]
      : [];
  });
  return new Map(pairs);
}
