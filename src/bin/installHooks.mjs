// Points git at the project's own hooks. Quiet and harmless outside a checkout.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (existsSync('.git') && existsSync('.githooks')) {
  spawnSync('git', ['config', 'core.hooksPath', '.githooks'], { stdio: 'ignore' });
}
