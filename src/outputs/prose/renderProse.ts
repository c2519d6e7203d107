import type { FindingBook } from '../../domain/findingBook.js';
import type { Prose } from '../../domain/prose.js';
import { cleanName } from './cleanName.js';
import { partText } from './partText.js';

/** What differs between Markdown, HTML and plain text. */
export interface ProseDialect {
  /** Escapes text; what comes in is one clean line. */
  text(text: string): string;
  /** Emphasises rendered text; `before` is what stands before it. */
  strong(rendered: string, before: string): string;
  readonly nameLimit: number;
}

/** Renders prose piece by piece; the one walk that all dialects share. */
export function renderProse(prose: Prose, book: FindingBook, dialect: ProseDialect): string {
  let rendered = '';
  let run = '';
  const flush = (): void => {
    rendered += dialect.text(run);
    run = '';
  };
  for (const piece of prose) {
    if (typeof piece === 'string') run += oneLine(piece);
    else if (piece.kind === 'number') run += partText(book.finding(piece.finding), piece.part);
    else if (piece.kind === 'constant') run += oneLine(piece.text);
    else if (piece.kind === 'name') run += cleanName(piece.text, dialect.nameLimit);
    else {
      flush();
      rendered += dialect.strong(renderProse(piece.pieces, book, dialect), rendered);
    }
  }
  flush();
  return rendered;
}

/** Our own words may be typed over several lines. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
