import type { Query } from '../../src/query/query';
import { keys } from '../clockify/keys';
import type { Demo } from '../clockify/start';
import type { OnCall } from '../gas/gate';
import { rounded } from '../result';
import { Session } from '../session';
import { COLUMNS } from './entries';

/** What updating the last days of a long table takes, beside what it takes to write all of it. */
export interface GoingOnMeasure {
  /** Rows of the table, and those of the last days. */
  rows: number;
  window: number;
  /** How many entries of the last days were changed. */
  changed: number;
  requests: number;
  /** The most that may be sent: a thousand entries of the last days each, and one more. */
  mostRequests: number;
  /** The cells of the rows that changed, and how many cells were written in all, of the add-on's own tabs too. */
  cellsChanged: number;
  cellsWritten: number;
  virtualSeconds: number;
  /** Of the refresh that wrote all of it. */
  wholeSeconds: number;
  cpuSeconds: number;
}

/** The evening of the last day on which the account has entries. */
const NOW = Date.parse('2026-03-31T20:00:00Z');
const ACCOUNT = 'Bench 100k';
const DAYS = 7;
const CHANGED = 100;

/** Updates the last seven days of a table of a hundred thousand rows, of which a hundred have changed. */
export async function measureGoingOn({ url, control }: Demo): Promise<GoingOnMeasure> {
  const session = await Session.open({ clockify: url, cpuFactor: 3, now: NOW });
  try {
    const query = await prepare(session);
    session.reset();
    await refresh(session, query);
    const wholeSeconds = session.used.virtualSeconds;
    const { values } = await session.table(query.id);
    const newest = values.slice(-CHANGED).map((row) => String(row[row.length - 1]));
    await control.editEntries({
      workspace: ACCOUNT,
      edit: newest.map((id) => ({ id, description: 'changed' })),
    });
    let cellsWritten = 0;
    session.reset();
    const onCall: OnCall = ({ name, cells }) => {
      if (name === 'Range.setValues') cellsWritten += cells;
      return undefined;
    };
    await refresh(session, query, onCall);
    const { requests, virtualSeconds, cpuSeconds } = session.used;
    const { rows, kept } = await completeOf(session, query);
    return {
      rows,
      window: rows - kept,
      changed: CHANGED,
      requests,
      mostRequests: Math.ceil((rows - kept) / 1000) + 1,
      cellsWritten,
      cellsChanged: CHANGED * (COLUMNS.length + 1),
      virtualSeconds: rounded(virtualSeconds),
      wholeSeconds: rounded(wholeSeconds),
      cpuSeconds: rounded(cpuSeconds),
    };
  } finally {
    await session.close();
  }
}

/** Whether it took no more requests, rows and time than was promised. */
export function goesOnAsPromised(measure: GoingOnMeasure): boolean {
  const { requests, mostRequests, cellsWritten, cellsChanged, virtualSeconds, wholeSeconds } = measure;
  return requests <= mostRequests && cellsWritten <= 2 * cellsChanged && virtualSeconds <= wholeSeconds / 10;
}

async function prepare(session: Session): Promise<Query> {
  const login = await session.addLogin({ key: keys.bench });
  const found = login.accounts.find(({ name }) => name === ACCOUNT);
  if (!found) throw new Error(`the key sees no account called ${ACCOUNT}`);
  return session.saveQuery({
    version: 2,
    grain: 'each',
    name: 'The last days',
    report: 'time-entries',
    accounts: [{ login: login.id, workspace: found.id, name: found.name }],
    period: { kind: 'since', from: '2026-01-01', to: 'today' },
    zone: 'Europe/Berlin',
    columns: [...COLUMNS, 'entry-id'].map((field) => ({ field })),
    mode: { kind: 'last-days', days: DAYS },
    options: { durations: 'duration' },
    target: { kind: 'new-tab' },
  });
}

async function refresh(session: Session, { id }: Query, onCall?: OnCall): Promise<void> {
  const progress = await session.refresh(id, onCall ? { onCall } : {});
  if (progress.state !== 'done') throw new Error(progress.problem?.title ?? 'the refresh did not end');
}

async function completeOf(session: Session, { id }: Query): Promise<{ rows: number; kept: number }> {
  const { state } = await session.query(id);
  return { rows: state.complete?.rows ?? 0, kept: state.complete?.kept ?? 0 };
}
