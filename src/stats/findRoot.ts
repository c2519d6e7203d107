/**
 * Zero of a continuous function between `low` and `high`, where it has opposite signs: regula falsi of the
 * Illinois kind (Dowell and Jarratt 1971), to full precision.
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  let [a, b, fa, fb] = [low, high, f(low), f(high)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  for (let step = 0; step < 200 && Math.abs(b - a) > 1e-15 * Math.abs(b); step += 1) {
    const middle = (fa * b - fb * a) / (fa - fb);
    const fm = f(middle);
    if (fm === 0) return middle;
    if (fm * fb < 0) {
      [a, fa] = [b, fb];
    } else {
      fa /= 2;
    }
    [b, fb] = [middle, fm];
  }
  return b;
}
