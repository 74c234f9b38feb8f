import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Query } from '../src/query/query';
import { keys } from './clockify/keys';
import { startDemo } from './clockify/start';
import { floorRequests, floorSeconds, latency, scaled } from './gas/latency';
import { benchHelp } from './help';
import { measurePage, measureSidebar, type PageMeasure, type SidebarMeasure } from './page/measure';
import { BadArguments, parseOptions } from './parse';
import { projectRoot, Session, type Used } from './session';

/** The fifteen columns that are measured: texts, dates, durations and money. */
const COLUMNS = [
  'date',
  'start',
  'end',
  'duration',
  'hours',
  'user',
  'email',
  'client',
  'project',
  'task',
  'tags',
  'description',
  'billable',
  'amount',
  'currency',
];

/** What one size took. Seconds are virtual but for the CPU's; the first refresh places the table, the second finds it. */
interface Measured {
  n: number;
  requests: number;
  floorRequests: number;
  sheetCalls: number;
  virtualSeconds: number;
  floorSeconds: number;
  cpuSeconds: number;
  peakMb: number;
  rowsDue: number;
  rowsWritten: number;
  again: {
    requests: number;
    sheetCalls: number;
    virtualSeconds: number;
    cpuSeconds: number;
    /** The seconds over those of the floor. */
    overFloor: number;
  };
  fiveTimesDearer: { virtualSeconds: number; floorSeconds: number };
}

interface Ground {
  clockify: string;
  /** Whether it is a server with a clock of its own. */
  realTime: boolean;
  account: string;
  from: string;
  to: string;
}

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
    // The page is measured where there is a browser, on the demo.
    const [sidebar, page] = demo ? [await measureSidebar(), await measurePage()] : [null, null];
    const result = { entries, code, sidebar, page };
    writeFileSync(join(projectRoot, 'bench.json'), `${JSON.stringify(result, null, 2)}\n`);
    process.stdout.write(tableOf(result));
    return entries.every(({ rowsDue, rowsWritten }) => rowsDue === rowsWritten) ? 0 : 1;
  } finally {
    await demo?.stop();
  }
}

async function measure(ground: Ground): Promise<Measured> {
  const session = await Session.open({
    clockify: ground.clockify,
    realTime: ground.realTime,
    cpuFactor: 3,
    now: Date.parse('2026-06-01T09:00:00Z'),
  });
  try {
    const query = await prepare(session, ground);
    const first = await refresh(session, query);
    const again = await refresh(session, query);
    const n = first.rows;
    const floor = floorSeconds(n, COLUMNS.length);
    return {
      n,
      requests: first.used.requests,
      floorRequests: floorRequests(n),
      sheetCalls: first.used.sheetCalls,
      virtualSeconds: rounded(first.used.virtualSeconds),
      floorSeconds: rounded(floor),
      cpuSeconds: rounded(first.used.cpuSeconds),
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
      rowsDue: first.rowsExpected,
      rowsWritten: (await session.table(query.id)).values.length - 1,
      again: {
        requests: again.used.requests,
        sheetCalls: again.used.sheetCalls,
        virtualSeconds: rounded(again.used.virtualSeconds),
        cpuSeconds: rounded(again.used.cpuSeconds),
        overFloor: rounded(again.used.virtualSeconds / floor),
      },
      fiveTimesDearer: await measureDearer(ground, n),
    };
  } finally {
    await session.close();
  }
}

/** The same refresh where every service costs five times as much: it takes several executions then. */
async function measureDearer(ground: Ground, n: number): Promise<Measured['fiveTimesDearer']> {
  const now = Date.parse('2026-06-01T09:00:00Z');
  const session = await Session.open({
    clockify: ground.clockify,
    realSleep: ground.realTime,
    cpuFactor: 3,
    now,
    prices: scaled(latency, 5),
  });
  try {
    const query = await prepare(session, ground);
    const { used } = await refresh(session, query);
    return {
      virtualSeconds: rounded(used.virtualSeconds),
      floorSeconds: rounded(floorSeconds(n, COLUMNS.length, 5)),
    };
  } finally {
    await session.close();
  }
}

/** Logs in and saves the query: what a refresh is measured without. */
async function prepare(session: Session, ground: Ground): Promise<Query> {
  const login = await session.addLogin({ key: process.env.CLOCKIFY_API_KEY ?? keys.bench });
  const found = login.accounts.find(({ id, name }) => id === ground.account || name === ground.account);
  if (!found) throw new BadArguments(`the key sees no account called ${ground.account}`);
  return session.saveQuery({
    version: 2,
    grain: 'each',
    name: found.name,
    report: 'time-entries',
    accounts: [{ login: login.id, workspace: found.id, name: found.name }],
    period: { kind: 'fixed', from: ground.from, to: ground.to },
    zone: 'Europe/Berlin',
    columns: COLUMNS.map((field) => ({ field })),
    options: { durations: 'duration' },
    target: { kind: 'new-tab' },
  });
}

async function refresh(
  session: Session,
  query: Query,
): Promise<{ used: Used; rows: number; rowsExpected: number }> {
  session.reset();
  const progress = await session.refresh(query.id);
  if (progress.state !== 'done') throw new Error(progress.problem?.title ?? 'the refresh did not end');
  return {
    used: { ...session.used },
    rows: progress.rows,
    rowsExpected: progress.rowsExpected ?? progress.rows,
  };
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

/** All that is measured; the last two are null without a browser. */
interface Result {
  entries: Measured[];
  code: { bytes: number; evaluateMs: number };
  sidebar: SidebarMeasure | null;
  page: PageMeasure | null;
}

function tableOf({ entries, code, sidebar, page }: Result): string {
  const header = [
    'entries',
    'requests',
    'floor',
    'sheet calls placed',
    'again',
    'virtual s',
    'floor s',
    '÷',
    'again s',
    '÷',
    'CPU s',
    'MB',
    '5× dearer s',
    'floor s',
  ];
  const measured = entries.map((entry) => [
    entry.n,
    entry.requests,
    entry.floorRequests,
    entry.sheetCalls,
    entry.again.sheetCalls,
    entry.virtualSeconds.toFixed(2),
    entry.floorSeconds.toFixed(2),
    (entry.virtualSeconds / entry.floorSeconds).toFixed(2),
    entry.again.virtualSeconds.toFixed(2),
    entry.again.overFloor.toFixed(2),
    entry.cpuSeconds.toFixed(2),
    entry.peakMb,
    entry.fiveTimesDearer.virtualSeconds.toFixed(1),
    entry.fiveTimesDearer.floorSeconds.toFixed(1),
  ]);
  const all = [header, ...measured.map((line) => line.map(String))];
  const widths = header.map((_, column) => Math.max(...all.map((line) => line[column].length)));
  const text = all
    .map((line) => line.map((cell, column) => cell.padStart(widths[column])).join('  '))
    .join('\n');
  const lines = [
    `Code.js: ${Math.round(code.bytes / 1024)} KB, evaluated in ${code.evaluateMs} ms`,
    sidebar
      ? `Sidebar.html: ${Math.round(sidebar.bytes / 1000)} KB, interactive after ${sidebar.interactiveMs} ms`
      : 'Sidebar.html: not measured, there is no Chromium',
    page
      ? `The page: ${page.rows} rows visible ${page.visibleMs} ms after their refresh ended`
      : 'The page: not measured, there is no Chromium',
  ];
  return `${text}\n\n${lines.join('\n')}\n`;
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
