import type { Section } from '../../domain/section.js';
import { escapeMarkdown } from '../prose/index.js';
import { anchorOf } from './findingLinks.js';

/** Sections that every report has at its end, after those of the analyses. */
export const CLOSING_SECTIONS = [
  { id: 'provenance', title: 'Provenance' },
  { id: 'findings', title: 'Appendix: findings' },
] as const;

/** The list of contents, with links that don't depend on how a viewer makes anchors of headings. */
export function renderContents(sections: readonly Section[]): string[] {
  const entries = [...sections, ...CLOSING_SECTIONS].map(
    ({ id, title }) => `- [${escapeMarkdown(title)}](#${anchorOf('s', id)})`,
  );
  return ['## Contents', entries.join('\n')];
}

/** Anchor and heading of a section. */
export function sectionHeading({
  id,
  title,
}: {
  readonly id: string;
  readonly title: string;
}): string {
  return `<a id="${anchorOf('s', id)}"></a>\n\n## ${escapeMarkdown(title)}`;
}
