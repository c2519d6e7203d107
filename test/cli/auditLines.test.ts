import { expect, it } from 'vitest';
import { failedChecks } from '../../src/cli/commands/auditLines.js';

it('says which checks failed and what they rest on, with names as visible text', () => {
  const passed = {
    id: 'permuted_target',
    title: 'Permuted target',
    passed: true,
    reason: 'at zero',
    evidence: [],
  };
  const failed = {
    id: 'shared_units',
    title: 'Shared songs',
    passed: false,
    reason: 'one song stands on both sides',
    evidence: [{ subject: 'Ada\u001b[31m', detail: 'rows 1 and 7' }],
  };
  const lines = failedChecks({
    recipe: 'release',
    split: 'songs',
    n: 9,
    passed: false,
    checks: [passed, failed],
  } as Parameters<typeof failedChecks>[0]);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toBe('release, songs: Shared songs: one song stands on both sides');
  expect(lines[1]).toContain('rows 1 and 7');
  expect(lines[1]).not.toContain('\u001b');
});
