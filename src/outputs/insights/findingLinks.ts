import type { Report } from '../../domain/section.js';

/** How sentences point to the findings in the appendix. */
export interface FindingLinks {
  /** "F12": numbered in the order of the report's findings. */
  label(id: string): string;
  /** "f-content-explicit". */
  anchor(id: string): string;
  /** "[F12](#f-content-explicit)". */
  link(id: string): string;
  /** A space and small links to all of them, or nothing for none. */
  cite(ids: readonly string[]): string;
}

/** Anchor of anything with a dotted id: only letters, digits and hyphens. */
export function anchorOf(prefix: 'f' | 't' | 's', id: string): string {
  return `${prefix}-${id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

/** Numbers the findings of a report and links to them. */
export function findingLinks(report: Report): FindingLinks {
  const labels = new Map(report.findings.map(({ id }, index) => [id, `F${index + 1}`]));
  const label = (id: string): string => {
    const found = labels.get(id);
    if (found === undefined) throw new Error(`no finding "${id}" to link to`);
    return found;
  };
  const anchor = (id: string): string => anchorOf('f', id);
  const link = (id: string): string => `[${label(id)}](#${anchor(id)})`;
  const cite = (ids: readonly string[]): string =>
    ids.length === 0 ? '' : ` <sup>${ids.map(link).join(' ')}</sup>`;
  return { label, anchor, link, cite };
}
