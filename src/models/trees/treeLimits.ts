import { z } from 'zod';

const share = z.number().gt(0).max(1);

/** What limits a tree. */
export const treeLimits = z.strictObject({
  /** Leaves at most; the split with the largest gain is made first, as in LightGBM. */
  maxLeaves: z.int().min(1),
  /** Splits on the way from the root to a leaf, at most. */
  maxDepth: z.int().min(0),
  /** Training rows that a leaf must hold. */
  minLeafRows: z.int().min(1),
  /** Sum of second derivatives that a leaf must hold (XGBoost's min_child_weight). */
  minLeafHessian: z.number().min(0),
  /** L2 penalty on the values of leaves (XGBoost's lambda). */
  lambda: z.number().min(0),
  /** Gain that a split must exceed (XGBoost's gamma). */
  minGain: z.number().min(0),
  /** Share of the columns that each tree may ask, drawn anew for each. */
  columnShare: share,
  /** Share of the tree's columns that each split may ask, drawn anew for each. */
  nodeColumnShare: share,
  /** Per column 1: prediction never falls as it rises, −1: never rises, 0: free. */
  monotone: z.array(z.union([z.literal(1), z.literal(-1), z.literal(0)])),
});

export type TreeLimits = Readonly<z.infer<typeof treeLimits>>;

/** Limits that plain settings may name; those of columns go by id elsewhere. */
export const someTreeLimits = treeLimits.omit({ monotone: true }).partial();

export const UNLIMITED: TreeLimits = {
  maxLeaves: Number.POSITIVE_INFINITY,
  maxDepth: Number.POSITIVE_INFINITY,
  minLeafRows: 1,
  minLeafHessian: 0,
  lambda: 0,
  minGain: 0,
  columnShare: 1,
  nodeColumnShare: 1,
  monotone: [],
};
