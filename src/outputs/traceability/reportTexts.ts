import type { Piece, Prose } from '../../domain/prose.js';
import type { Block, Provenance, Report, Section } from '../../domain/section.js';
import type { DataTable } from '../../domain/table.js';
import type { Drawings } from '../drawings.js';
import { fixed } from '../format/index.js';
import { cleanName } from '../prose/index.js';

/** All prose of a report's blocks. */
function proseOf(block: Block): readonly Prose[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items;
    case 'recommendation': {
      const { action, opportunity, risk } = block.recommendation;
      return [action, opportunity, risk];
    }
    case 'heading':
    case 'chart':
    case 'table':
      return [];
  }
}

function flatten(pieces: Prose): readonly Piece[] {
  return pieces.flatMap((piece) =>
    typeof piece !== 'string' && piece.kind === 'strong' ? flatten(piece.pieces) : [piece],
  );
}

/** All pieces of prose that the document may show: those of the blocks and of the charts. */
export function piecesOf(report: Report, drawings: Drawings): readonly Piece[] {
  return [...report.sections.flatMap(blockPieces), ...chartPieces(drawings)];
}

function blockPieces({ blocks }: Section): readonly Piece[] {
  return blocks.flatMap(proseOf).flatMap(flatten);
}

function chartPieces(drawings: Drawings): readonly Piece[] {
  return [...drawings.values()].flatMap(({ title, alt }) => [title, alt]).flatMap(flatten);
}

/**
 * What was declared in a section, not measured: levels, rules, dates, the constants of charts, and the titles we gave. Texts
 * as they are shown, longest first.
 */
export function declaredTexts(section: Section, drawings: Drawings): readonly string[] {
  const constants = [...blockPieces(section), ...chartPieces(drawings)].flatMap((piece) =>
    typeof piece !== 'string' && piece.kind === 'constant' ? [piece.text] : [],
  );
  const headings = section.blocks.flatMap((block) =>
    block.kind === 'heading' ? [block.text] : [],
  );
  return longestFirst([...constants, section.title, ...headings].filter((text) => /\d/.test(text)));
}

/** Texts without repeats, so that one that holds another comes first. */
export function longestFirst(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** The numbers of the provenance block and of the title, as they are shown. */
export function provenanceTexts(provenance: Provenance): readonly string[] {
  return [
    JSON.stringify(provenance),
    ...provenance.sources.map(({ rows }) => fixed(rows, 0)),
    'SHA-256',
  ];
}

/** Names from the data, as the document shows them, longest first: their digits are not numbers. */
export function namesInReport(
  pieces: readonly Piece[],
  tables: readonly DataTable[],
): readonly string[] {
  const inProse = pieces.flatMap((piece) =>
    typeof piece !== 'string' && piece.kind === 'name' ? [piece.text] : [],
  );
  const inTables = tables.flatMap(({ rows }) =>
    rows.flat().filter((cell) => typeof cell === 'string'),
  );
  const names = [...inProse, ...inTables].map((name) => cleanName(name));
  return longestFirst(names.filter((name) => /\d/.test(name) && /\D/.test(name)));
}
