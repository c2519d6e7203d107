import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AppError, messageOf } from '../../errors.js';

/** `slides/theme.css` of this package; the same from `src` and from `dist`. */
export const THEME_PATH = fileURLToPath(new URL('../../../slides/theme.css', import.meta.url));

/**
 * The CSS of the deck's theme.
 *
 * @param path another theme; it must start with a comment that names it `liner-notes`, as Marp wants it
 * @throws AppError `configuration` where the file cannot be read
 */
export function readTheme(path: string = THEME_PATH): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new AppError(
      'configuration',
      `cannot read the theme of the slides: ${messageOf(error)}`,
      'it belongs to the package: install it again, or restore slides/theme.css',
      { cause: error },
    );
  }
}
