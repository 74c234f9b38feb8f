import type { Query } from '../../src/query/query';
import { keys } from '../clockify/keys';
import { floorRequests, floorSeconds, latency, scaled } from '../gas/latency';
import { BadArguments } from '../parse';
import { rounded } from '../result';
import { Session, type Used } from '../session';

/** The fifteen columns that are measured: texts, dates, durations and money. */
export const COLUMNS = [
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
export interface Measured {
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
  /** A refresh after a hundred rows among the newest changed, against one that writes all rows again; seconds are virtual. */
  changed: { rows: number; sheetCalls: number; virtualSeconds: number; fullSeconds: number; share: number };
  fiveTimesDearer: { virtualSeconds: number; floorSeconds: number };
}

/** Whose entries of which days are measured, and where. */
export interface Ground {
  clockify: string;
  /** Whether it is a server with a clock of its own. */
  realTime: boolean;
  account: string;
  from: string;
  to: string;
}

/** Measures two refreshes of a table of fifteen columns, one row each. */
export async function measure(ground: Ground): Promise<Measured> {
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
    const changed = await measureChanged(session, query, first.rows);
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
      changed,
      fiveTimesDearer: await measureDearer(ground, n),
    };
  } finally {
    await session.close();
  }
}

/** How many rows change, and how far apart they are: the newest are what people change. */
const CHANGED = 100;
const APART = 50;

/** Measures a refresh that finds some of the newest rows other than they should be, and one that knows nothing of what stands. */
async function measureChanged(session: Session, query: Query, rows: number): Promise<Measured['changed']> {
  const { platform } = session;
  const { tab } = await session.table(query.id);
  const column = String.fromCharCode(65 + COLUMNS.indexOf('description'));
  const apart = Math.min(APART, Math.floor(rows / CHANGED));
  for (let at = 0; at < CHANGED; at++)
    platform.spreadsheet.type(tab, `${column}${rows + 1 - at * apart}`, 'old');
  const some = await refresh(session, query);
  const properties = platform.properties('document');
  const known = Object.entries(properties.all()).filter(([name]) => !name.startsWith('table.'));
  properties.set(Object.fromEntries(known), true);
  const all = await refresh(session, query);
  return {
    rows: CHANGED,
    sheetCalls: some.used.sheetCalls,
    virtualSeconds: rounded(some.used.virtualSeconds),
    fullSeconds: rounded(all.used.virtualSeconds),
    share: rounded(some.used.virtualSeconds / all.used.virtualSeconds),
  };
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
