import type { AnalysisContext } from '../analysis.js';
import type { DeclaredHypothesis } from '../hypotheses/declaredHypothesis.js';
import type { Clusters } from './clusters.js';
import type { Comparison } from './comparison.js';
import type { Answer } from './answer.js';
import { confounderWords } from './confounderWords.js';
import { differsMarkedly } from './differs.js';
import { whyCrudeDiffers } from './whyCrudeDiffers.js';

/** A confounder that is missing for more than this share of the songs is worth a word. */
const NOTABLE_SHARE = 0.05;

/** What a reader must know beside the number: selection, clusters, what could not be adjusted for, why crude differs. */
export function caveatsOf(
  hypothesis: DeclaredHypothesis,
  comparison: Comparison,
  clusters: Clusters,
  answer: Answer,
  context: AnalysisContext,
): readonly string[] {
  const caveats: string[] = [];
  const selection = context.sources.find((stamp) => stamp.source === comparison.source)?.selection;
  if (selection) caveats.push(selection);
  if (hypothesis.limit !== undefined) caveats.push(hypothesis.limit);
  caveats.push(...clusterCaveats(clusters, hypothesis));
  if (comparison.unusable.length > 0) {
    caveats.push(
      `Not adjusted for ${confounderWords(comparison.unusable)}: these data do not hold it for enough songs.`,
    );
  }
  if (comparison.incomplete > NOTABLE_SHARE * (comparison.rows.length + comparison.incomplete)) {
    caveats.push('Songs for which something adjusted for is unknown were left out.');
  }
  if (answer.crude && differsMarkedly(answer.crude.estimate, answer.estimate)) {
    caveats.push(whyCrudeDiffers(hypothesis, comparison, answer));
  }
  return caveats;
}

function clusterCaveats(clusters: Clusters, hypothesis: DeclaredHypothesis): readonly string[] {
  if (clusters.by === 'genre') {
    return [
      'Most of these songs have no known artist, so genres are the independent units: they keep an artist’s songs together only as far as the artist stays in one genre.',
    ];
  }
  if (clusters.by !== null || hypothesis.measure === 'variance-share') return [];
  return [
    'Too few artists or genres are known to allow for songs that belong together, so the interval may be too narrow.',
  ];
}
