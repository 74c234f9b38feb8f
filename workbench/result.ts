import type { Progress } from '../src/job/progress';
import type { Problem } from '../src/problems/problem';
import { jsonLine } from './printable';
import type { Used } from './session';

/** What a refresh comes to: the line that `report` prints for it. */
export interface Result {
  /** The name of the query, where several were asked for. */
  query?: string;
  ok: boolean;
  rows: number;
  requests: number;
  sheetCalls: number;
  virtualSeconds: number;
  cpuSeconds: number;
  peakMb: number;
  warnings: string[];
  problem: Problem | null;
}

/** The result of what gave no table. */
export function failed(problem: Problem | null): Result {
  const nothing = { rows: 0, requests: 0, sheetCalls: 0, virtualSeconds: 0, cpuSeconds: 0, peakMb: 0 };
  return { ok: false, ...nothing, warnings: [], problem };
}

/** What a refresh that has ended comes to. A table that isn't complete has no rows. */
export function resultOf({ state, rows, warnings, problem }: Progress): Result {
  const ok = state === 'done';
  return { ...failed(problem), ok, rows: ok ? rows : 0, warnings };
}

/** A result with what the whole command took. */
export function withUsed(result: Result, { requests, sheetCalls, virtualSeconds, cpuSeconds }: Used): Result {
  const seconds = { virtualSeconds: rounded(virtualSeconds), cpuSeconds: rounded(cpuSeconds) };
  return { ...result, requests, sheetCalls, ...seconds };
}

/** Prints a result as one line of JSON; gives the exit code. */
export function printed(result: Result): number {
  line({ ...result, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) });
  return result.ok ? 0 : 1;
}

/** Prints one line of JSON. */
export function line(value: unknown): void {
  process.stdout.write(`${jsonLine(value)}\n`);
}

/** Seconds with three decimals. */
export function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
