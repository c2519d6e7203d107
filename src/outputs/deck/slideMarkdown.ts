import { slideNotes } from './slideNotes.js';

/** One slide of the deck as Markdown parts. */
export interface SlideMarkdown {
  /** Classes of the theme. */
  readonly classes: readonly string[];
  /** Paragraphs, lists, tables and images, already escaped. */
  readonly body: readonly string[];
  /** Plain text. */
  readonly notes: readonly string[];
  /** Title pages carry neither page number nor footer. */
  readonly bare?: boolean;
}

/** A slide in Marp's Markdown, without the rule that separates slides. */
export function slideMarkdown({ classes, body, notes, bare }: SlideMarkdown): string {
  const directives = [
    ...(classes.length === 0 ? [] : [`<!-- _class: ${classes.join(' ')} -->`]),
    ...(bare === true ? ['<!-- _paginate: false -->', '<!-- _footer: "" -->'] : []),
  ];
  const parts = [directives.join('\n'), ...body, slideNotes(notes)];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** A bulleted list; each item one line of Markdown. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
