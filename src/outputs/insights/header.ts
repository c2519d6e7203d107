import type { Report } from '../../domain/section.js';
import { listNames, reportTitle } from '../reportTitle.js';
import { escapeMarkdown } from '../prose/index.js';
import { SYNTHETIC_NOTICE } from '../syntheticNotice.js';

/** Title, one line on what the report is about, and on the sample the banner that says it is not real. */
export function renderHeader(report: Report): string[] {
  const { dataset, sources, asOf } = report.provenance;
  const titles = sources.map(({ title }) => escapeMarkdown(title));
  const about = titles.length === 0 ? 'No data' : listNames(titles);
  const lines = [`# ${escapeMarkdown(reportTitle(report))}`, `_${about}. As of ${asOf}._`];
  return dataset === 'sample' ? [...lines, `> **Synthetic data.** ${SYNTHETIC_NOTICE}`] : lines;
}
