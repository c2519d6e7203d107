import { hypotheses } from '../analyses/hypotheses.js';
import { capitalised, messageClause } from '../analyses/wording.js';
import type { FindingBook } from '../domain/findingBook.js';
import { joinProse, prose } from '../domain/prose.js';
import type { Chart, Drawing } from './chart.js';
import { hypothesisForest, measuredFindings, strongestOf } from './hypothesisForest.js';

const IDS = hypotheses.filter((one) => one.id.startsWith('content.audio_')).map((one) => one.id);

/** Sound against popularity: one typical step of each measure, adjusted and crude. */
export const audioForest: Chart = {
  id: 'audio-forest',
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
      : prose`No measure of sound makes a clear difference in popularity`,
    alt: prose`Forest plot of the difference in popularity for one standard deviation of each measure of sound: ${joinProse(findings.map(messageClause), '; ')}.`,
  };
}
