import type { Progress } from '../../src/job/progress';
import type { Query } from '../../src/query/query';
import type { Ending, Failure, OnCall, Verdict } from '../gas/gate';
import { kindOf } from '../gas/methods';
import { Refused, type Session } from '../session';
import type { Ground } from './ground';

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

/** How a call is interrupted: its execution is ended, or it fails. */
export type Way = Ending | Failure;

/** Something that is done in executions: how it is done with a hook on each call, and what makes it good afterwards. */
export interface Act {
  /**
   * Does it. Gives how it ended, or null where an execution was ended, a problem was the answer, or there is nothing to say.
   */
  run(onCall: OnCall): Promise<Progress | null>;
  repair(): Promise<void>;
}

/** A refresh by hand, and another that makes good what became of it. */
export function refreshing(ground: Ground, query: Pick<Query, 'id'>): Act {
  return {
    run: (onCall) => endedOrRefused(() => ground.session.refresh(query.id, { onCall })),
    async repair() {
      await ground.refresh(query);
    },
  };
}

/** What work gives, or null where it was ended or refused. */
export async function endedOrRefused<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused || ENDED.test((error as Error).message)) return null;
    throw error;
  }
}

const ENDED = /the execution was ended \(killed\)/;

/** Does it with one call interrupted, counted over all executions. Throws where it didn't come so far. */
export async function interruptAt(act: Act, at: number, way: Way): Promise<Progress | null> {
  const { onCall, struck } = once(at, way);
  const progress = await act.run(onCall);
  if (!struck()) throw new Error(`it came to no call ${at}`);
  return progress;
}

/** A hook that interrupts the call with a number, counted over all executions that it sees; whether it did. */
export function once(at: number, verdict: Verdict): { onCall: OnCall; struck: () => boolean } {
  let seen = 0;
  return { onCall: () => (seen++ === at ? verdict : undefined), struck: () => seen > at };
}

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

/** What a way does differently from others at a call: in the middle only what can be divided. */
export function differs(name: string, way: Way): boolean {
  const when = 'fail' in way ? way.when : way.end;
  return when !== 'middle' || effectful(name);
}
