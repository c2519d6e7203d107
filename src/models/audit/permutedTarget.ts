import { createRandom, deriveSeed, shuffle } from '../../stats/random.js';
import { crossValidate } from '../evaluate/crossValidate.js';
import { scorePredictions } from '../evaluate/scores.js';
import type { AuditCheck } from './auditResult.js';
import type { AuditOptions, AuditSubject } from './auditSubject.js';
import { smallModel } from './smallModel.js';
import { songCodes } from './songKeys.js';

/** Draws behind the interval. */
const REPLICATES = 200;

/**
 * A run on a target without meaning: every song gets that of another song, all its versions the same one. Nothing can
 * be predicted then, so R² must sit at 0 or below it (where noise was learned); above it, answers cross the split.
 */
export async function checkPermutedTarget(
  subject: AuditSubject,
  options: AuditOptions,
): Promise<AuditCheck> {
  const { table, split, spec } = subject;
  const { seed, workers, replicates = REPLICATES } = options;
  const units = songCodes(subject.songs);
  const random = createRandom(deriveSeed(seed, 'audit.permuted'));
  const target = permuted(subject.target, units, random);
  const small = smallModel(spec, options);
  const predicted = await crossValidate(small, table, target, split, { seed, workers });
  const { r2 } = scorePredictions(target, predicted, { units, random, replicates });
  const { value, ci } = r2;
  const passed = Number.isNaN(value) || (ci?.low ?? value) <= 0;
  const [low, high] = [ci?.low ?? value, ci?.high ?? value].map((end) => end.toFixed(4));
  return {
    id: 'permuted_target',
    title: 'A permuted target cannot be predicted',
    passed,
    reason: `R² ${value.toFixed(4)} with a permuted target, 95 % interval from ${low} to ${high}: ${passed ? 'not above 0' : 'above 0'}`,
    evidence: [
      { subject: 'R²', value: Number.isNaN(value) ? null : value, detail: 'estimate' },
      { subject: 'R²', value: ci?.low ?? null, detail: 'lower end' },
      { subject: 'R²', value: ci?.high ?? null, detail: 'upper end' },
    ],
  };
}

/** Targets of the units in another order; all rows of a unit get the same. */
function permuted(target: Float64Array, units: Int32Array, random: () => number): Float64Array {
  const first = new Map<number, number>();
  units.forEach((unit, row) => {
    if (!first.has(unit)) first.set(unit, target[row]);
  });
  const values = Float64Array.from(first.values());
  shuffle(values, random);
  const given = new Map([...first.keys()].map((unit, place) => [unit, values[place]]));
  return Float64Array.from(units, (unit) => given.get(unit) ?? NaN);
}
