/** What a report can be made from. */
export const DATASETS = ['sample', 'public', 'store'] as const;
export type Dataset = (typeof DATASETS)[number];
