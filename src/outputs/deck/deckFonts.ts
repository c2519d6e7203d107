import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { SubsetFont } from '../../charts/svg/embedFont.js';

const require = createRequire(import.meta.url);

const FACES = [
  { weight: 400, file: '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf' },
  { weight: 700, file: '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf' },
] as const;

/** Every deck needs these, whatever its texts are: page numbers, footers, our own slides. */
const ALWAYS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

/**
 * The deck's font as CSS with only the characters it shows, so that slides look (and fit) the same where Arial and
 * its kin are missing. Characters that Arimo does not have fall back to the system's fonts.
 *
 * @param text everything that may be shown, in any form
 */
export async function deckFonts(text: string): Promise<string> {
  const subsetFont = require('subset-font') as SubsetFont;
  const characters = [...new Set(ALWAYS + text)].sort().join('');
  const faces = await Promise.all(
    FACES.map(async ({ weight, file }) => {
      const subset = await subsetFont(await readFile(require.resolve(file)), characters, {
        targetFormat: 'woff2',
      });
      const data = Buffer.from(subset).toString('base64');
      return `@font-face{font-family:Arimo;font-weight:${weight};font-style:normal;src:url(data:font/woff2;base64,${data}) format("woff2")}`;
    }),
  );
  return faces.join('\n');
}
