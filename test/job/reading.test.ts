import fc from 'fast-check';
import type { Failure } from '../../src/clockify/failure';
import { progressOf } from '../../src/job/job';
import { begin, entries, run } from './server';

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
