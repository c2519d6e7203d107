import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFindings, type asFindingsFile } from '../../src/outputs/findings/index.js';
import { SYNTHETIC_NOTICE } from '../../src/outputs/syntheticNotice.js';
import { workplace, type Outcome } from './workplace.js';

const place = workplace();
const SAMPLE = ['--dataset', 'sample', '--songs', '300'];
const OUTPUTS = 'reports/sample';

/** All files of a folder with their bytes. */
function contents(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(join(place.path, folder), { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name))
      .sort()
      .map((path) => [path, readFileSync(path, 'latin1')]),
  );
}

let first: Outcome;
beforeAll(async () => {
  first = await place.liner('report', ...SAMPLE);
}, 120_000);

describe('liner report on the sample', () => {
  it('says so in its first and last lines', () => {
    const lines = first.stdout.trimEnd().split('\n');
    expect(first.code).toBe(0);
    expect(lines[0]).toBe(SYNTHETIC_NOTICE);
    expect(lines.at(-1)).toBe(SYNTHETIC_NOTICE);
  });

  it('ends with headlines, what was written where, and how long it took', () => {
    expect(first.stdout).toMatch(/^Headlines:\n(?: {2}• .+\n)+/m);
    expect(first.stdout).toContain(`Written under ${place.path}`);
    expect(first.stdout).toMatch(/reports\/sample\/INSIGHTS\.md · reports\/sample\/deck\.md/);
    expect(first.stdout).toMatch(/^Took \d+\.\d s\.$/m);
  });

  it('draws no progress bar where nobody looks', () => {
    expect(first.stderr).toBe('');
  });

  it('says in one line that no browser was found, and what was looked for', () => {
    expect(first.stdout).toMatch(
      /^No PDF of the slides: no browser was found \(looked for .*chromium/m,
    );
  });

  it('writes everything below reports/sample and nothing else', () => {
    expect(readdirSync(place.path).sort()).toEqual(['reports', 'store']);
    expect(readdirSync(join(place.path, 'reports'))).toEqual(['sample']);
    const made = readdirSync(join(place.path, OUTPUTS)).sort();
    expect(made).toEqual(
      [
        'INSIGHTS.md',
        'MODEL_CARD.md',
        'deck.html',
        'deck.md',
        'figures',
        'findings.json',
        'models',
        'stamp.json',
      ].sort(),
    );
    expect(readdirSync(join(place.path, OUTPUTS, 'figures')).length).toBeGreaterThanOrEqual(14);
  });

  it('marks every document as synthetic', () => {
    for (const name of ['INSIGHTS.md', 'deck.md', 'deck.html']) {
      expect(place.read(`${OUTPUTS}/${name}`)).toContain('invented by a seeded generator');
    }
    const { provenance } = readFindings(join(place.path, OUTPUTS, 'findings.json'));
    expect(provenance.dataset).toBe('sample');
  });

  it('does nothing the second time', async () => {
    const before = contents(OUTPUTS);
    const { code, stdout } = await place.liner('report', ...SAMPLE);
    expect(code).toBe(0);
    expect(stdout).toContain(`Nothing to do: ${join(place.path, OUTPUTS, 'INSIGHTS.md')} is fresh`);
    expect(stdout.split('\n')[0]).toBe(SYNTHETIC_NOTICE);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(SYNTHETIC_NOTICE);
    expect(contents(OUTPUTS)).toEqual(before);
  });

  it('prints JSON alone with --json, and nothing beside it with -q', async () => {
    const { code, stdout, stderr } = await place.liner('report', ...SAMPLE, '--json', '-q');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      state: 'fresh',
      dataset: 'sample',
      synthetic: true,
      written: [],
    });
  });

  it('gives the same bytes when everything is made anew', async () => {
    const before = contents(OUTPUTS);
    const { code, stdout } = await place.liner('report', ...SAMPLE, '--force');
    expect(code).toBe(0);
    expect(stdout).toContain('none of them changed');
    expect(contents(OUTPUTS)).toEqual(before);
  }, 120_000);

  it('is the default where no public data are at hand, whatever else lies in the folder', async () => {
    place.write('data/raw/README.md', '# where the data go\n');
    place.write('data/raw/notes.csv', 'name,artist\nA,B\n');
    const { stdout } = await place.liner('status', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ dataset: 'sample' });
    const asked = await place.liner('report', '--dataset', 'public');
    expect(asked.code).toBe(2);
    expect(asked.stderr).toContain('no public data in');
    expect(asked.stderr).toContain('--dataset sample');
  });
});

