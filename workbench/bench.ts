import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Measured, measure } from './bench/entries';
import { goesOnAsPromised, measureGoingOn } from './bench/goingOn';
import { measureLanguage } from './bench/language';
import { measureMillion } from './bench/million';
import { printedResult, type Result } from './bench/print';
import { measureQueries } from './bench/queries';
import { type Demo, startDemo } from './clockify/start';
import { benchHelp } from './help';
import { measurePage, measureSidebar } from './page/measure';
import { BadArguments, parseOptions } from './parse';
import { rounded } from './result';
import { projectRoot, Session } from './session';

/** `bench`: measures refreshes of growing size, prints a table and writes `bench.json`. */
export async function main(args: string[]): Promise<number> {
  try {
    const { help, ...options } = readArgs(args);
    if (!help) return await bench(options);
    process.stdout.write(benchHelp);
    return 0;
  } catch (error) {
    if (!(error instanceof BadArguments)) throw error;
    process.stderr.write(`The bench can't be run: ${error.message}.\n`);
    return 1;
  }
}

function readArgs(args: string[]) {
  return parseOptions(args, {
    help: 'flag',
    clockify: 'value',
    accounts: 'value',
    from: 'value',
    to: 'value',
  });
}

async function bench(values: Omit<ReturnType<typeof readArgs>, 'help'>): Promise<number> {
  const demo = values.clockify
    ? null
    : await startDemo({ serverPath: join(projectRoot, '.cache/workbench/clockify/server.mjs') });
  const clockify = values.clockify ?? demo?.url ?? '';
  try {
    const entries: Measured[] = [];
    for (const account of values.accounts ? [values.accounts] : ['Bench 1k', 'Bench 10k', 'Bench 100k']) {
      const ground = {
        clockify,
        realTime: demo === null,
        account,
        from: values.from ?? '2026-01-01',
        to: values.to ?? '2026-03-31',
      };
      entries.push(await measure(ground));
    }
    const code = await measureCode(clockify);
    const result: Result = { entries, ...(await measureOnDemo(demo)), code, ...(await measureBrowser(demo)) };
    writeFileSync(join(projectRoot, 'bench.json'), `${JSON.stringify(result, null, 2)}\n`);
    process.stdout.write(printedResult(result));
    return isAsPromised(result) ? 0 : 1;
  } finally {
    await demo?.stop();
  }
}

/** What is asked of the demo's own accounts. */
async function measureOnDemo(
  demo: Demo | null,
): Promise<Pick<Result, 'queries' | 'language' | 'million' | 'goingOn'>> {
  if (demo === null) return { queries: [], language: null, million: null, goingOn: null };
  const goingOn = await measureGoingOn(demo);
  await demo.control.reset();
  const queries = await measureQueries(demo);
  return { queries, language: await measureLanguage(demo), million: await measureMillion(), goingOn };
}

/** The page is measured where there is a browser, on the demo. */
async function measureBrowser(demo: Demo | null): Promise<Pick<Result, 'sidebar' | 'page'>> {
  if (demo === null) return { sidebar: null, page: null };
  return { sidebar: await measureSidebar(), page: await measurePage() };
}

/** Whether each table is complete, and each query took the requests that were said beforehand. */
function isAsPromised({ entries, queries, goingOn }: Result): boolean {
  return (
    (goingOn === null || goesOnAsPromised(goingOn)) &&
    entries.every(({ rowsDue, rowsWritten }) => rowsDue === rowsWritten) &&
    queries.every(({ requests, planned }) => requests === planned)
  );
}

/** The bundle's size, and how long its evaluation takes at the start of an execution: the middle of several. */
async function measureCode(clockify: string): Promise<{ bytes: number; evaluateMs: number }> {
  const session = await Session.open({ clockify, cpuFactor: 3 });
  try {
    const times: number[] = [];
    for (let run = 0; run < 9; run++) {
      const { ledger } = await session.platform.run('listRuns', ['{}']);
      times.push(ledger.evaluateMs);
    }
    const bytes = readFileSync(join(projectRoot, 'dist/Code.js')).length;
    return { bytes, evaluateMs: rounded(times.sort((a, b) => a - b)[4]) };
  } finally {
    await session.close();
  }
}
