import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generatedDocuments } from '../../src/pipeline/generatedDocuments.js';

it('docs/DATA_DICTIONARY.md is what the schema and the sample say; `liner docs` renews it', async () => {
  const documents = new Map(await generatedDocuments());
  const committed = readFileSync('docs/DATA_DICTIONARY.md', 'utf8');
  expect(committed).toBe(documents.get('docs/DATA_DICTIONARY.md'));
});
