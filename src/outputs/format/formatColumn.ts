import type { Cell, DataTable } from '../../domain/table.js';
import type { Unit } from '../../domain/unit.js';
import { digitsOfValue } from './digits.js';
import { formatNumber } from './formatNumber.js';
import { UNIT_RULES } from './unitRules.js';

/** How the cells of one table column are written: all with the same digits, so that they can be compared. */
export interface ColumnFormat {
  readonly title: string;
  readonly numeric: boolean;
  /** Text of a number; text cells are for the caller to escape. */
  number(value: number): string;
}

const MILLION = 1e6;

/**
 * The common format of a column: digits by unit, millions for counts that run into hundreds of millions.
 *
 * @param table one table; `index` counts its columns from zero
 */
export function formatColumn(table: DataTable, index: number): ColumnFormat {
  const column = table.columns[index];
  if (!column) throw new RangeError(`table "${table.id}" has no column ${index}`);
  const values = table.rows.map((row) => row[index] ?? null).filter(isNumber);
  const numeric = values.length > 0;
  if (column.unit === 'times') {
    return { title: column.title, numeric, number: (value) => formatNumber(value, 'times') };
  }
  const rule = UNIT_RULES[column.unit];
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (rule.counted === true && largest >= 100 * MILLION) {
    const digits = largest >= 1000 * MILLION ? 0 : 1;
    return {
      title: `${column.title} (millions)`,
      numeric,
      number: (value) => {
        const text = formatNumber(value / MILLION, column.unit, { bare: true, digits });
        // A few hundred views are not none.
        return value > 0 && !/[1-9]/.test(text) ? `<${10 ** -digits}` : text;
      },
    };
  }
  if (rule.counted !== true && rule.decimals > 0 && largest >= 1000) {
    return { title: column.title, numeric, number: (value) => mixed(value, column.unit) };
  }
  const digits = columnDigits(rule.decimals, rule.counted === true, values, largest);
  const number = (value: number): string =>
    formatNumber(value, column.unit, { bare: true, digits });
  return { title: column.title, numeric, number };
}

/** Columns that hold fields of very different size: about three significant figures for each cell. */
function mixed(value: number, unit: Unit): string {
  const size = Math.abs(value);
  return formatNumber(value, unit, { bare: true, digits: size >= 100 ? 0 : size >= 10 ? 1 : 2 });
}

function columnDigits(
  decimals: number,
  counted: boolean,
  values: readonly number[],
  largest: number,
): number {
  if (counted && values.every(Number.isInteger)) return 0;
  // Beside hundreds, a first decimal says nothing, and a neighbouring column that reaches thousands has none.
  if (decimals === 1 && largest > 100 && values.every((value) => Math.abs(value) >= 10)) return 0;
  return largest < 10 ** (1 - decimals) ? digitsOfValue(largest, 2, decimals) : decimals;
}

function isNumber(cell: Cell): cell is number {
  return typeof cell === 'number' && Number.isFinite(cell);
}
