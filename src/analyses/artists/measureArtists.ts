import type { DataTable } from '../../domain/table.js';
import { createRandom, deriveSeed } from '../../stats/random.js';
import { measureHypothesis } from '../adjusted/measureHypothesis.js';
import type { AnalysisContext, Measured } from '../analysis.js';
import { hypotheses } from '../hypotheses.js';
import { agreements } from './agreement.js';
import { agreementFindings } from './agreementFindings.js';
import { engagementFindings, growthFindings, topFindings } from './artistFindings.js';
import {
  agreementTable,
  clustersTable,
  engagementTable,
  growthTable,
  leadersTable,
  topTable,
} from './artistTables.js';
import { clusterFindings } from './clusterFindings.js';
import { audienceOf } from './audience.js';
import { artistEngagement } from './engagement.js';
import { growthRates } from './growthRates.js';
import type { ArtistsInput } from './loadArtists.js';
import { heardArtists, LOYALTY, loyaltyFinding, upperHalfFinding } from './loyalty.js';
import { loyaltyTable } from './loyaltyTable.js';
import { networkTables } from './networkTables.js';
import { similarArtists } from './similarArtists.js';

/** Findings and tables of the artists section. */
export function measureArtists(input: ArtistsInput, context: AnalysisContext): Measured {
  const ranked = input.rankings;
  const compared = agreements(ranked);
  const nameOf = new Map(
    ranked.flatMap(({ artists }) => artists).map(({ id, name }) => [id, name]),
  );
  const audience = audienceOf(input.listeningSource, input.listens, input.tags, nameOf);
  const random = createRandom(deriveSeed(context.seed, 'artists.clusters'));
  const clusters = similarArtists(audience, random);
  const engaged = artistEngagement(input.listens, nameOf);
  const rates = growthRates(input.growth);
  const tables: DataTable[] = [
    ...ranked.map(topTable),
    leadersTable(ranked),
    agreementTable(compared),
    growthTable(rates),
  ];
  const heard = heardArtists(input.listening, input.listeningSource);
  const loyalty = loyaltyTable(heard);
  if (loyalty) tables.push(loyalty);
  if (audience) tables.push(engagementTable(audience.source, engaged));
  if (audience && clusters) {
    tables.push(clustersTable(audience, clusters), ...networkTables(audience, clusters));
  }
  const declared = hypotheses.filter(({ section, id }) => section === 'artists' && id !== LOYALTY);
  return {
    findings: [
      ...declared.map((one) => measureHypothesis(one, context)),
      loyaltyFinding(heard, input.topTags, context),
      ...upperHalfFinding(heard, input.upperHalf, input.topTags, context),
      ...topFindings(ranked, context),
      ...agreementFindings(compared, context),
      ...engagementFindings(audience?.source ?? null, engaged, context),
      ...clusterFindings(audience, clusters, context),
      ...growthFindings(rates, input.dates, context),
    ],
    tables: tables.filter((table) => table.rows.length > 0),
  };
}
