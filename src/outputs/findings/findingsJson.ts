import type { Report } from '../../domain/section.js';
import { FINDINGS_SCHEMA, findingsSchema, type FindingsFile } from './findingsSchema.js';

/** Beyond this many significant digits, machines may differ in the last bit of a sum. */
const SIGNIFICANT_DIGITS = 10;

/**
 * `findings.json`: provenance, findings and tables, with keys in a fixed order and floats rounded to 10 significant
 * digits, so that the same report gives the same bytes on every machine.
 *
 * @throws Error where a number is NaN: a finding that could not be measured has `null`
 */
export function findingsJson(report: Report): string {
  const { provenance, findings, tables } = report;
  const file = { schema: FINDINGS_SCHEMA, provenance, findings, tables };
  const rounded = writable(file, 'report');
  const ordered = orderKeys(rounded, findingsSchema.parse(rounded));
  return `${stringify(ordered)}\n`;
}

/** The findings of a report as `readFindings` would give them back, for comparisons in memory. */
export function asFindingsFile(report: Report): FindingsFile {
  return findingsSchema.parse(JSON.parse(findingsJson(report)));
}

/** Rounds floats, writes infinities as text, and refuses NaN with the place where it stands. */
function writable(value: unknown, place: string): unknown {
  if (typeof value === 'number') return writableNumber(value, place);
  if (Array.isArray(value)) return value.map((item, index) => writable(item, `${place}[${index}]`));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, writable(item, `${place}.${key}`)]),
  );
}

function writableNumber(value: number, place: string): number | string {
  if (Number.isNaN(value)) throw new Error(`${place} is NaN; what cannot be measured is null`);
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value)) return value + 0;
  return Number(value.toPrecision(SIGNIFICANT_DIGITS));
}

/** The written value with its keys in the order of the schema, which the parsed one has. */
function orderKeys(written: unknown, parsed: unknown): unknown {
  if (Array.isArray(written) && Array.isArray(parsed)) {
    return written.map((item, index) => orderKeys(item, parsed[index]));
  }
  if (!isRecord(written) || !isRecord(parsed)) return written;
  return Object.fromEntries(
    Object.keys(parsed).map((key) => [key, orderKeys(written[key], parsed[key])]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Two spaces of indentation, but rows of tables, intervals and lists of plain values on one line each. */
function stringify(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const flat = JSON.stringify(value);
  if (Object.values(value).every((item) => typeof item !== 'object' || item === null)) {
    if (Array.isArray(value) || flat.length <= 80) return flat;
  }
  const inner = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item) => inner + stringify(item, inner))
    : Object.entries(value).map(
        ([key, item]) => `${inner}${JSON.stringify(key)}: ${stringify(item, inner)}`,
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return items.length === 0 ? open + close : `${open}\n${items.join(',\n')}\n${indent}${close}`;
}
