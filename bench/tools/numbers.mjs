/** The middle value; the mean of the two middle ones of an even number. NaN of none. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** `12,345`: a whole number with commas between thousands. */
export function whole(value) {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Seconds with as many digits as a repetition would confirm. */
export function seconds(value) {
  if (value < 0.1) return `${(value * 1000).toFixed(1)} ms`;
  return `${value.toFixed(value < 10 ? 2 : 1)} s`;
}

/** Megabytes (10⁶ bytes), whole. */
export function megabytes(value) {
  return `${whole(value)} MB`;
}
