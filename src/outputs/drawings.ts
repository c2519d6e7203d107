import type { Drawing } from '../charts/chart.js';

/** The charts of a report by id; charts that had nothing to draw are absent. */
export type Drawings = ReadonlyMap<string, Drawing>;

/** The drawn pictures by chart id: SVG text. */
export type Pictures = ReadonlyMap<string, string>;
