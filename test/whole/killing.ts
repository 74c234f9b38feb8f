import type { Progress } from '../../src/job/progress';
import type { Query } from '../../src/query/query';
import type { QueryState } from '../../src/query/state';
import type { Rect } from '../../workbench/gas/a1';
import type { Ending, Failure, OnCall, Verdict } from '../../workbench/gas/gate';
import { kindOf } from '../../workbench/gas/methods';
import type { WorkbookJson } from '../../workbench/gas/workbook';
import { Refused, type Session } from '../../workbench/session';
import { type Ground, QUERY_TAB } from './ground';
import { type Picture, pictureOf, type TabPicture } from './picture';

/*
 * Sweeps: a refresh is interrupted at its service calls, one after the other, and refreshed again without a fault.
 *
 *   const { ends, faults } = await endEverywhere(ground, query, 'every change', ...ENDINGS);
 *   const { ends, faults } = await failEverywhere(ground, query, 'every change', ...FAILURES);
 *   expect(faults).toEqual([]);
 *
 * Without endings or failures it is before each call, with what is buffered going the way of the spreadsheet's
 * `killedWrites`. `ENDINGS` are before and in the middle of each call (after one is before the next), with buffered writes
 * lost, applied and half applied; `FAILURES` are a time-out of Sheets before, in the middle of and after each call. One
 * interruption alone: `endAt(session, query, at, { end: 'middle', part: 0.25, unflushed: 'applied' })`, `failAt(…)`, where
 * `at` is a place in what `callsOf` gives. What each may leave behind is in `faultsAfter` and `faultsOfRepair`.
 */

/** All that outlives an execution. */
interface Kept {
  workbook: WorkbookJson;
  user: Record<string, string>;
  document: Record<string, string>;
}

const STORES = { user: 'user user-1', document: 'document' };

export function keep({ platform }: Session): Kept {
  return {
    workbook: platform.spreadsheet.snapshot(),
    user: platform.properties(STORES.user).all(),
    document: platform.properties(STORES.document).all(),
  };
}

export function putBack({ platform }: Session, kept: Kept): void {
  platform.spreadsheet.restore(kept.workbook);
  platform.properties(STORES.user).set(kept.user, true);
  platform.properties(STORES.document).set(kept.document, true);
  platform.evict();
}

/** The tables as they can be compared between two refreshes: all but the notes, which say when. */
export interface Tables {
  tabs: Record<string, Omit<TabPicture, 'notes' | 'rows' | 'columns'>>;
  names: Picture['names'];
}

export function tablesOf({ platform }: Session): Tables {
  const { tabs, names } = pictureOf(platform.spreadsheet, [QUERY_TAB]);
  const comparable = Object.entries(tabs).map(([name, { notes: _, rows, columns, ...tab }]) => [name, tab]);
  return { tabs: Object.fromEntries(comparable), names };
}

/** Whether an execution ended in the middle of a commit, as the journal tells it. */
export function repairing({ platform }: Session): boolean {
  return platform
    .properties(STORES.document)
    .keys()
    .some((name) => name.startsWith('commit.'));
}

/** What the hidden sheet says of the only query there is. */
export function stateOf({ platform }: Session): QueryState {
  const [, [, , , state]] = platform.spreadsheet.values(QUERY_TAB);
  return JSON.parse(String(state)) as QueryState;
}

/** The calls of a refresh, in order. */
export async function callsOf(ground: Ground, query: Query): Promise<string[]> {
  const calls: string[] = [];
  await ground.refresh(query, { onCall: ({ name }) => void calls.push(name) });
  return calls;
}

/** Whether ending an execution before a call differs from ending it before the one after: whether it does anything. */
export function effectful(name: string): boolean {
  return !['navigation', 'free', 'local'].includes(kindOf(name) ?? '');
}

/** The text of an error of Sheets that says nothing of what was done. */
export const TIMED_OUT =
  'Service Spreadsheets timed out while accessing document with id workbench-spreadsheet.';

/** Ends before and in the middle of a call, whatever becomes of the writes that are buffered then. */
export const ENDINGS: readonly Ending[] = (['before', 'middle'] as const).flatMap((end) =>
  (['lost', 'applied', 'half'] as const).map((unflushed) => ({ end, unflushed })),
);

/** A time-out of Sheets at a call; `part: 0` in the middle is one whose writes are lost. */
export const FAILURES: readonly Failure[] = [
  { fail: TIMED_OUT },
  { fail: TIMED_OUT, when: 'middle', part: 0 },
  { fail: TIMED_OUT, when: 'middle' },
  { fail: TIMED_OUT, when: 'after' },
];

