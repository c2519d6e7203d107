import { measureHypotheses } from './adjusted/measureHypothesis.js';
import { defineAnalysis, type AnalysisContext, type Measured } from './analysis.js';
import { hypotheses } from './hypotheses.js';
import { densityTable, lineTable } from './platforms/densityTable.js';
import { expectation } from './platforms/expectation.js';
import { artistsOverUnder, songsOverUnder } from './platforms/overUnder.js';
import { platformBlocks, platformSlides } from './platforms/platformText.js';

/** Spotify streams against YouTube views: how far they agree, what goes with views, and who stands out. */
export const platforms = defineAnalysis({
  id: 'platforms',
  title: 'Spotify and YouTube side by side',
  load: () => Promise.resolve(null),
  measure: (_: null, context) => measurePlatforms(context),
  narrate: (book, context) => ({
    blocks: platformBlocks(book, context),
    slides: platformSlides(book, context),
  }),
});

function measurePlatforms(context: AnalysisContext): Measured {
  const declared = hypotheses.filter((one) => one.section === 'platforms');
  const expected = expectation(context);
  const tables = expected
    ? [
        densityTable(expected),
        lineTable(expected),
        songsOverUnder(context.features, expected),
        artistsOverUnder(context.features, expected),
      ]
    : [];
  return {
    findings: measureHypotheses(declared, context),
    tables: tables.filter((table) => table !== null),
  };
}
