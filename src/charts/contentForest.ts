import { hypotheses } from '../analyses/hypotheses.js';
import { capitalised, messageClause } from '../analyses/wording.js';
import type { FindingBook } from '../domain/findingBook.js';
import { joinProse, prose } from '../domain/prose.js';
import type { Chart, Drawing } from './chart.js';
import { hypothesisForest, measuredFindings, strongestOf } from './hypothesisForest.js';

const IDS = hypotheses
  .filter((one) => one.section === 'content' && one.unit === 'points' && !one.id.includes('audio_'))
  .map((one) => one.id);

/** All questions on popularity but sound: adjusted and crude side by side. */
export const contentForest: Chart = {
  id: 'content-forest',
  section: 'content',
  build,
};

function build(book: FindingBook): Drawing | null {
  const findings = measuredFindings(book, IDS);
  if (findings.length === 0) return null;
  const strongest = strongestOf(findings);
  return {
    ...hypothesisForest(findings),
    title: strongest
      ? capitalised(messageClause(strongest))
      : prose`No question about popularity has a clear answer in these data`,
    alt: prose`Forest plot of differences in popularity, plain and like for like: ${joinProse(findings.map(messageClause), '; ')}.`,
  };
}
