import type { Finding } from './finding.js';
import type { DataTable } from './table.js';

/**
 * Judged findings and tables by id: what sentences, charts and recommendations read.
 */
export class FindingBook {
  readonly #findings: ReadonlyMap<string, Finding>;
  readonly #tables: ReadonlyMap<string, DataTable>;

  constructor(findings: readonly Finding[], tables: readonly DataTable[]) {
    this.#findings = indexById(findings, 'finding');
    this.#tables = indexById(tables, 'table');
  }

  get findings(): readonly Finding[] {
    return [...this.#findings.values()];
  }

  get tables(): readonly DataTable[] {
    return [...this.#tables.values()];
  }

  /** @throws Error where no finding has the id: a sentence may not speak of what was not measured. */
  finding(id: string): Finding {
    const found = this.#findings.get(id);
    if (!found) throw new Error(`no finding "${id}"`);
    return found;
  }

  table(id: string): DataTable {
    const found = this.#tables.get(id);
    if (!found) throw new Error(`no table "${id}"`);
    return found;
  }

  hasFinding(id: string): boolean {
    return this.#findings.has(id);
  }

  hasTable(id: string): boolean {
    return this.#tables.has(id);
  }

  /** The finding if it exists and has an estimate; sentences that depend on it are left out otherwise. */
  measured(id: string): (Finding & { readonly estimate: number }) | null {
    const found = this.#findings.get(id);
    return found && found.estimate !== null ? (found as Finding & { estimate: number }) : null;
  }
}

function indexById<T extends { readonly id: string }>(
  items: readonly T[],
  what: string,
): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    if (map.has(item.id)) throw new Error(`duplicate ${what} "${item.id}"`);
    map.set(item.id, item);
  }
  return map;
}
