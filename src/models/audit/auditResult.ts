import { z } from 'zod';

const evidenceSchema = z.object({
  /** What it is about: a column, a song, a fold. */
  subject: z.string(),
  /** The number that was judged, where there is one. */
  value: z.number().nullable(),
  detail: z.string(),
});

export const auditCheckSchema = z.object({
  id: z.enum([
    'shared_units',
    'target_derived',
    'known_after_release',
    'permuted_target',
    'single_feature',
  ]),
  title: z.string(),
  passed: z.boolean(),
  /** Why it passed or failed, in one sentence. */
  reason: z.string(),
  /** What the judgement rests on, the gravest first; a list for reading, cut short. */
  evidence: z.array(evidenceSchema),
});

export const auditResultSchema = z.object({
  /** Id of the recipe. */
  recipe: z.string(),
  /** Id of the split. */
  split: z.string(),
  /** Rows that the audit looked at. */
  n: z.int(),
  /** Whether every check passed. */
  passed: z.boolean(),
  checks: z.array(auditCheckSchema),
});

/** One thing looked at, with the number that was judged. */
export type AuditEvidence = Readonly<z.infer<typeof evidenceSchema>>;

/** One question of the audit and its answer. */
export type AuditCheck = Readonly<z.infer<typeof auditCheckSchema>>;

/** Whether a model's score on one split can come from a leak: plain JSON, one per recipe and split. */
export type AuditResult = Readonly<z.infer<typeof auditResultSchema>>;

/** Pieces of evidence that a check shows at most. */
export const SHOWN_EVIDENCE = 5;
