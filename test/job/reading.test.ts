import fc from 'fast-check';
import type { Failure } from '../../src/clockify/failure';
import { apply } from '../../src/job/apply';
import { leftOf } from '../../src/job/hour';
import { progressOf } from '../../src/job/progress';
import { begin, entries, query, run } from './server';

const limited: Failure = { kind: 'rate-limited', status: 429, message: 'Too many requests' };
const down: Failure = { kind: 'server', status: 503, message: 'unavailable' };

test('the first page tells the number, the rest go ten side by side', () => {
  const { batches, job } = run(begin(), entries(23_500));
  expect(batches.map((batch) => batch.length)).toEqual([1, 10, 10, 3]);
  expect([job.state, job.requests]).toEqual(['committing', 24]);
});

test('ten requests a second are kept to', () => {
  const { now } = run(begin(), entries(41_000));
  expect(now).toBeGreaterThanOrEqual(4000);
});

test('a page that failed is asked again, alone', () => {
  let failures = 1;
  const { batches, job } = run(
    begin(),
    entries(12_000, (page) => (page === 5 && failures-- > 0 ? down : undefined)),
  );
  expect(batches.slice(2, 3)).toEqual([[5]]);
  expect(job.state).toBe('committing');
});

test('a server that stays away is given up after six tries, with waits', () => {
  const { job, batches, now } = run(begin(), () => down);
  expect(batches).toHaveLength(6);
  expect(job.problem).toMatchObject({
    code: 'clockify-failing',
    retry: 'later',
    scope: { query: 'Hours', workspace: 'Acme' },
  });
  expect(now).toBeGreaterThan(25_000);
});

test('a limit of an hour is not waited for', () => {
  const { job, batches } = run(begin(), () => ({ ...limited, retryAfter: 3_600_000 }));
  expect(batches).toHaveLength(1);
  expect(job.problem).toMatchObject({ code: 'rate-limited', retryAt: 3_600_010 });
});

test('failures among successes do not add up', () => {
  const tried = new Set<number>();
  const { job } = run(
    begin(),
    entries(90_000, (page) => (page % 2 === 0 && !tried.has(page) && tried.add(page) ? limited : undefined)),
  );
  expect([job.state, job.requests]).toEqual(['committing', 90 + 45]);
});

test('whatever fails in whatever order, the job ends complete or with a problem', () => {
  const kinds = fc.constantFrom(undefined, undefined, undefined, limited, down);
  fc.assert(
    fc.property(fc.infiniteStream(kinds), fc.integer({ min: 0, max: 30_000 }), (failures, records) => {
      const { job } = run(
        begin(),
        entries(records, () => failures.next().value),
      );
      if (job.state === 'committing') expect(progressOf(job, 0).rows).toBe(records);
      else expect(job.problem).not.toBeNull();
    }),
    { numRuns: 60 },
  );
});

test('a refused key ends it at once', () => {
  const { job, batches } = run(begin(), () => ({ kind: 'key-refused', status: 401, message: '' }));
  expect(batches).toHaveLength(1);
  expect(job.problem?.title).toBe('Clockify no longer accepts the key of Agency key.');
});

describe('an account that answers thirty requests an hour', () => {
  const HOUR = 3_600_000;
  const free = { hourly: 30 };

  test('is asked thirty times, and the rest when the hour has renewed; nothing twice', () => {
    const { job, batches, now } = run(begin({}, free), entries(36_000));
    expect([job.state, job.requests]).toEqual(['committing', 36]);
    expect(batches.flat()).toEqual(Array.from({ length: 36 }, (_, index) => index + 1));
    expect(now).toBeGreaterThan(HOUR);
    expect(now).toBeLessThan(HOUR + 60_000);
  });

  test('waits when others have used the hour up, keeps what came, and says until when', () => {
    let renewed = false;
    let asked = 0;
    const { job, now } = run(
      begin({}, free),
      entries(20_000, () => {
        asked += 1;
        if (asked > 40) renewed = true;
        return asked > 11 && !renewed ? limited : undefined;
      }),
    );
    expect(job.state).toBe('committing');
    expect(now).toBeGreaterThan(HOUR);
  });

  test('is given up at once when the hour is used up before anything came', () => {
    const { job } = run(begin({}, free), () => limited);
    expect(job.problem).toMatchObject({ code: 'rate-limited', retry: 'later' });
  });

  test('has its whole hour again once it is over', () => {
    expect(leftOf({ since: 0, requests: 30 }, 30, 60_000)).toBe(0);
    expect(leftOf({ since: 0, requests: 30 }, 30, 2 * HOUR)).toBe(30);
    expect(leftOf({ since: 0, requests: 30 }, null, 60_000)).toBe(Number.POSITIVE_INFINITY);
  });

  test('tells whoever waits when it goes on', () => {
    const job = { ...begin({}, free), hours: { 0: { since: 0, requests: 30 } } };
    expect(progressOf(job, 1000)).toMatchObject({ state: 'waiting', until: HOUR + 15_000 });
    expect(progressOf(job, 2 * HOUR)).toMatchObject({ state: 'reading', until: null });
  });
});

test('rows that are lost again and again end it', () => {
  let job = begin();
  for (let times = 0; times < 5; times++) {
    expect(job.queries[0].state).toBe('reading');
    job = apply(job, { did: 'lose', names: [] });
  }
  expect(job.queries[0].problem).toMatchObject({ code: 'cache-losing', scope: { query: query.name } });
});
