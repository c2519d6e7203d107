import { defineAnalysis, type AnalysisContext, type Measured } from './analysis.js';
import { measureHypotheses } from './adjusted/measureHypothesis.js';
import { albumTypes } from './content/albumTypes.js';
import { audioCorrelations } from './content/audioCorrelations.js';
import { contentTables } from './content/contentTables.js';
import { contentBlocks } from './content/contentBlocks.js';
import { contentSlides } from './content/contentSlides.js';
import { robustness } from './content/robustness.js';
import { hypotheses } from './hypotheses.js';

/** What is in a song and how it was released against its popularity or streams, crude and adjusted. */
export const content = defineAnalysis({
  id: 'content',
  title: 'What goes with success: lyrics, length, timing, sound',
  load: () => Promise.resolve(null),
  measure: (_: null, context) => measureContent(context),
  narrate: (book, context) => ({
    blocks: contentBlocks(book, context),
    slides: contentSlides(book, context),
  }),
});

function measureContent(context: AnalysisContext): Measured {
  const declared = hypotheses.filter((one) => one.section === 'content');
  const findings = measureHypotheses(declared, context);
  const curves = contentTables(context);
  return {
    findings: [...findings, ...curves.findings],
    tables: [
      ...curves.tables,
      ...[audioCorrelations(context), albumTypes(context), robustness(context, findings)].filter(
        (table) => table !== null,
      ),
    ],
  };
}
