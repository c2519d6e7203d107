import { describe, expect, it } from 'vitest';
import { curveBend, lengthClause, periodClause } from '../../src/analyses/content/curveShape.js';
import type { DataTable } from '../../src/domain/table.js';

function curve(...means: readonly number[]): DataTable {
  const column = (id: string) => ({ id, title: id, unit: 'points' as const });
  return {
    id: 'content.curve',
    title: 'Curve',
    grain: 'One row per level',
    queries: [],
    sources: [],
    columns: ['label', 'mean', 'low', 'high'].map(column),
    rows: means.map((mean, i) => [`level ${i}`, mean, mean - 1, mean + 1]),
  };
}

describe('curveBend', () => {
  it('sees a peak or a dip that the intervals show', () => {
    expect(curveBend(curve(30, 40, 33), 'peak')).toEqual({ kind: 'peak', label: 'level 1' });
    expect(curveBend(curve(30, 20, 33), 'dip')).toEqual({ kind: 'dip', label: 'level 1' });
  });

  it('sees none in a slope, in noise, or in nothing', () => {
    expect(curveBend(curve(30, 40, 50), 'peak')).toBeNull();
    expect(curveBend(curve(50, 40, 30), 'dip')).toBeNull();
    expect(curveBend(curve(39.5, 40, 39.6), 'peak')).toBeNull();
    expect(curveBend(curve(), 'peak')).toBeNull();
  });

  it('is put into words with the level’s name', () => {
    expect(lengthClause(curve(30, 40, 33))).toContainEqual({ kind: 'name', text: 'level 1' });
    expect(periodClause(curve(30, 20, 33))).toContainEqual({ kind: 'name', text: 'level 1' });
    expect(lengthClause(curve(30, 40, 50))).toBeNull();
  });
});
