import type { Verdict } from '../../domain/finding.js';

/** Verdicts as readers see them. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  supported: 'supported',
  contradicted: 'contradicted',
  'too-small': 'too small to matter',
  inconclusive: 'inconclusive',
};