describe('liner report --check and liner status', () => {
  it('find nothing wrong with what was just written', async () => {
    const check = await place.liner('report', ...SAMPLE, '--check');
    expect(check.stdout).toContain('All outputs are what would be written.');
    expect(check.code).toBe(0);
    const status = await place.liner('status', ...SAMPLE);
    expect(status).toEqual({
      code: 0,
      stdout: 'fresh: the report on the dataset "sample"\n',
      stderr: '',
    });
  });

  it('name the file and the line that was edited by hand, and write nothing', async () => {
    const insights = `${OUTPUTS}/INSIGHTS.md`;
    const lines = place.read(insights).split('\n');
    const edited = [
      ...lines.slice(0, 8),
      `${lines[8] ?? ''} Sales rose by 12.3%.`,
      ...lines.slice(9),
    ];
    place.write(insights, edited.join('\n'));
    rmSync(join(place.path, OUTPUTS, 'figures/content-forest.svg'));
    place.write(`${OUTPUTS}/figures/old-chart.svg`, '<svg/>');
    const check = await place.liner('report', ...SAMPLE, '--check', '--json');
    expect(check.code).toBe(1);
    expect(JSON.parse(check.stdout)).toEqual({
      ok: false,
      problems: [
        `${insights}: differs from line 9 on`,
        `${OUTPUTS}/figures/content-forest.svg: is not there`,
        `${OUTPUTS}/figures/old-chart.svg: nothing writes it any more`,
      ],
    });
    expect(place.read(insights)).toBe(edited.join('\n'));
    const status = await place.liner('status', ...SAMPLE, '--json');
    expect(status.code).toBe(1);
    expect(JSON.parse(status.stdout)).toEqual({
      state: 'stale',
      dataset: 'sample',
      reasons: [
        `${insights} was changed by hand`,
        `${OUTPUTS}/figures/content-forest.svg is not there`,
      ],
    });
  });

  it('a report mends it, and only that', async () => {
    const untouched = join(place.path, OUTPUTS, 'deck.md');
    const before = statSync(untouched).mtimeMs;
    const { stdout } = await place.liner('report', ...SAMPLE, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      state: 'made',
      written: [`${OUTPUTS}/INSIGHTS.md`, `${OUTPUTS}/figures/content-forest.svg`],
    });
    expect(statSync(untouched).mtimeMs).toBe(before);
    expect((await place.liner('status', ...SAMPLE)).code).toBe(0);
  });

  it.each([
    [
      ['--seed', '2'],
      ['the data in the store have changed', 'seed is 2, was 1'],
    ],
    [['--as-of', '2030-01-01'], ['asOf is 2030-01-01, was not set']],
  ])('status tells that %j asks for another report', async (options, reasons) => {
    const { code, stdout } = await place.liner('status', ...SAMPLE, ...options, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ state: 'stale', dataset: 'sample', reasons });
  });

  it('status cannot tell where no report was made, or the data are gone', async () => {
    const never = await place.liner('status', ...SAMPLE, '--out', 'elsewhere');
    expect(never.code).toBe(2);
    expect(never.stdout).toContain('cannot tell: the report on the dataset "sample"');
    expect(never.stdout).toContain('no report has been made here yet');
    const gone = await place.liner('status', '--dataset', 'public', '--json');
    expect(gone.code).toBe(2);
    expect(JSON.parse(gone.stdout)).toMatchObject({ state: 'unknown', dataset: 'public' });
  });
});

describe('liner report --out', () => {
  it('says before the work that a folder cannot be written', async () => {
    place.write('a-file', 'not a folder');
    const { code, stderr } = await place.liner('report', ...SAMPLE, '--out', 'a-file/below');
    expect(code).toBe(3);
    expect(stderr).toContain(`cannot write ${join(place.path, 'a-file/below')}`);
    expect(stderr).toContain('--out DIR');
  });

  it("refuses the folder of the project's own report", async () => {
    place.write('project/reports/stamp.json', '{}');
    const { code, stderr } = await place.liner('report', ...SAMPLE, '--out', 'project');
    expect(code).toBe(2);
    expect(stderr).toContain("--out must not be the folder of the project's own report");
  });
});

