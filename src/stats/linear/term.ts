/** An explanatory variable of {@link leastSquares}: a number, or a category in coded form. */
export type Term =
  | { readonly kind: 'number'; readonly name: string; readonly values: ArrayLike<number> }
  | {
      readonly kind: 'category';
      readonly name: string;
      /** `levels[codes[row]]`, −1 for missing. */
      readonly codes: Int32Array;
      readonly levels: readonly string[];
      /** The level the others are compared with; the first one that occurs if left out. */
      readonly reference?: string;
    };

/** A fixed effect with many levels that is removed by taking differences from its group means. */
export interface AbsorbedEffect {
  readonly name: string;
  readonly codes: Int32Array;
}
