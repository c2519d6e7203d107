import { z } from 'zod';

const estimateSchema = z.object({
  estimate: z.number(),
  /** Ends of the 95 % interval over users; null where users do not differ. */
  low: z.number().nullable(),
  high: z.number().nullable(),
});

const methodSchema = z.object({
  id: z.string(),
  title: z.string(),
  ndcg: estimateSchema,
  recall: estimateSchema,
  /** Share of the heard artists that stand on some list, 0–1. */
  coverage: z.number(),
  /** Bits. */
  novelty: z.number(),
  /** NDCG minus that of EASE, user by user; null for EASE itself. */
  difference: estimateSchema.nullable(),
});

const exampleSchema = z.object({
  artist: z.string(),
  listeners: z.number(),
  similar: z.array(z.string()),
});

/** What the study of recommenders found. */
export const recommenderSchema = z.object({
  source: z.string().nullable(),
  /** Users whose held-out artists were looked for; 0 where there are too few. */
  users: z.number(),
  /** Least number of such users. */
  needed: z.number(),
  artists: z.number(),
  listens: z.number(),
  held: z.number(),
  rule: z.enum(['row', 'seed']),
  settings: z.object({
    lambda: z.number(),
    tagWeight: z.number(),
    playlists: z.boolean(),
    contentWeight: z.number(),
  }),
  methods: z.array(methodSchema),
  examples: z.array(exampleSchema),
  /** Artists by what a recommendation for them rests on. */
  basis: z.object({ listeners: z.number(), content: z.number(), nothing: z.number() }),
});

export type RecommenderResult = z.infer<typeof recommenderSchema>;
export type JudgedMethod = z.infer<typeof methodSchema>;
export type SimilarExample = z.infer<typeof exampleSchema>;
