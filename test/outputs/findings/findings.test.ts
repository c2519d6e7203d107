import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/domain/finding.js';
import type { Report } from '../../../src/domain/section.js';
import {
  asFindingsFile,
  diffFindings,
  diffToJson,
  diffToMarkdown,
  diffToText,
  findingsJson,
  isEmptyDiff,
  parseFindings,
  readFindings,
} from '../../../src/outputs/findings/index.js';
import { FINDINGS, fixtureReport } from '../fixtureReport.js';

const report = fixtureReport();
const text = findingsJson(report);

function withFindings(findings: readonly Finding[]): Report {
  return { ...report, findings };
}

function changed(id: string, change: Partial<Finding>): Report {
  return withFindings(
    FINDINGS.map((finding) => (finding.id === id ? { ...finding, ...change } : finding)),
  );
}

describe('findingsJson', () => {
  it('is read back as it was', () => {
    const file = parseFindings(text, 'findings.json');
    expect(file.findings).toEqual(FINDINGS);
    expect(file.provenance).toEqual(report.provenance);
    expect(file.tables).toEqual(report.tables);
    expect(asFindingsFile(report)).toEqual(file);
  });

  it('does not depend on the order of keys or on the last bits of floats', () => {
    const shuffled = withFindings(
      FINDINGS.map(
        (finding) => Object.fromEntries(Object.entries(finding).reverse()) as unknown as Finding,
      ),
    );
    expect(findingsJson(shuffled)).toBe(text);
    expect(findingsJson(changed('genres.top', { estimate: 54.23 + 1e-13 }))).toBe(text);
    expect(findingsJson(changed('genres.top', { estimate: -0 }))).toContain('"estimate": 0,');
  });

  it('keeps open intervals and refuses NaN', () => {
    const open = changed('genres.top', { ci: { low: -Infinity, high: Infinity, level: 0.95 } });
    const ci = parseFindings(findingsJson(open), 'x').findings[1]?.ci;
    expect(ci).toEqual({ low: -Infinity, high: Infinity, level: 0.95 });
    expect(() => findingsJson(changed('genres.top', { estimate: NaN }))).toThrow(
      'report.findings[1].estimate is NaN',
    );
  });
});

describe('readFindings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liner-findings-'));

  it('reads a file', () => {
    const path = join(folder, 'findings.json');
    writeFileSync(path, text);
    expect(readFindings(path).findings).toHaveLength(FINDINGS.length);
  });

  it.each([
    ['not JSON', '<html>', 'must be JSON, got "<html>"'],
    ['another schema', '{"schema": 99}', 'must be a findings file of schema version 1, got 99'],
    ['no schema', '[]', 'must be a findings file of schema version 1, got none'],
    [
      'missing fields',
      '{"schema": 1, "findings": []}',
      'is not a complete findings file: provenance',
    ],
  ])('refuses %s', (_case, content, message) => {
    expect(() => parseFindings(content, 'old.json')).toThrow(message);
  });

  it('says which file cannot be read', () => {
    expect(() => readFindings(join(folder, 'absent.json'))).toThrow('cannot read findings from');
  });
});

describe('diffFindings', () => {
  const old = asFindingsFile(report);

  it('finds nothing between a file and itself', () => {
    const diff = diffFindings(old, old);
    expect(isEmptyDiff(diff)).toBe(true);
    expect(diffToText(diff)).toBe(
      'No finding moved beyond its interval, and no verdict changed.\n',
    );
    expect(diffToMarkdown(diff)).toBe(diffToText(diff));
  });

  it('ignores what stays within its interval', () => {
    const now = asFindingsFile(changed('genres.top', { estimate: 55 }));
    expect(isEmptyDiff(diffFindings(old, now))).toBe(true);
  });

  it('tells moves, flips, changes, arrivals and departures apart', () => {
    const moved = {
      ...FINDINGS[1],
      estimate: 80,
      ci: { low: 78, high: 82, level: 0.95 },
    };
    const flipped = { ...FINDINGS[2], verdict: 'inconclusive' as const };
    const counted = { ...FINDINGS[0], estimate: 4211 };
    const arrived = { ...FINDINGS[4], id: 'platforms.new' };
    const now = asFindingsFile(withFindings([moved, flipped, counted, arrived, FINDINGS[5]]));
    const diff = diffFindings(old, now);
    expect(diff.moved.map(({ id }) => id)).toEqual(['genres.top']);
    expect(diff.changed.map(({ id }) => id)).toEqual(['data.songs']);
    expect(diff.verdictFlips).toEqual([
      {
        id: 'content.explicit',
        label: 'explicit against clean songs',
        old: 'supported',
        new: 'inconclusive',
      },
    ]);
    expect(diff.appeared.map(({ id }) => id)).toEqual(['platforms.new']);
    expect(diff.vanished.map(({ id }) => id)).toEqual(['content.duration', 'platforms.streams']);
    expect(diffToText(diff)).toContain(
      '  genres.top: popularity of the leading genre: 54.2 points (52.1 to 56.4) → 80.0 points (78.0 to 82.0)',
    );
    expect(diffToText(diff)).toContain(
      '  data.songs: songs in the store: 4,210 songs → 4,211 songs',
    );
    expect(diffToMarkdown(diff)).toContain(
      '- `content.explicit`: explicit against clean songs: supported → inconclusive',
    );
    expect(JSON.parse(diffToJson(diff))).toHaveProperty('verdictFlips');
  });

  it('counts an estimate that was lost as changed', () => {
    const now = asFindingsFile(
      changed('genres.top', { estimate: null, ci: null, note: 'not enough data' }),
    );
    const diff = diffFindings(old, now);
    expect(diff.changed.map(({ id }) => id)).toEqual(['genres.top']);
    expect(diffToText(diff)).toContain('→ not enough data');
  });
});
