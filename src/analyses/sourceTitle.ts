import { name, type Piece } from '../domain/prose.js';
import type { AnalysisContext } from './analysis.js';

/** A source as the text names it. */
export function sourceTitle(source: string, context: AnalysisContext): Piece {
  return name(context.sources.find((stamp) => stamp.source === source)?.title ?? source);
}
