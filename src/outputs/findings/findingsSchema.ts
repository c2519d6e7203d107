import { z } from 'zod';
import { UNITS } from '../../domain/unit.js';

/** Version of the layout of `findings.json`; raised when a reader of the old one would misread the new one. */
export const FINDINGS_SCHEMA = 1;

/** JSON has no infinity; open ends of intervals are written as text. */
const number = z.union([
  z.number(),
  z.literal('Infinity').transform(() => Infinity),
  z.literal('-Infinity').transform(() => -Infinity),
]);

const interval = z.object({ low: number, high: number, level: z.number() });
const estimate = z.object({ estimate: number, ci: interval.nullable() });

const test = z.object({
  method: z.string(),
  statistic: z.object({ name: z.string(), value: number }),
  df: z.union([number, z.tuple([number, number])]).nullable(),
  p: z.number(),
  pAdjusted: z.number().nullable(),
});

const effect = z.object({
  name: z.string(),
  value: number,
  ci: interval.nullable(),
  label: z.string(),
  rule: z.string(),
});

/** One finding, with its keys in the order of the file. */
export const findingSchema = z.object({
  id: z.string(),
  section: z.string(),
  label: z.string(),
  kind: z.enum(['confirmatory', 'exploratory', 'descriptive']),
  estimate: number.nullable(),
  unit: z.enum(UNITS),
  ci: interval.nullable(),
  n: z.number(),
  nUnit: z.enum(UNITS),
  crude: estimate.nullable(),
  // Files of earlier versions lack it.
  withinArtist: estimate.extend({ finding: z.string() }).nullable().default(null),
  adjustedFor: z.array(z.string()),
  clusteredBy: z.string().nullable(),
  test: test.nullable(),
  effect: effect.nullable(),
  hypothesis: z.string().nullable(),
  smallestEffect: z.number().nullable(),
  verdict: z.enum(['supported', 'contradicted', 'too-small', 'inconclusive']).nullable(),
  queries: z.array(z.string()),
  sources: z.array(z.string()),
  asOf: z.string().nullable(),
  caveats: z.array(z.string()),
  note: z.string().nullable(),
});

const source = z.object({
  source: z.string(),
  title: z.string(),
  asOf: z.string(),
  rows: z.number(),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
  licence: z.string(),
  selection: z.string(),
});

const provenance = z.object({
  dataset: z.enum(['sample', 'public', 'store']),
  sources: z.array(source),
  version: z.string(),
  seed: z.number(),
  asOf: z.string(),
  contentHash: z.string(),
  hypothesesHash: z.string(),
  familySize: z.number(),
});

const table = z.object({
  id: z.string(),
  title: z.string(),
  columns: z.array(z.object({ id: z.string(), title: z.string(), unit: z.enum(UNITS) })),
  rows: z.array(z.array(z.union([z.number(), z.string(), z.boolean(), z.null()]))),
  queries: z.array(z.string()),
  sources: z.array(z.string()),
  grain: z.string(),
});

/** The file as a whole: where the data come from, all findings, all tables. */
export const findingsSchema = z.object({
  schema: z.literal(FINDINGS_SCHEMA),
  provenance,
  findings: z.array(findingSchema),
  tables: z.array(table),
});

/** What `findings.json` holds. */
export type FindingsFile = z.infer<typeof findingsSchema>;
