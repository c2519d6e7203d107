import { z } from 'zod';
import type { Classifier } from './classifier.js';
import { defineClassifier } from './defineClassifier.js';
import {
  applyDesign,
  designJson,
  learnDesign,
  requireColumns,
  type Design,
  type DesignTerm,
} from './design.js';
import { minimise } from './lbfgs.js';
import { softmax } from './softmax.js';

export interface LogisticSettings {
  /** L2 penalty on the coefficients of standardised columns: one over scikit-learn's `C`. */
  readonly lambda: number;
  /** Ends where no part of the gradient of the mean loss is larger. */
  readonly tolerance: number;
  readonly maxIterations: number;
}

export const LOGISTIC_DEFAULTS: LogisticSettings = {
  lambda: 1,
  tolerance: 1e-5,
  maxIterations: 200,
};

interface Logistic {
  readonly terms: readonly DesignTerm[];
  /** Per class its coefficients and, last, its intercept. */
  readonly coefficients: Float64Array;
}

const savedSchema = z.object({ terms: designJson, coefficients: z.array(z.number()) });

/**
 * Multinomial logistic regression with an L2 penalty on everything but the intercepts: the scores of the classes are
 * linear in the standardised columns. Checked against scikit-learn's `LogisticRegression`.
 */
export function logisticRegression(settings: Partial<LogisticSettings> = {}): Classifier {
  const { lambda, tolerance, maxIterations } = { ...LOGISTIC_DEFAULTS, ...settings };
  return defineClassifier<Logistic, z.infer<typeof savedSchema>>({
    id: 'logistic_regression',
    title: 'Logistic regression',
    schema: savedSchema,
    learn({ table, columns, classes, count, weights }) {
      const terms = learnDesign(table, columns, { marksMissing: true });
      const design = applyDesign(table, terms);
      const start = new Float64Array(count * (terms.length + 1));
      const loss = (point: Float64Array, gradient: Float64Array): number =>
        penalisedLoss(design, { classes, count, weights, lambda }, point, gradient);
      return { terms, coefficients: minimise(loss, start, { tolerance, maxIterations }) };
    },
    predict({ terms, coefficients }, table, count) {
      const design = applyDesign(table, terms);
      const scores = new Float64Array(table.size * count);
      for (let row = 0; row < table.size; row += 1) {
        scoreRow(design, row, coefficients, scores, row * count, count);
        softmax(scores, row * count, (row + 1) * count);
      }
      return scores;
    },
    save: ({ terms, coefficients }) => ({ terms: [...terms], coefficients: [...coefficients] }),
    restore({ terms, coefficients }, columns, count) {
      requireColumns(terms, columns.length);
      const wanted = count * (terms.length + 1);
      if (coefficients.length !== wanted) {
        throw new RangeError(`it must have ${wanted} coefficients, got ${coefficients.length}`);
      }
      return { terms, coefficients: Float64Array.from(coefficients) };
    },
  });
}

interface LossOptions {
  readonly classes: Int32Array;
  readonly count: number;
  readonly weights: Float64Array;
  readonly lambda: number;
}

function scoreRow(
  { width, cells }: Design,
  row: number,
  coefficients: Float64Array,
  into: Float64Array,
  start: number,
  count: number,
): void {
  for (let code = 0; code < count; code += 1) {
    const offset = code * (width + 1);
    let score = coefficients[offset + width];
    for (let j = 0; j < width; j += 1) score += coefficients[offset + j] * cells[row * width + j];
    into[start + code] = score;
  }
}

/** Mean of minus the log-likelihood, with the penalty spread over the rows so that both are on one scale. */
function penalisedLoss(
  design: Design,
  { classes, count, weights, lambda }: LossOptions,
  point: Float64Array,
  gradient: Float64Array,
): number {
  const { width, cells } = design;
  const scores = new Float64Array(count);
  gradient.fill(0);
  let [loss, total] = [0, 0];
  for (let row = 0; row < classes.length; row += 1) {
    scoreRow(design, row, point, scores, 0, count);
    const own = scores[classes[row]];
    const weight = weights[row];
    loss += weight * (softmax(scores, 0, count) - own);
    total += weight;
    scores[classes[row]] -= 1;
    for (let code = 0; code < count; code += 1) {
      const error = weight * scores[code];
      const offset = code * (width + 1);
      for (let j = 0; j < width; j += 1) gradient[offset + j] += error * cells[row * width + j];
      gradient[offset + width] += error;
    }
  }
  for (let i = 0; i < point.length; i += 1) {
    const isIntercept = i % (width + 1) === width;
    if (!isIntercept) {
      loss += (lambda / 2) * point[i] * point[i];
      gradient[i] += lambda * point[i];
    }
    gradient[i] /= total;
  }
  return loss / total;
}
