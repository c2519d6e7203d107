import { spawn } from 'node:child_process';

/** The command that opens an address in the user's browser. */
export function openCommand(platform: string, url: string): readonly [string, readonly string[]] {
  if (platform === 'darwin') return ['open', [url]];
  if (platform === 'win32') return ['cmd', ['/c', 'start', '', url]];
  return ['xdg-open', [url]];
}

/**
 * Opens an address in the user's browser and does not wait for it.
 *
 * @param onFailure told where the command is missing; the address still works by hand
 */
export function openBrowser(
  url: string,
  onFailure: (message: string) => void,
  platform: string = process.platform,
): void {
  const [command, args] = openCommand(platform, url);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', (error) => {
    onFailure(`could not open a browser (${error.message}); open ${url} yourself`);
  });
  child.unref();
}