/** Begins a refresh and ends its execution at a call. */
export async function endAt(
  session: Session,
  query: Query,
  at: number,
  ending: Ending = { end: 'before' },
): Promise<void> {
  const finished = await session.platform.run('startRefresh', [JSON.stringify({ query: query.id })], {
    via: 'client',
    onCall: ({ index }) => (index === at ? ending : undefined),
  });
  if (finished.ended !== 'killed') throw new Error(`it was not ended at call ${at}`);
}

/** Refreshes with one call that fails; gives how it ended, which may be well, or null where it gave a problem only. */
export async function failAt(
  session: Session,
  query: Query,
  at: number,
  failure: Failure,
): Promise<Progress | null> {
  try {
    return await session.refresh(query.id, { onCall: once(at, failure) });
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** A hook that interrupts the call with a number, counted over all executions that it sees. */
function once(at: number, verdict: Verdict): OnCall {
  let seen = 0;
  return () => (seen++ === at ? verdict : undefined);
}

/** What a kill may not leave behind; empty when all is well. */
export function faultsAfter(
  session: Session,
  old: Tables,
  done: Tables,
  before: QueryState,
  progress: Progress | null = null,
): string[] {
  const now = JSON.stringify(tablesOf(session));
  const isOld = now === JSON.stringify(old);
  const isNew = now === JSON.stringify(done);
  const fresh = JSON.stringify(stateOf(session).complete) !== JSON.stringify(before.complete);
  const falselyDone =
    progress?.state === 'done' && !isNew ? ['answered "done", but it is not the new table'] : [];
  const foreign = foreignFaults(session, old, done);
  if (repairing(session)) return [...foreign, ...falselyDone];
  return [
    ...foreign,
    ...falselyDone,
    ...(isOld || isNew ? [] : ['a mixed table without a sign']),
    ...(fresh && !isNew ? ['called fresh, but it is not the new table'] : []),
  ];
}

/** What a refresh after a kill may not leave behind; empty when all is well. */
export function faultsOfRepair(session: Session, done: Tables): string[] {
  const now = tablesOf(session);
  return [
    ...(repairing(session) ? ['still in the journal'] : []),
    ...(JSON.stringify(now) === JSON.stringify(done)
      ? []
      : [`not the new table: ${firstDifference(now, done)}`]),
  ];
}

/** Cells of others that are not what they were: all cells of a tab that no table has, neither before nor after. */
function foreignFaults({ platform }: Session, old: Tables, done: Tables): string[] {
  const { spreadsheet } = platform;
  const tables = [...old.names, ...done.names];
  const changed = Object.entries(old.tabs).flatMap(([tab, { values }]) => {
    if (!spreadsheet.tabs().some(({ name }) => name === tab)) return [`${tab} is gone`];
    const now = spreadsheet.values(tab);
    const rows = Math.max(values.length, now.length);
    const columns = Math.max(values[0]?.length ?? 0, now[0]?.length ?? 0);
    const cells = Array.from({ length: rows * columns }, (_, at) => [Math.floor(at / columns), at % columns]);
    return cells
      .filter(([row, column]) => (values[row]?.[column] ?? '') !== (now[row]?.[column] ?? ''))
      .filter(([row, column]) => !tables.some((name) => name.tab === tab && covers(name.rect, row, column)))
      .map(([row, column]) => `${tab}, row ${row + 1}, column ${column + 1}`);
  });
  return changed.length > 0 ? [`cells of others changed: ${changed.slice(0, 3).join('; ')}`] : [];
}

/** Whether a block, which counts from 1, has a cell, which counts from 0. */
function covers(rect: Rect | undefined, row: number, column: number): boolean {
  if (!rect) return false;
  const [down, across] = [row + 1 - rect.row, column + 1 - rect.column];
  return down >= 0 && down < rect.rows && across >= 0 && across < rect.columns;
}

function firstDifference(now: Tables, done: Tables): string {
  const tabs = (tables: Tables) => Object.keys(tables.tabs).join();
  if (tabs(now) !== tabs(done)) return `tabs ${tabs(now)}`;
  if (JSON.stringify(now.names) !== JSON.stringify(done.names)) return JSON.stringify(now.names);
  for (const [name, tab] of Object.entries(done.tabs)) {
    for (const key of Object.keys(tab) as (keyof typeof tab)[]) {
      const [found, due] = [JSON.stringify(now.tabs[name][key]), JSON.stringify(tab[key])];
      if (found !== due)
        return `${key} of ${name}: ${found.slice(0, 200)} … instead of ${due.slice(0, 200)} …`;
    }
  }
  return 'nothing';
}

/** Which calls a refresh is ended at: all, or from its first change of anything on those that do something. */
export type Ends = 'every call' | 'every change';

function chosen(calls: string[], ends: Ends): number[] {
  const all = [...calls.keys()];
  if (ends === 'every call') return all;
  const first = calls.findIndex(changes);
  return all.filter((at) => at >= first && effectful(calls[at]));
}

function changes(name: string): boolean {
  return /^(write|structure)/.test(kindOf(name) ?? '') || name === 'Properties.setProperty';
}

/** How many interruptions a sweep made, and what went wrong, by the call and how it was interrupted. */
export interface Swept {
  ends: number;
  faults: string[];
}

/**
 * Ends a refresh at its calls, one after the other and in each of the ways, and refreshes again. Between the two it looks
 * whether the table is the old one, the new one, or known to be neither. Ends that leave the same behind are repaired
 * once: the next refresh sees nothing else.
 */
export function endEverywhere(
  ground: Ground,
  query: Query,
  where: Ends,
  ...endings: readonly Ending[]
): Promise<Swept> {
  const { session } = ground;
  const ways: readonly Ending[] = endings.length > 0 ? endings : [{ end: 'before' }];
  return sweep(ground, query, where, ways, async (at, ending) => {
    await endAt(session, query, at, ending);
    return null;
  });
}

/**
 * The same with calls that fail: what a refresh answers must be true as well. One that went well in spite of the failure
 * has its new table.
 */
export function failEverywhere(
  ground: Ground,
  query: Query,
  where: Ends,
  ...failures: readonly Failure[]
): Promise<Swept> {
  const ways: readonly Failure[] = failures.length > 0 ? failures : [{ fail: TIMED_OUT }];
  return sweep(ground, query, where, ways, (at, failure) => failAt(ground.session, query, at, failure));
}

/**
 * Interrupts a refresh twice running, at calls and in ways that `chance` chooses, so many times over; then refreshes. What
 * is looked at is the same as in the sweeps.
 */
export async function interruptTwice(
  ground: Ground,
  query: Query,
  chance: () => number,
  times: number,
): Promise<string[]> {
  const { session } = ground;
  const start = keep(session);
  const [old, before] = [tablesOf(session), stateOf(session)];
  const calls = await callsOf(ground, query);
  const done = tablesOf(session);
  const places = chosen(calls, 'every change');
  const pick = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)];
  const faults: string[] = [];
  for (let round = 0; round < times; round++) {
    putBack(session, start);
    const said: string[] = [];
    for (let time = 0; time < 2; time++) {
      const [at, way] = [pick(places), pick([...ENDINGS, ...FAILURES])];
      said.push(`${at} ${calls[at]} ${JSON.stringify(way)}`);
      await interruptedRefresh(session, query, at, way);
      faults.push(...faultsAfter(session, old, done, before).map((fault) => `${said.join(', ')}: ${fault}`));
    }
    await ground.refresh(query);
    faults.push(...faultsOfRepair(session, done).map((fault) => `${said.join(', ')}: ${fault}`));
  }
  return faults;
}

