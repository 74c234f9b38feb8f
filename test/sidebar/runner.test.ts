import type { Progress } from '../../src/job/progress';
import type { Call } from '../../src/sidebar/entries';
import { Limit } from '../../src/sidebar/limit';
import { CallFailed } from '../../src/sidebar/problem';
import type { Run, Runs } from '../../src/sidebar/state/run';
import { Runner } from '../../src/sidebar/state/runner';
import { problem } from './views';

type Answer = Partial<Progress> | CallFailed;

/** A script that gives prepared answers, and a clock that moves when the runner waits. */
function script(answers: Record<string, Answer[]>) {
  const calls: string[] = [];
  const alarms: { at: number; work(): void }[] = [];
  const ended: Run[] = [];
  const looks: unknown[] = [];
  let now = 0;
  let runs: Runs = {};
  let hold: Promise<void> | null = null;
  const answerOf = (query: string, job: string) => {
    const answer = answers[query].shift();
    if (answer instanceof CallFailed) throw answer;
    return { job, query: { id: query }, rows: 0, until: null, problem: null, state: 'reading', ...answer };
  };
  const call = (async (entry: string, payload: { query?: string; job?: string; queries?: string[] }) => {
    const query = payload.query ?? payload.queries?.join(' ') ?? String(payload.job);
    calls.push(`${entry} ${query}`);
    if (entry === 'readProgress') return looks.shift() ?? null;
    if (entry === 'stopRefresh') return undefined;
    await hold;
    if (!entry.endsWith('Refreshes')) return answerOf(query, query);
    // A job of several is called by its queries; it tells of those that it has an answer for.
    const ids = query.replace('+', '').split(' ');
    const job = `+${ids.join(' ')}`;
    return { job, queries: ids.filter((id) => answers[id].length > 0).map((id) => answerOf(id, job)) };
  }) as unknown as Call;
  const runner = new Runner({
    call,
    now: () => now,
    clock: () => now,
    after(wait, work) {
      const alarm = { at: now + wait, work };
      alarms.push(alarm);
      return () => alarms.splice(0, alarms.length, ...alarms.filter((other) => other !== alarm));
    },
    changed: (next) => {
      runs = next;
    },
    ended: (run) => ended.push(run),
  });
  return {
    runner,
    calls,
    ended,
    looks,
    phase: (id: string) => runs[id]?.phase,
    run: (id: string) => runs[id],
    /** Keeps calls under way until the given function is called. */
    holdCalls(): () => void {
      let go = () => {};
      hold = new Promise((resolve) => {
        go = () => {
          hold = null;
          resolve();
        };
      });
      return () => go();
    },
    async settle() {
      for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    },
    async ring() {
      const [alarm] = alarms.sort((a, b) => a.at - b.at).splice(0, 1);
      now = alarm.at;
      alarm.work();
      await this.settle();
    },
  };
}

const lost = new CallFailed(problem('execution-ended'));

test('steps a refresh until it is done', async () => {
  const s = script({ a: [{}, {}, { state: 'done', rows: 5 }] });
  s.runner.enqueue(['a']);
  await s.settle();
  expect(s.calls).toEqual(['startRefresh a', 'stepRefresh a', 'stepRefresh a']);
  expect(s.phase('a')).toBe('done');
  expect(s.ended).toHaveLength(1);
});

test('refreshes one query after the other', async () => {
  const s = script({ a: [{}, { state: 'done' }], b: [{ state: 'done' }] });
  s.runner.enqueue(['a']);
  s.runner.enqueue(['b']);
  expect(s.phase('b')).toBe('queued');
  await s.settle();
  expect(s.calls).toEqual(['startRefresh a', 'stepRefresh a', 'startRefresh b']);
});

