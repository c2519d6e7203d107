import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { EXIT_CODES } from '../../src/errors.js';
import { workplace } from './workplace.js';

const place = workplace();
const names = commands.map(({ name }) => name);
/** Commands with a work of their own, as words. */
const LEAVES = names.flatMap((name) =>
  name === 'db' ? ['db info', 'db migrate', 'db export'] : [name],
);

const help = (command: string) => place.liner(...command.split(' '), '--help');

/** Commands of the README: each line of a `sh` block or cell that calls `liner`. */
function readmeCommands(): string[] {
  const readme = readFileSync('README.md', 'utf8');
  const blocks = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((match) =>
    (match[1] ?? '').split('\n'),
  );
  const inline = [...readme.matchAll(/`((?:npx )?liner [^`]+)`/g)].map((match) => match[1] ?? '');
  return [...blocks, ...inline]
    .map((line) => line.replace(/#.*$/, '').replaceAll('\\|', '|').trim())
    .filter((line) => /^(?:npx )?liner\b/.test(line))
    .map((line) => line.replace(/^(?:npx )?liner\s*/, ''));
}

describe('liner --help', () => {
  it('lists every command and gives examples', async () => {
    const { code, stdout, stderr } = await place.liner('--help');
    expect(code).toBe(0);
    expect(stderr).toBe('');
    for (const name of names) expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    expect(stdout).toContain('Examples:');
    expect(stdout).toContain('Exit codes: 0 done');
  });

  it.each([...names])('%s explains itself with examples', async (name) => {
    const { code, stdout } = await help(name);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: liner ${name}`);
    expect(stdout).toContain('Examples:');
  });

  it.each(LEAVES)('%s takes --json and --quiet', async (command) => {
    const { stdout } = await help(command);
    expect(stdout).toContain('--json');
    expect(stdout).toContain('-q, --quiet');
  });

  it('prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await place.liner('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('helps where no command is given, and calls that a wrong use', async () => {
    const { code, stderr } = await place.liner();
    expect(code).toBe(2);
    expect(stderr).toContain('Usage: liner');
    expect((await place.liner('db')).code).toBe(2);
  });
});

describe('the README', () => {
  const called = readmeCommands();

  it('shows every command', () => {
    expect(called.length).toBeGreaterThan(10);
    const shown = new Set(called.map((line) => line.split(' ')[0]));
    expect(names.filter((name) => !shown.has(name))).toEqual([]);
  });

  it.each(called)('liner %s: its command and options exist', async (line) => {
    const words = line.split(/[\s[\]]+/).filter((word) => word !== '');
    const [command = '', second = ''] = words;
    if (command.startsWith('-')) {
      expect((await place.liner('--help')).stdout).toContain(command);
      return;
    }
    const parts = command === 'db' ? second.split('|').map((part) => `db ${part}`) : [command];
    for (const part of parts) {
      const { code, stdout } = await help(part);
      expect(code).toBe(0);
      for (const option of words.filter((word) => word.startsWith('--'))) {
        expect(stdout).toMatch(new RegExp(`${option}\\b`));
      }
    }
  });

  it('names npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const text = ['README.md', 'CONTRIBUTING.md'].map((name) => readFileSync(name, 'utf8')).join();
    const used = [...text.matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1] ?? '');
    expect(used.length).toBeGreaterThan(2);
    expect(used.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('quotes messages as they are', () => {
    const table = /## Troubleshooting\n([\s\S]*?)\n## /.exec(
      readFileSync('README.md', 'utf8'),
    )?.[1];
    const quoted = [...(table ?? '').matchAll(/^\| `(?!liner )([^`]+)`/gm)].map(
      (row) => row[1] ?? '',
    );
    expect(quoted.length).toBeGreaterThanOrEqual(4);
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.m?[jt]s$/.test(name))
      .map((name) => readFileSync(join('src', name), 'utf8'))
      .join('\n');
    for (const message of quoted) {
      // A letter alone stands for what the message fills in.
      const words = message
        .split(/\b[A-Z]\b/)
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      expect([message, new RegExp(words.join('.{0,60}')).test(sources)]).toEqual([message, true]);
    }
  });

  it('states the exit codes that errors have', () => {
    expect(EXIT_CODES).toEqual({
      usage: 2,
      configuration: 2,
      input: 3,
      locked: 3,
      stale: 1,
      failed: 3,
    });
  });
});

describe('wrong use', () => {
  it.each([
    [['report', '--datset', 'sample'], "unknown option '--datset'", '--dataset'],
    [['report', '--chek'], "unknown option '--chek'", '--check'],
    [['ingest', 'a.csv', '--dryrun'], "unknown option '--dryrun'", '--dry-run'],
    [['reprot'], "unknown command 'reprot'", 'report'],
    [['db', 'exprot'], "unknown command 'exprot'", 'export'],
  ])('%j names what was meant', async (args, said, meant) => {
    const { code, stdout, stderr } = await place.liner(...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^liner: /);
    expect(stderr).toContain(said);
    expect(stderr).toContain(`(Did you mean ${meant}?)`);
    expect(stderr).toContain('`liner --help`');
  });

  it.each([
    [['report', '--dataset', 'spotify'], 'Allowed choices are sample, public, store'],
    [['report', '--dataset'], "option '--dataset <name>' argument missing"],
    [['report', '--seed', '1.5'], 'It must be a whole number, got "1.5"'],
    [['report', '--seed', '-1'], 'It must be a whole number, got "-1"'],
    [['report', '--songs', '99999999999999999999'], 'It must be a whole number'],
    [['report', '--as-of', '2019-02-30'], 'It must be a day such as 2024-06-30'],
    [['report', '--as-of', 'yesterday'], 'It must be a day such as 2024-06-30'],
    [['slides', '--port', '70000'], 'It must be a port from 0 to 65535'],
    [['report', 'too', 'many'], 'too many arguments'],
    [['diff'], "missing required argument 'old'"],
    [['db', 'export'], "required option '--to <url>' not specified"],
    [['db', 'export', '--to', 'mysql://x'], '--to must begin with postgres://'],
    [['report', '--dataset', 'sample', '--songs', '0'], 'number of songs of the sample'],
    [['ingest', 'x.csv', '--map', 'title'], '--map needs field=column'],
    [['ingest', 'x.csv', '--map', 'nonsense=x'], '--map knows no field "nonsense"'],
  ])('%j is refused with exit code 2', async (args, said) => {
    const { code, stdout, stderr } = await place.liner(...args);
    expect(stderr).toContain(said);
    expect(stdout.replace(/^This report is made from the built-in sample.*$/gm, '').trim()).toBe(
      '',
    );
    expect(code).toBe(2);
  });
});