/** A refresh that is interrupted if it comes so far. */
async function interruptedRefresh(
  session: Session,
  query: Query,
  at: number,
  way: Ending | Failure,
): Promise<void> {
  let ended = false;
  const interrupt = once(at, way);
  const onCall: OnCall = (call) => {
    const verdict = interrupt(call);
    ended ||= verdict !== undefined && 'end' in way;
    return verdict;
  };
  try {
    await session.refresh(query.id, { onCall });
  } catch (error) {
    if (!ended && !(error instanceof Refused)) throw error;
  }
}

/** What a way does differently from others at a call: in the middle only what can be divided. */
function differs(name: string, way: Ending | Failure): boolean {
  const when = 'fail' in way ? way.when : way.end;
  return when !== 'middle' || effectful(name);
}

async function sweep<Way extends Ending | Failure>(
  ground: Ground,
  query: Query,
  where: Ends,
  ways: readonly Way[],
  interrupt: (at: number, way: Way) => Promise<Progress | null>,
): Promise<Swept> {
  const { session } = ground;
  const start = keep(session);
  const [old, before] = [tablesOf(session), stateOf(session)];
  const calls = await callsOf(ground, query);
  const done = tablesOf(session);
  const faults: string[] = [];
  const seen = new Set<string>();
  const places = chosen(calls, where).flatMap((at) =>
    ways.filter((way) => differs(calls[at], way)).map((way) => ({ at, way })),
  );
  for (const { at, way } of places) {
    putBack(session, start);
    const progress = await interrupt(at, way);
    const found = faultsAfter(session, old, done, before, progress);
    const left = JSON.stringify(keep(session));
    if (!seen.has(left)) {
      seen.add(left);
      try {
        await ground.refresh(query);
        found.push(...faultsOfRepair(session, done));
      } catch (error) {
        found.push(`the next refresh: ${(error as Error).message}`);
      }
    }
    faults.push(...found.map((fault) => `${at} ${calls[at]} ${JSON.stringify(way)}: ${fault}`));
  }
  return { ends: places.length, faults };
}