test('one that has to wait lets the next go first and goes on when its time has come', async () => {
  const s = script({ a: [{ state: 'waiting', until: 60_000 }, { state: 'done' }], b: [{ state: 'done' }] });
  s.runner.enqueue(['a']);
  s.runner.enqueue(['b']);
  await s.settle();
  expect([s.phase('a'), s.phase('b')]).toEqual(['waiting', 'done']);
  await s.ring();
  expect(s.calls).toEqual(['startRefresh a', 'startRefresh b', 'stepRefresh a']);
  expect(s.phase('a')).toBe('done');
});

test('a refresh that waited when the sidebar was closed goes on when its time has come', async () => {
  const s = script({ j1: [{ state: 'done' }] });
  const progress = {
    job: 'j1',
    query: { id: 'a', name: 'Hours' },
    state: 'waiting',
    until: 60_000,
    startedAt: -30_000,
  };
  s.runner.adopt([progress as Progress]);
  await s.settle();
  expect([s.phase('a'), s.run('a').startedAt, s.calls]).toEqual(['waiting', -30_000, []]);
  await s.ring();
  expect([s.phase('a'), s.calls]).toEqual(['done', ['stepRefresh j1']]);
});

test('stopping asks nothing more; what the call under way finished is told as finished', async () => {
  const s = script({ a: [{}, {}], b: [{ state: 'done' }] });
  const go = s.holdCalls();
  s.runner.enqueue(['a']);
  s.runner.stop('a');
  expect(s.phase('a')).toBe('stopping');
  go();
  await s.settle();
  expect(s.phase('a')).toBe('stopped');
  expect(s.calls).toEqual(['startRefresh a', 'stopRefresh a']);
  const goOn = s.holdCalls();
  s.runner.enqueue(['b']);
  s.runner.stop('b');
  goOn();
  await s.settle();
  expect(s.phase('b')).toBe('done');
});

test('what Google ended begins again once, and says so', async () => {
  const s = script({ a: [{}, lost, { state: 'done' }] });
  s.runner.enqueue(['a']);
  await s.settle();
  expect(s.calls).toEqual(['startRefresh a', 'stepRefresh a', 'startRefresh a']);
  expect(s.run('a')).toMatchObject({ phase: 'done', restarted: true });
});

test('what Google ends twice has failed', async () => {
  const s = script({ a: [lost, lost] });
  s.runner.enqueue(['a']);
  await s.settle();
  expect(s.run('a')).toMatchObject({ phase: 'failed', problem: { code: 'execution-ended' } });
});

test('a problem ends one refresh and not the others', async () => {
  const s = script({ a: [new CallFailed(problem('login-unknown'))], b: [{ state: 'done' }] });
  s.runner.enqueue(['a']);
  s.runner.enqueue(['b']);
  await s.settle();
  expect([s.phase('a'), s.phase('b')]).toEqual(['failed', 'done']);
});

