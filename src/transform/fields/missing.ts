const MISSING = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', '<na>']);

/**
 * Whether the text of a number, date or yes-no field says "no value": empty, or one of the words that R, pandas
 * and databases write for it (`NA`, `N/A`, `NaN`, `<NA>`, `null`, `None`), in any case.
 * Names have their own, narrower rule (see `parseName`): a song may be called "None".
 */
export function isMissing(trimmed: string): boolean {
  return trimmed.length <= 4 && MISSING.has(trimmed.toLowerCase());
}
