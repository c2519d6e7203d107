#!/usr/bin/env node
// The launcher of `liner`. It is committed (with its run bit) so that `npx liner` works after `npm install`,
// whatever becomes of the compiled `dist/`.
import './heapPolicy.mjs';
import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers';
import { fileURLToPath } from 'node:url';

const compiled = new URL('../../dist/cli.js', import.meta.url);

if (existsSync(fileURLToPath(compiled))) {
  const { main } = await import(compiled.href);
  const exitCode = await main(process.argv.slice(2));
  // An embedded store that failed to start leaves handles behind that would keep the process alive for ever. What was
  // written comes out first; should that fail, the failure is told before this ends.
  process.stdout.write('', () =>
    setImmediate(() => process.stderr.write('', () => process.exit(exitCode))),
  );
} else {
  console.error('liner: the package is not built yet; run `npm run build` in its folder');
  process.exitCode = 2;
}