describe('liner diff', () => {
  const findings = `${OUTPUTS}/findings.json`;

  /** The findings with the first estimate that has an interval moved beyond it, and the last finding gone. */
  function movedFindings(): { text: string; moved: string; gone: string } {
    const file = JSON.parse(place.read(findings)) as ReturnType<typeof asFindingsFile>;
    const moved = file.findings.find(({ ci, estimate }) => ci !== null && estimate !== null);
    const gone = file.findings.at(-1);
    if (!moved?.ci || !gone) throw new Error('the sample has findings with intervals');
    const far = { ...moved, estimate: moved.ci.high + 10 * (moved.ci.high - moved.ci.low + 1) };
    const changed = file.findings
      .slice(0, -1)
      .map((finding) => (finding.id === moved.id ? far : finding));
    return { text: JSON.stringify({ ...file, findings: changed }), moved: moved.id, gone: gone.id };
  }

  it('gives 0 where nothing moved', async () => {
    const { code, stdout } = await place.liner('diff', findings, findings);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'No finding moved beyond its interval, and no verdict changed.\n',
    });
  });

  it.each([[], ['--md'], ['--json']])(
    'gives 1 and names what moved and what is gone %s',
    async (...how) => {
      const { text, moved, gone } = movedFindings();
      place.write('new.json', text);
      const { code, stdout, stderr } = await place.liner('diff', findings, 'new.json', ...how);
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
      expect(stdout).toContain(moved);
      expect(stdout).toContain(gone);
      if (how[0] === '--md') expect(stdout).toContain('### ');
      if (how[0] === '--json') expect(JSON.parse(stdout)).toHaveProperty('vanished');
    },
  );

  it('compares with the committed findings where only one file is given', async () => {
    place.write('reports/findings.json', place.read(findings));
    expect((await place.liner('diff', findings)).code).toBe(0);
  });

  it('says what is wrong with a file', async () => {
    place.write('broken.json', '{"findings": 3');
    const broken = await place.liner('diff', 'broken.json', findings);
    expect(broken.code).toBe(3);
    expect(broken.stderr).toContain('broken.json');
    const gone = await place.liner('diff', 'gone.json', findings);
    expect(gone.code).toBeGreaterThanOrEqual(2);
    expect(gone.stderr).toContain('gone.json');
  });
});

describe('liner slides', () => {
  it('serves the deck on this machine only, until it is interrupted', async () => {
    let page = '';
    let address = '';
    let seen = '';
    const stdout = {
      write: (text: string) => {
        seen += text;
      },
    };
    const untilInterrupted = async () => {
      address = /http:\/\/127\.0\.0\.1:\d+\//.exec(seen)?.[0] ?? '';
      page = await (await fetch(address)).text();
    };
    const { code } = await place.linerWith(
      { stdout, untilInterrupted },
      ...['slides', '--port', '0', '--no-open'],
    );
    expect(code).toBe(0);
    expect(page).toContain('<section');
    await expect(fetch(address)).rejects.toThrow();
  });

  it('prints its address as JSON', async () => {
    const args = ['slides', '--port', '0', '--no-open', '--json', '--deck', `${OUTPUTS}/deck.md`];
    const { code, stdout } = await place.liner(...args);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      deck: join(place.path, OUTPUTS, 'deck.md'),
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/) as string,
    });
  });

  it.each(['--pdf', '--pptx', '--images'])(
    '%s names the browsers that were looked for',
    async (format) => {
      const { code, stderr } = await place.liner('slides', format);
      expect(code).toBe(2);
      expect(stderr).toMatch(/no browser was found \(looked for CHROME_PATH, chromium,/);
      expect(stderr).toContain('set CHROME_PATH');
    },
  );

  it('says that there is no deck yet', async () => {
    place.write('empty-folder/.keep', '');
    const { code, stderr } = await place.linerWith(
      { directory: join(place.path, 'empty-folder') },
      'slides',
    );
    expect(code).toBe(2);
    expect(stderr).toContain('there is no deck yet');
    expect((await place.liner('slides', '--deck', 'gone.md')).code).toBe(2);
  });
});
