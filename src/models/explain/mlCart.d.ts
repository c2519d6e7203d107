/** The part of ml-cart that is used here; the package has no types of its own. */
declare module 'ml-cart' {
  /** A node: a leaf has a `distribution`, the mean of its rows; the others ask whether a column is below a value. */
  export interface CartNode {
    readonly distribution?: number;
    readonly splitColumn?: number;
    readonly splitValue?: number;
    readonly left?: CartNode;
    readonly right?: CartNode;
  }

  export class DecisionTreeRegression {
    readonly root: CartNode;
    constructor(options: {
      readonly maxDepth: number;
      readonly minNumSamples: number;
      readonly gainThreshold: number;
    });
    train(rows: readonly (readonly number[])[], target: readonly number[]): void;
    predict(rows: readonly (readonly number[])[]): number[];
  }
}
