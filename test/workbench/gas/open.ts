import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlatformOptions } from '../../../workbench/gas/options';
import { Platform } from '../../../workbench/gas/platform';
import type { Finished, RunOptions } from '../../../workbench/gas/run';

const opened: Platform[] = [];

/** 2026-11-24T10:00:00Z, the moment at which the tests' clock is pinned. */
export const start = Date.UTC(2026, 10, 24, 10);

/** A workbench with this script in it; its functions are the ones to run. */
export async function open(code: string, options: Partial<PlatformOptions> = {}): Promise<Platform> {
  const codePath = join(mkdtempSync(join(tmpdir(), 'workbench-')), 'Code.js');
  writeFileSync(codePath, code);
  const platform = await Platform.open({ codePath, now: start, ...options });
  opened.push(platform);
  return platform;
}

/** Lets go of every workbench that was opened; for `afterAll`. */
export async function closeAll(): Promise<void> {
  await Promise.all(opened.splice(0).map((platform) => platform.close()));
}

/** Runs an expression or statements with `ss` (the spreadsheet) and `sheet` (its first tab) at hand. */
export async function evaluate(
  body: string,
  options: Partial<PlatformOptions> = {},
  run: RunOptions = {},
): Promise<Finished> {
  const platform = await open(script(body), options);
  return platform.run('main', [], run);
}

/** A script whose `main` has `ss` and `sheet`; a body without `return` is an expression. */
export function script(body: string): string {
  const statements = /\breturn\b|;/.test(body) ? body : `return ${body};`;
  return `function main(arg) {
    const ss = SpreadsheetApp.getActiveSpreadsheet();
    const sheet = ss.getSheets()[0];
    ${statements}
  }`;
}

/** What the body gives back; fails the test when it throws. */
export async function resultOf(body: string, options: Partial<PlatformOptions> = {}): Promise<unknown> {
  const finished = await evaluate(body, options);
  if (!finished.ok) throw new Error(finished.error?.message ?? finished.ended);
  return finished.value;
}

/** The text that the body's execution fails with. */
export async function failureOf(
  body: string,
  options: Partial<PlatformOptions> = {},
): Promise<string | undefined> {
  return (await evaluate(body, options)).error?.message;
}
