import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Problem } from '../../src/problems/problem';
import { projectRoot } from '../../workbench/session';

/** What a command left: its exit code, its two streams, and the one line of JSON that it is to print. */
export interface Left {
  code: number;
  out: string;
  error: string;
  line: ReportLine;
}

/** The line that `report` prints. */
export interface ReportLine {
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

/** Runs `npm run report -- …args` as a person would, without a key in the environment unless one is given. */
export async function report(args: string[], options: { key?: string } = {}): Promise<Left> {
  const left = await command(args, options);
  return { ...left, line: JSON.parse(left.out) as ReportLine };
}

/** The same, whatever it prints. */
export function command(args: string[], { key }: { key?: string } = {}): Promise<Omit<Left, 'line'>> {
  const { CLOCKIFY_API_KEY: _, ...environment } = process.env;
  const env = key === undefined ? environment : { ...environment, CLOCKIFY_API_KEY: key };
  const words = [join(projectRoot, 'build/run.mjs'), 'report', ...args];
  return new Promise((done) => {
    const child = execFile(process.execPath, words, { env, cwd: projectRoot }, (_error, out, error) => {
      done({ code: child.exitCode ?? -1, out, error });
    });
  });
}

/** The lines of a text that RFC 4180 describes. Throws where it breaks those rules. */
export function linesOfCsv(text: string): string[][] {
  const field = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
  const lines: string[][] = [];
  for (let at = 0; at < text.length; ) {
    const line: string[] = [];
    for (;;) {
      field.lastIndex = at;
      const found = field.exec(text) as RegExpExecArray;
      line.push(found[1]?.replaceAll('""', '"') ?? found[2]);
      at = field.lastIndex;
      if (text[at] !== ',') break;
      at += 1;
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`no end of a line at ${at}`);
    at += 2;
    lines.push(line);
  }
  return lines;
}
