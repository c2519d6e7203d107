import type { Finding } from '../../domain/finding.js';
import type { DataTable } from '../../domain/table.js';

/**
 * The source line of a chart.
 *
 * @example
 * sourceLine({ sources: ['spotify_songs'], asOf: '2020-01-21' }); // "Source: spotify_songs, as of 2020-01-21"
 */
export function sourceLine(
  of: Pick<DataTable, 'sources'> & Partial<Pick<Finding, 'asOf'>>,
): string {
  const date = of.asOf ? `, as of ${of.asOf}` : '';
  return `Source: ${of.sources.join(', ')}${date}`;
}

/** The source line for several findings: every source once, each with its own date. */
export function sourcesLine(findings: readonly Finding[]): string {
  const dates = new Map(
    findings.flatMap((one) => one.sources.map((source) => [source, one.asOf] as const)),
  );
  const parts = [...dates].map(([source, asOf]) => (asOf ? `${source} (as of ${asOf})` : source));
  return `Source: ${parts.join(', ')}`;
}
