import type { Piece, Prose } from '../../domain/prose.js';
import type { Block, Provenance, Report } from '../../domain/section.js';
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
  const blocks = report.sections.flatMap((section) => section.blocks).flatMap(proseOf);
  const charts = [...drawings.values()].flatMap(({ title, alt }) => [title, alt]);
  return [...blocks, ...charts].flatMap(flatten);
}

/** Numbers that were declared, not measured: levels, rules, versions, and the titles we gave. */
export function declaredConstants(report: Report, pieces: readonly Piece[]): readonly string[] {
  const constants = pieces.flatMap((piece) =>
    typeof piece !== 'string' && piece.kind === 'constant' ? [piece.text] : [],
  );
  const titles = report.sections.flatMap(({ title, blocks }) => [
    title,
    ...blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])),
  ]);
  return [...constants, ...titles];
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
  const names = new Set([...inProse, ...inTables].map((name) => cleanName(name)));
  return [...names]
    .filter((name) => /\d/.test(name) && /\D/.test(name))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
