import { describe, expect, it } from 'vitest';
import type { Cell, DataTable } from '../../../src/domain/table.js';
import type { Unit } from '../../../src/domain/unit.js';
import { formatColumn } from '../../../src/outputs/format/index.js';

function column(unit: Unit, values: readonly Cell[]): { title: string; cells: string[] } {
  const table: DataTable = {
    id: 't.x',
    title: 'X',
    columns: [{ id: 'x', title: 'X', unit }],
    rows: values.map((value) => [value]),
    queries: [],
    sources: [],
    grain: 'One row per x',
  };
  const format = formatColumn(table, 0);
  return {
    title: format.title,
    cells: values.filter((value) => typeof value === 'number').map((value) => format.number(value)),
  };
}

describe('formatColumn', () => {
  it('gives all cells of a column the same digits', () => {
    expect(column('points', [54.23, 3, null]).cells).toEqual(['54.2', '3.0']);
    expect(column('songs', [1, 28356]).cells).toEqual(['1', '28,356']);
    expect(column('songs', [1.5, 2]).cells).toEqual(['1.5', '2.0']);
    expect(column('year', [1999, 2020]).cells).toEqual(['1999', '2020']);
    expect(column('percent', [12.3, 0.4]).cells).toEqual(['12.3%', '0.4%']);
  });

  it('drops the one decimal of a column of tens and hundreds', () => {
    expect(column('plays-per-listener', [631, 42.5]).cells).toEqual(['631', '43']);
    expect(column('plays-per-listener', [631, 4.25]).cells).toEqual(['631.0', '4.3']);
    expect(column('percent', [100, 42.5]).cells).toEqual(['100.0%', '42.5%']);
  });

  it('shows fields of very different size in one column with three figures each', () => {
    expect(column('index', [42, 49_791_393, 0.068, 803_165.23]).cells).toEqual([
      '42.0',
      '49,791,393',
      '0.07',
      '803,165',
    ]);
  });

  it('adds digits where everything would be zero', () => {
    expect(column('percent', [0.0123, 0.004]).cells).toEqual(['0.012%', '0.004%']);
  });

  it('shows large counts in millions and says so', () => {
    expect(column('streams', [3_386_520_288, 5_000_000])).toEqual({
      title: 'X (millions)',
      cells: ['3,387', '5'],
    });
    expect(column('views', [3_386_520_288, 431, 0]).cells).toEqual(['3,387', '<1', '0']);
    expect(column('views', [386_520_288, 431]).cells).toEqual(['386.5', '<0.1']);
    expect(column('views', [386_520_288])).toEqual({ title: 'X (millions)', cells: ['386.5'] });
  });

  it('knows text columns, and refuses a column that is not there', () => {
    const table: DataTable = {
      id: 't.x',
      title: 'X',
      columns: [{ id: 'x', title: 'X', unit: 'text' }],
      rows: [['a']],
      queries: [],
      sources: [],
      grain: '',
    };
    expect(formatColumn(table, 0).numeric).toBe(false);
    expect(() => formatColumn(table, 1)).toThrow('table "t.x" has no column 1');
  });
});
