/** Which number of a finding a sentence shows. */
export type FindingPart =
  | 'estimate' // with unit
  | 'signed' // with unit and its sign, also a plus
  | 'magnitude' // absolute value with unit, for "is 2.1 points lower"
  | 'interval'
  | 'interval-magnitude' // of the absolute value, beside a magnitude; the plain interval where it holds zero
  | 'n'
  | 'crude'
  | 'crude-magnitude'
  | 'times' // of a difference in percent, as a multiple: 611% more is 7.1 times
  | 'times-interval'
  | 'crude-times'
  | 'p-adjusted'
  | 'smallest-effect';

/**
 * A piece of running text. Literal strings hold words only: a digit in one is refused by {@link prose}, so
 * that every number in the text comes from a finding, a table cell or a declared constant.
 */
export type Piece =
  | string
  | { readonly kind: 'number'; readonly finding: string; readonly part: FindingPart }
  | { readonly kind: 'name'; readonly text: string } // from the data; outputs escape it
  | { readonly kind: 'constant'; readonly text: string } // declared: a confidence level, a rule, a version
  | { readonly kind: 'strong'; readonly pieces: Prose };

/** A sentence or a paragraph, not yet rendered. */
export type Prose = readonly Piece[];

type Insert = Piece | Prose;

/**
 * Builds prose from a template literal.
 *
 * @throws Error where a literal part holds a digit.
 * @example
 * prose`Songs by ${name('Blink-182')} score ${number('artists.top', 'estimate')}.`
 */
export function prose(literals: TemplateStringsArray, ...inserts: readonly Insert[]): Prose {
  const pieces: Piece[] = [];
  literals.forEach((literal, index) => {
    if (/\d/.test(literal)) {
      throw new Error(`a number was typed in prose: "${literal.trim()}"; take it from a finding`);
    }
    if (literal !== '') pieces.push(literal);
    const insert = inserts[index];
    if (insert === undefined) return;
    if (isProse(insert)) pieces.push(...insert);
    else pieces.push(insert);
  });
  return pieces;
}

function isProse(insert: Insert): insert is Prose {
  return Array.isArray(insert);
}

/** A number of a finding. */
export function number(
  finding: string | { readonly id: string },
  part: FindingPart = 'estimate',
): Piece {
  return { kind: 'number', finding: typeof finding === 'string' ? finding : finding.id, part };
}

/** A name that comes from the data: an artist, a song, a genre, a file. Outputs show it as text. */
export function name(text: string): Piece {
  return { kind: 'name', text };
}

/** A number that is part of the method or of the data's description, not a result. */
export function constant(text: string): Piece {
  return { kind: 'constant', text };
}

/** Emphasised text. */
export function strong(...inserts: readonly Insert[]): Piece {
  return {
    kind: 'strong',
    pieces: inserts.flatMap((insert) => (isProse(insert) ? insert : [insert])),
  };
}

/** Joins with commas and "and": `a`, `a and b`, `a, b and c`. */
export function listOf(items: readonly Insert[], conjunction = 'and'): Prose {
  return items.flatMap((item, index) => {
    const pieces = isProse(item) ? item : [item];
    if (index === 0) return pieces;
    return [index === items.length - 1 ? ` ${conjunction} ` : ', ', ...pieces];
  });
}

/** Joins sentences or pieces with a separator. */
export function joinProse(parts: readonly Prose[], separator = ' '): Prose {
  return parts.flatMap((part, index) => (index === 0 ? part : [separator, ...part]));
}

/** Ids of all findings that the prose shows, in order of appearance, each once. */
export function findingsIn(text: Prose): readonly string[] {
  const ids = text.flatMap((piece) => {
    if (typeof piece === 'string') return [];
    if (piece.kind === 'number') return [piece.finding];
    return piece.kind === 'strong' ? findingsIn(piece.pieces) : [];
  });
  return [...new Set(ids)];
}
