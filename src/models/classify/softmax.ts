/**
 * Turns the scores of one row into probabilities, in place: shares of their exponentials.
 *
 * @returns the logarithm of the sum of the exponentials
 * @example
 * const scores = Float64Array.of(1, 1);
 * softmax(scores, 0, 2);
 * scores; // Float64Array [0.5, 0.5]
 */
export function softmax(scores: Float64Array, start: number, end: number): number {
  let most = scores[start];
  for (let i = start + 1; i < end; i += 1) if (scores[i] > most) most = scores[i];
  let sum = 0;
  for (let i = start; i < end; i += 1) {
    scores[i] = Math.exp(scores[i] - most);
    sum += scores[i];
  }
  for (let i = start; i < end; i += 1) scores[i] /= sum;
  return most + Math.log(sum);
}
