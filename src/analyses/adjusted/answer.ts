import type { Estimate, FindingTest } from '../../domain/finding.js';
import type { EffectSize, Interval } from '../../domain/testResult.js';

/** What was measured of a hypothesis, in the unit of the finding. */
export interface Answer {
  readonly estimate: number;
  readonly ci: Interval;
  readonly crude: Estimate | null;
  readonly n: number;
  readonly test: FindingTest;
  readonly effect: EffectSize | null;
  /** The confounder that moves the estimate most, where crude and adjusted differ markedly. */
  readonly driver: string | null;
}
