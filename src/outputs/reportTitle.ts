import type { Report } from '../domain/section.js';

const TITLES: Readonly<Record<Report['provenance']['dataset'], string>> = {
  public: 'Liner Notes: what public streaming data say about songs, artists and genres',
  store: 'Liner Notes: insights from your music catalogue',
  sample: 'Liner Notes: insights from the built-in sample',
};

/** The title that all outputs of a report share. */
export function reportTitle(report: Report): string {
  return TITLES[report.provenance.dataset];
}

/** `a`, `a and b`, `a, b and c`. */
export function listNames(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
