/**
 * Preloaded into a measured process (`node --import`): as it exits, tells its parent through file descriptor 3 what it
 * used. Memory is that of this process with its threads, not of processes that it starts.
 */
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

process.on('exit', () => {
  if (!isMainThread) return;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = {
    peakMegabytes: (maxRSS * 1024) / 1e6,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
  };
  writeSync(3, JSON.stringify(usage));
});
