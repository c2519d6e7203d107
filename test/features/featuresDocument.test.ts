import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { featuresDocument } from '../../src/features/featuresDocument.js';
import { FEATURES } from '../../src/features/index.js';

describe('docs/FEATURES.md', () => {
  it('is what the registry says (if not: npm run docs)', async () => {
    const committed = await readFile(new URL('../../docs/FEATURES.md', import.meta.url), 'utf8');
    expect(committed).toBe(featuresDocument());
  });

  it('has a row for every feature', () => {
    const text = featuresDocument();
    for (const { id } of FEATURES) expect(text).toContain(`\n| \`${id}\` |`);
  });

  it('leaves out groups without features', () => {
    const temporal = FEATURES.filter((feature) => feature.group === 'temporal');
    expect(featuresDocument(temporal)).not.toContain('## Identity');
  });
});
