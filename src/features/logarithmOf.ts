import type { Feature } from './feature.js';

const FUNCTIONS = {
  log1p: { name: 'Natural logarithm of one more than', of: Math.log1p },
  log10: { name: 'Decimal logarithm of', of: Math.log10 },
} as const;

/**
 * The logarithm of another feature, as a feature of its own: `log1p` of counts that may be zero, `log10` of those that
 * are missing where nothing was counted. It takes no memory until somebody asks for it.
 *
 * @param missing when it is missing, where that differs from the feature itself
 * @example
 * logarithmOf({ id: 'views', title: 'Views' }, 'log10').id; // "log10_views"
 */
export function logarithmOf(
  feature: Feature,
  kind: keyof typeof FUNCTIONS,
  missing = feature.missing,
): Feature {
  const { name, of } = FUNCTIONS[kind];
  const by = (value: number): number => {
    const logarithm = of(value);
    return Number.isFinite(logarithm) ? logarithm : Number.NaN;
  };
  return {
    ...feature,
    id: `${kind}_${feature.id}`,
    title: `${feature.title} (log)`,
    unit: 'index',
    meaning: `${name} ${feature.id}.`,
    missing,
    derived: { from: feature.id, by },
    compute(song, context) {
      const value = feature.compute(song, context);
      const logarithm = typeof value === 'number' ? by(value) : Number.NaN;
      return Number.isNaN(logarithm) ? null : logarithm;
    },
  };
}
