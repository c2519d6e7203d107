import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LAYERS = ['domain', 'sources', 'transform', 'store'];

/** The lower layers as JavaScript that a child process can run; inside the project, so that packages are found. */
export interface CompiledSource {
  /** Writes a script beside the compiled modules, which it imports as `./store/…js`. */
  script(name: string, text: string): string;
  remove(): void;
}

export function compileSource(): CompiledSource {
  const cache = join(ROOT, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const base = mkdtempSync(join(cache, 'liner-test-'));
  const dist = join(base, 'dist');
  symlinkSync(join(ROOT, 'src'), join(base, 'src'));
  for (const layer of LAYERS) compileFolder(join(ROOT, 'src', layer), join(dist, layer));
  compileFile(join(ROOT, 'src', 'errors.ts'), join(dist, 'errors.js'));
  writeFileSync(join(base, 'package.json'), '{"type":"module"}');
  return {
    script(name, text) {
      const path = join(dist, name);
      writeFileSync(path, text);
      return path;
    },
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
}

function compileFolder(from: string, to: string): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const target = join(to, relative(from, path));
    if (entry.name.endsWith('.ts')) compileFile(path, target.replace(/\.ts$/, '.js'));
    else cpSync(path, target, { recursive: true });
  }
}

function compileFile(from: string, to: string): void {
  const { outputText } = ts.transpileModule(readFileSync(from, 'utf8'), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    },
  });
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, outputText);
}
