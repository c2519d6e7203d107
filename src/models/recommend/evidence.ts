/** Listeners (or words that describe an artist) at which a side's say reaches one half. Declared beforehand. */
const HALF_LISTENERS = 10;
const HALF_WORDS = 5;

/**
 * How much the content of an artist counts beside its listeners, 0–1: all where nobody listens, little where many do, and
 * less where few words describe it.
 *
 * @example
 * contentSay(10, 5); // 0.25
 */
export function contentSay(listeners: number, words: number): number {
  return (HALF_LISTENERS / (HALF_LISTENERS + listeners)) * (words / (words + HALF_WORDS));
}
