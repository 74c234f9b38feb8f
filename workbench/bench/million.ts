import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../session';

/** What a million entries by client take. */
export interface Million {
  entries: number;
  requests: number;
  executions: number;
  cpuSeconds: number;
  /** Of the process: the bundle and the workbench around it, without the demo Clockify. */
  peakMb: number;
  /** The most bytes that waited in caches between two executions. */
  stageBytes: number;
  /** Virtual seconds of the longest execution. */
  longestSeconds: number;
  /** Whether the query was called complete while there was more to read. */
  calledDoneEarly: boolean;
}

/** The caches of the workbench in which something can wait. */
export const STAGES = ['user user-1', 'document', 'script'];

/** Collects young garbage soon, so that the peak is what is needed and not what the engine has yet to look at. */
const TIDY = '--max-semi-space-size=4';

/** Who goes on with the refresh: somebody before an open sidebar, or the trigger, hour by hour. */
export type Driver = 'sidebar' | 'trigger';

/** Runs `million` in a process of its own, over the entries of an account. */
export async function measureMillion(account = 'Bench 1M', driver: Driver = 'sidebar'): Promise<Million> {
  const words = [TIDY, join(projectRoot, 'build/run.mjs'), 'million', account, driver];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: projectRoot });
  return JSON.parse(stdout) as Million;
}