describe('several queries at once', () => {
  test('are one job, and each ends by itself', async () => {
    const s = script({ a: [{}, { rows: 9 }, { state: 'done' }], b: [{}, { state: 'done', rows: 3 }] });
    s.runner.enqueue(['a', 'b']);
    await s.settle();
    expect(s.calls).toEqual(['startRefreshes a b', 'stepRefreshes +a b', 'stepRefreshes +a b']);
    expect(s.ended.map(({ query }) => query)).toEqual(['b', 'a']);
    expect([s.phase('a'), s.phase('b')]).toEqual(['done', 'done']);
  });

  test('one that fails hinders no other, and one that nothing is told of has failed', async () => {
    const failed = { state: 'failed' as const, problem: problem('forbidden') };
    const s = script({ a: [failed], b: [{}, { state: 'done' }], c: [{}] });
    s.runner.enqueue(['a', 'b', 'c']);
    await s.settle();
    expect([s.phase('a'), s.phase('b'), s.phase('c')]).toEqual(['failed', 'done', 'failed']);
    expect(s.run('a').problem?.code).toBe('forbidden');
  });

  test('one that is stopped while they wait is told to the script, which goes on with the others', async () => {
    const waits = { state: 'waiting' as const, until: 60_000 };
    const s = script({ a: [waits, { state: 'stopped' }], b: [waits, { state: 'done' }] });
    s.runner.enqueue(['a', 'b']);
    await s.settle();
    s.runner.stop('a');
    expect(s.phase('a')).toBe('stopped');
    await s.ring();
    expect(s.calls).toEqual(['startRefreshes a b', 'stopRefresh a', 'stepRefreshes +a b']);
    expect([s.phase('a'), s.phase('b')]).toEqual(['stopped', 'done']);
  });

  test('begin again once when Google ended them, without those that have ended', async () => {
    const s = script({
      a: [{ state: 'done' }],
      b: [{}, lost, { state: 'done' }],
      c: [{}, { state: 'done' }],
    });
    s.runner.enqueue(['a', 'b', 'c']);
    await s.settle();
    expect(s.calls).toEqual(['startRefreshes a b c', 'stepRefreshes +a b c', 'startRefreshes b c']);
    expect(s.run('c')).toMatchObject({ phase: 'done', restarted: true });
  });

  test('that waited when the sidebar was closed go on as one', async () => {
    const s = script({ a: [{ state: 'done' }], b: [{ state: 'done' }] });
    const waits = (id: string) =>
      ({ job: '+a b', query: { id, name: id }, state: 'waiting', until: 60_000, startedAt: 0 }) as Progress;
    s.runner.adopt([waits('a'), waits('b')]);
    await s.settle();
    await s.ring();
    expect(s.calls).toEqual(['stepRefreshes +a b']);
    expect([s.phase('a'), s.phase('b')]).toEqual(['done', 'done']);
  });
});

test('rows and requests move while a call is under way, and never back', async () => {
  const s = script({
    a: [
      { requests: 1, rows: 10 },
      { state: 'done', requests: 9, rows: 90 },
    ],
  });
  s.runner.enqueue(['a']);
  const go = s.holdCalls();
  await s.settle();
  s.looks.push({ job: 'a', requests: 5, rows: 50 }, { job: 'a', requests: 0, rows: 0 });
  s.looks.push({ job: 'another', requests: 8, rows: 80 }, null);
  await s.ring();
  expect(s.run('a').seen).toMatchObject({ requests: 5, rows: 50 });
  for (let look = 0; look < 3; look++) await s.ring();
  expect(s.run('a').seen).toMatchObject({ requests: 5, rows: 50 });
  go();
  await s.settle();
  expect(s.run('a')).toMatchObject({ phase: 'done', seen: null, progress: { rows: 90 } });
});

test('elapsed goes on when a refresh begins again', async () => {
  const s = script({ a: [{ state: 'waiting', until: 60_000 }, lost, { state: 'done' }] });
  s.runner.enqueue(['a']);
  await s.settle();
  await s.ring();
  expect(s.run('a')).toMatchObject({ phase: 'done', restarted: true, startedAt: 0 });
});

test('without a network everything waits, and goes on where it was', async () => {
  const offline = new CallFailed(problem('offline'));
  const s = script({ a: [{}, offline, { state: 'done' }], b: [{ state: 'done' }] });
  s.runner.enqueue(['a']);
  s.runner.enqueue(['b']);
  await s.settle();
  expect([s.phase('a'), s.phase('b')]).toEqual(['offline', 'queued']);
  s.runner.resume();
  await s.settle();
  expect([s.phase('a'), s.phase('b')]).toEqual(['done', 'done']);
  expect(s.calls).toEqual(['startRefresh a', 'stepRefresh a', 'stepRefresh a', 'startRefresh b']);
});

test('what waits for a network can be stopped', async () => {
  const s = script({ a: [new CallFailed(problem('offline'))] });
  s.runner.enqueue(['a']);
  await s.settle();
  s.runner.stop('a');
  expect(s.phase('a')).toBe('stopped');
});

test('no more than ten calls are under way at a time', async () => {
  const limit = new Limit(10);
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await Promise.resolve();
    inside--;
  };
  await Promise.all(Array.from({ length: 40 }, () => limit.pass(work)));
  expect([most, inside]).toEqual([10, 0]);
});
