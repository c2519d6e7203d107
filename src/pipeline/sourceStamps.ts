import type { SourceStamp } from '../domain/section.js';
import { sourceById } from '../sources/index.js';
import type { Db } from '../store/db.js';
import { sourceRuns } from '../store/queries/sourceRuns.js';
import { ask } from '../store/query.js';

/** Where the data of a store come from: one stamp per source, in code-unit order of their ids. */
export async function sourceStamps(db: Db): Promise<readonly SourceStamp[]> {
  const stamps = new Map<string, SourceStamp>();
  for (const run of await ask(db, sourceRuns)) {
    const known = sourceById(run.source);
    const before = stamps.get(run.source);
    stamps.set(run.source, {
      source: run.source,
      title: known.title,
      asOf: known.asOf ?? later(before?.asOf, run.observedOn),
      rows: (before?.rows ?? 0) + run.read,
      files: [...(before?.files ?? []), { name: run.origin, sha256: run.sha256 }],
      licence: known.licence,
      selection: known.selection,
    });
  }
  return [...stamps.values()];
}

function later(a: string | undefined, b: string | null): string {
  if (a === undefined) return b ?? '1970-01-01';
  return b !== null && b > a ? b : a;
}
