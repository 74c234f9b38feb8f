import type { Progress } from '../../job/progress';
import type { Problem } from '../../problems/problem';
import { newestSlot } from '../../schedule/slots';
import type { Effects } from '../effects';
import { recordProblem } from '../refresh/record';

/** For how long after a run nobody else takes a refresh that waits, in milliseconds: the next run of its owner goes on with it. */
const WAITS = 2 * 3_600_000;

/**
 * Notes what became of the turns of queries: those that are done, or that trying again can't help, are so for the slot at which
 * their refresh began; others are tried again; one that waits stays taken.
 */
export function settleTurns(effects: Effects, queries: Progress[]): void {
  const { lock, scheduling } = effects;
  const own = queries.filter(({ query }) => scheduling.schedules.get(query.id) !== null);
  if (own.length === 0) return;
  lock.hold(() => {
    effects.queries.reload();
    for (const progress of own) settleTurn(effects, progress);
  });
  for (const { query, problem } of own)
    if (problem?.code === 'tab-gone') endSchedule(effects, query, problem);
}

function settleTurn(effects: Effects, { query, state, startedAt, until, problem }: Progress): void {
  const { clock, scheduling } = effects;
  const stored = scheduling.schedules.get(query.id);
  if (stored === null) return;
  const now = clock.now();
  const turn = scheduling.turns.get(query.id);
  if (state === 'reading' || state === 'waiting') {
    const claim = turn.claim ?? { slot: newestSlot(stored.schedule, startedAt), by: '', until: 0 };
    scheduling.turns.set(query.id, {
      ...turn,
      claim: { ...claim, until: Math.max(now, until ?? 0) + WAITS },
    });
    return;
  }
  const over = state === 'done' || state === 'stopped' || problem?.retry === 'never';
  const slot = newestSlot(stored.schedule, startedAt);
  const before = turn.done !== null && turn.done <= now ? turn.done : Number.NEGATIVE_INFINITY;
  scheduling.turns.set(query.id, { done: over ? Math.max(before, slot) : turn.done, claim: null });
}

/** What has no place any more isn't tried again and again. */
function endSchedule(effects: Effects, query: Progress['query'], problem: Problem): void {
  const { clock, lock, scheduling } = effects;
  lock.hold(() => {
    scheduling.schedules.remove(query.id);
    scheduling.turns.remove(query.id);
  });
  const ended = {
    ...problem,
    title: `${problem.title} Its schedule has ended.`,
    remedy: `${problem.remedy} Then give it a schedule again.`,
  };
  recordProblem(effects, query.id, ended, clock.now());
}
