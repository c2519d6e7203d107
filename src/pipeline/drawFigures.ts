import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Drawing } from '../charts/chart.js';
import { createSvgRenderer, type SvgRenderer } from '../charts/svg/createSvgRenderer.js';
import type { FindingBook } from '../domain/findingBook.js';
import type { Drawings, Pictures } from '../outputs/drawings.js';
import { proseToPlain } from '../outputs/prose/index.js';
import { writeAtomically } from '../outputs/writeOutputs.js';
import { AppError } from '../errors.js';
import { codeHash } from './codeHash.js';

export interface DrawOptions {
  /** Folder for finished pictures; one whose figure and renderer did not change is not drawn again. */
  readonly cacheDir: string | null;
  readonly onStep?: (label: string, done: number, total: number) => void;
}

/**
 * Draws every figure as SVG, one after another (the renderer has one page). Equal figures give equal bytes, so a
 * picture from the cache is the picture that would be drawn.
 */
export async function drawFigures(
  drawings: Drawings,
  book: FindingBook,
  options: DrawOptions,
): Promise<Pictures> {
  const rendererHash = codeHash(['charts']);
  const pictures = new Map<string, string>();
  const lazy = new LazyRenderer();
  try {
    for (const [id, drawing] of drawings) {
      options.onStep?.(id, pictures.size, drawings.size);
      const request = svgRequest(id, drawing, book);
      const key = hashOf(JSON.stringify([rendererHash, drawing.figure, request]));
      pictures.set(
        id,
        await cached(options.cacheDir, key, async () =>
          (await lazy.get()).toSvg(drawing.figure, request),
        ),
      );
    }
  } finally {
    await lazy.close();
  }
  return pictures;
}

function svgRequest(id: string, drawing: Drawing, book: FindingBook) {
  return {
    id,
    width: drawing.width,
    height: drawing.height,
    title: proseToPlain(drawing.title, book),
    alt: proseToPlain(drawing.alt, book),
  };
}

async function cached(
  cacheDir: string | null,
  key: string,
  draw: () => Promise<string>,
): Promise<string> {
  if (cacheDir === null) return draw();
  const path = join(cacheDir, `${key}.svg`);
  const known = await readFile(path, 'utf8').catch(() => null);
  if (known !== null && known.endsWith('</svg>')) return known;
  const svg = await draw();
  keep(path, svg);
  return svg;
}

function keep(path: string, svg: string): void {
  try {
    writeAtomically(path, Buffer.from(svg));
  } catch (error) {
    // A cache that cannot be written costs time in the next run, nothing else.
    if (!(error instanceof AppError)) throw error;
  }
}

/** The renderer takes a second to load: it starts with the first figure that has to be drawn. */
class LazyRenderer {
  #renderer: SvgRenderer | null = null;

  async get(): Promise<SvgRenderer> {
    this.#renderer ??= await createSvgRenderer();
    return this.#renderer;
  }

  async close(): Promise<void> {
    await this.#renderer?.close();
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
