/** What the learners are measured with; `modelsPeer.py` gets the same. */
export const SEED = 1;
/** Rows that no model learns from. */
export const HELD_OUT = 4000;
/** Repetitions, of which the fastest counts. */
export const TIMES = 3;
/** Splits on the way to a leaf of the tree that is compared with ml-cart's. */
export const DEPTH = 5;
/** Even, so that two threads have the same to do. */
export const FOLDS = 10;
/**
 * Here drawing a row twice counts it twice, in scikit-learn once: 8 here give trees of as many nodes as 5 there. The
 * table tells the nodes of both.
 */
export const FOREST_LEAF_ROWS = 8;
export const PEER_FOREST_LEAF_ROWS = 5;
/** Neither penalty nor sampling, so that LightGBM and XGBoost solve the same task. */
export const BOOSTING = {
  learningRate: 0.1,
  rowShare: 1,
  limits: { maxLeaves: 31, minLeafRows: 20, lambda: 0, columnShare: 1 },
};
