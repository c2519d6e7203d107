import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { AppError } from '../../errors.js';

/** Settings that tell where a browser is; a part of the process environment. */
export interface BrowserEnvironment {
  readonly CHROME_PATH?: string | undefined;
  readonly PATH?: string | undefined;
}

/** What was looked for, and the browser that was found. */
export interface BrowserSearch {
  readonly path: string | null;
  /** Everything that was looked for, in order, for the message where nothing was found. */
  readonly lookedFor: readonly string[];
}

/** Names of browsers on the PATH that marp-cli can drive. */
const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
] as const;

/** Places where macOS and Windows install them. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
] as const;

/**
 * Finds a browser of the Chromium family: the one that `CHROME_PATH` names, else the first on the PATH, else one
 * where macOS or Windows installs it.
 *
 * @param isExecutable answers whether a path can be run; given by tests
 * @throws AppError `configuration` where `CHROME_PATH` names something that cannot be run
 */
export function findBrowser(
  environment: BrowserEnvironment,
  isExecutable: (path: string) => boolean = canExecute,
): BrowserSearch {
  const named = environment.CHROME_PATH;
  if (named !== undefined && named !== '') {
    if (isExecutable(named)) return { path: named, lookedFor: ['CHROME_PATH'] };
    throw new AppError(
      'configuration',
      `CHROME_PATH must name a browser that can be run, got "${named}"`,
      'set it to the full path of Chromium, Chrome or Edge, or unset it to search for one',
    );
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  const path = [...onPath, ...PLACES].find((candidate) => isExecutable(candidate)) ?? null;
  return { path, lookedFor: ['CHROME_PATH', ...COMMANDS, ...installedNames()] };
}

/** One line that says that there is no browser, what was looked for, and what to do. */
export function describeMissingBrowser({ lookedFor }: BrowserSearch): string {
  return `no browser was found (looked for ${lookedFor.join(', ')}); install Chromium, Chrome or Edge, or set CHROME_PATH to its full path`;
}

function installedNames(): string[] {
  return ['Chrome, Chromium and Edge where macOS and Windows install them'];
}

function canExecute(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not executable: both mean that the search goes on
  }
}
