import type { Query } from '../../src/query/query';
import type { Ending, Failure } from '../gas/gate';
import { kindOf } from '../gas/methods';
import type { Session } from '../session';
import type { Ground } from './ground';
import {
  type Act,
  callsOf,
  differs,
  ENDINGS,
  effectful,
  FAILURES,
  interruptAt,
  once,
  refreshing,
  TIMED_OUT,
  type Way,
} from './interrupt';
import { stateOf, tablesOf, type Witness, witnessOf } from './invariants';
import { keep, putBack } from './keep';

/*
 * Sweeps: a refresh is interrupted at its service calls, one after the other, and refreshed again without a fault.
 *
 *   const { ends, faults } = await endEverywhere(ground, query, 'every change', ...ENDINGS);
 *   const { ends, faults } = await failEverywhere(ground, query, 'every change', ...FAILURES);
 *   expect(faults).toEqual([]);
 *
 * Without endings or failures it is before each call, with what is buffered going the way of the spreadsheet's
 * `killedWrites`. `ENDINGS` are before and in the middle of each call (after one is before the next), with buffered writes
 * lost, applied and half applied; `FAILURES` are a time-out of Sheets before, in the middle of and after each call.
 * What each may leave behind is in invariants.ts.
 */

/** Which calls a refresh is ended at: all, or from its first change of anything on those that do something. */
export type Ends = 'every call' | 'every change';

function chosen(calls: readonly string[], ends: Ends): number[] {
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

/** One interruption: at which call, and how. */
export interface Place {
  at: number;
  way: Way;
}

/** Which of all places are tried. */
export type Sample = (places: readonly Place[]) => readonly Place[];

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
  return sweepRefresh(ground, query, where, endings.length > 0 ? endings : [{ end: 'before' }]);
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
  return sweepRefresh(ground, query, where, failures.length > 0 ? failures : [{ fail: TIMED_OUT }]);
}

/** Interrupts the refresh of one query in each of the ways, at all of its places or at a sample of them. */
export async function sweepRefresh(
  ground: Ground,
  query: Query,
  where: Ends,
  ways: readonly Way[],
  { sample = all, beside = 0 }: { sample?: Sample; beside?: number } = {},
): Promise<Swept> {
  const { session } = ground;
  const start = keep(session);
  const [old, before] = [tablesOf(session), stateOf(session, query)];
  const calls = await callsOf(ground, query);
  const done = tablesOf(session);
  const witness = witnessOf(session, { query, old, done, before, beside });
  const places = sample(placesOf(calls, where, ways));
  return interruptEach(
    session,
    refreshing(ground, query),
    () => putBack(session, start),
    witness,
    places,
    calls,
  );
}

/** All places at which calls can be interrupted in the ways given. */
export function placesOf(calls: readonly string[], where: Ends, ways: readonly Way[]): Place[] {
  return chosen(calls, where).flatMap((at) =>
    ways.filter((way) => differs(calls[at], way)).map((way) => ({ at, way })),
  );
}

const all: Sample = (places) => places;

/** Interrupts what is done at each of the places, beginning from the same state each time. */
export async function interruptEach(
  session: Session,
  act: Act,
  begin: () => void,
  witness: Witness,
  places: readonly Place[],
  calls: readonly string[],
): Promise<Swept> {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const { at, way } of places) {
    begin();
    const found = witness.during(await interruptAt(act, at, way));
    const left = JSON.stringify(keep(session));
    if (!seen.has(left)) {
      seen.add(left);
      try {
        await act.repair();
        found.push(...witness.after());
      } catch (error) {
        found.push(`the next refresh: ${(error as Error).message}`);
      }
    }
    faults.push(...found.map((fault) => `${at} ${calls[at]} ${JSON.stringify(way)}: ${fault}`));
  }
  return { ends: places.length, faults };
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
  beside = 0,
): Promise<string[]> {
  const { session } = ground;
  const start = keep(session);
  const [old, before] = [tablesOf(session), stateOf(session, query)];
  const calls = await callsOf(ground, query);
  const witness = witnessOf(session, { query, old, done: tablesOf(session), before, beside });
  const places = chosen(calls, 'every change');
  const pick = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)];
  const act = refreshing(ground, query);
  const faults: string[] = [];
  for (let round = 0; round < times; round++) {
    putBack(session, start);
    const said: string[] = [];
    const noting = (found: string[]) => faults.push(...found.map((fault) => `${said.join(', ')}: ${fault}`));
    for (let time = 0; time < 2; time++) {
      const [at, way] = [pick(places), pick([...ENDINGS, ...FAILURES])];
      said.push(`${at} ${calls[at]} ${JSON.stringify(way)}`);
      // The second may not come so far.
      noting(witness.during(await act.run(once(at, way).onCall)));
    }
    await act.repair();
    noting(witness.after());
  }
  return faults;
}
