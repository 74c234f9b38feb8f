import type { Failure } from '../../src/clockify/failure';
import { apply } from '../../src/job/apply';
import { type Asking, type Job, newJob } from '../../src/job/job';
import { next } from '../../src/job/next';
import { togetherOf } from '../../src/job/progress';
import type { Query } from '../../src/query/query';
import { type Answer, entries, facts, query, run } from './server';

const forbidden: Failure = { kind: 'forbidden', status: 403, message: 'Access Denied' };
const down: Failure = { kind: 'server', status: 503, message: 'unavailable' };

function asking(changes: Partial<Query>, account = 'w1'): Asking {
  const accounts = [{ login: 'l1', workspace: account, name: account }];
  return {
    query: { ...query, accounts, ...changes },
    facts: [{ ...facts, workspace: account, name: account }],
  };
}

function together(...askings: Asking[]): Job {
  return newJob('+1.1', askings, 0);
}

/** Answers by the dataset that is asked. */
function byDataset(answers: Record<string, Answer>): Answer {
  return (page, job, number) => {
    const list = job.lists.find((candidate) => candidate.number === number);
    return answers[list?.reading.dataset ?? '']?.(page, job, number);
  };
}

const whole: Answer = () => ({
  facts: { received: 2, total: 2, lastPage: true, begins: 'a' },
  stated: {},
  records: 2,
  rows: [2],
  sums: {},
});

/** Runs a job to its end; each table is written at once. */
function finished(job: Job, answer: Answer): Job {
  let current = job;
  for (;;) {
    current = run(current, answer).job;
    const command = next(current, 1e9);
    if (command.do !== 'commit') return current;
    current = apply(current, { did: 'commit', query: command.query, rows: 1, warnings: [] });
  }
}

const states = ({ queries }: Job) => queries.map(({ state }) => state);

test('five queries over one month cost the requests of one', () => {
  const five = Array.from({ length: 5 }, (_, index) => asking({ id: `q${index}` }));
  const { job } = run(together(...five), entries(2500));
  expect(job.requests).toBe(3);
  expect(states(job)).toEqual(Array.from({ length: 5 }, () => 'committing'));
});

test('a list that fails fails only the queries that need it', () => {
  const job = together(asking({ id: 'a' }), asking({ id: 'b', report: 'tags', columns: [{ field: 'tag' }] }));
  const { job: after } = run(job, byDataset({ 'time-entries': () => forbidden, tags: whole }));
  expect(states(after)).toEqual(['failed', 'committing']);
  expect(after.queries[0].problem?.code).toBe('forbidden');
});

test('a server that stays away is given up, and nothing is asked after that', () => {
  const job = together(asking({ id: 'a' }), asking({ id: 'b', report: 'tags', columns: [{ field: 'tag' }] }));
  const { job: after } = run(job, () => down);
  expect(states(after)).toEqual(['failed', 'failed']);
  expect(next(after, 1e9)).toEqual({ do: 'end' });
});

test('each table is written as soon as all of it has been read', () => {
  const job = together(asking({ id: 'a' }, 'w1'), asking({ id: 'b' }, 'w2'));
  const { job: after } = run(job, (page, current, number) => {
    const list = current.lists.find((candidate) => candidate.number === number);
    return entries(list?.reading.account === 0 ? 10 : 30_000)(page, current, number);
  });
  expect(states(after)).toEqual(['committing', 'reading']);
  const written = apply(after, { did: 'commit', query: 0, rows: 10, warnings: [] });
  expect(next(written, 1e9).do).toBe('ask');
});

test('a table that can not be written leaves the others alone', () => {
  const { job } = run(together(asking({ id: 'a' }), asking({ id: 'b' })), entries(10));
  const problem = {
    code: 'busy' as const,
    scope: {},
    title: 'Busy',
    remedy: 'Wait',
    retry: 'later' as const,
  };
  const after = apply(job, { did: 'fail', query: 0, problem });
  expect(states(after)).toEqual(['failed', 'committing']);
  expect(next(after, 0)).toEqual({ do: 'commit', query: 1 });
});

test('a list that does not agree is read once more, and no other', () => {
  const asked: string[] = [];
  let lies = 1;
  const job = together(asking({ id: 'a' }, 'w1'), asking({ id: 'b' }, 'w2'));
  const after = finished(job, (page, current, number) => {
    const list = current.lists.find((candidate) => candidate.number === number);
    asked.push(current.accounts[list?.reading.account ?? 0].name);
    const lie = list?.reading.account === 0 && lies-- > 0 ? { sums: { seconds: 9 } } : undefined;
    return entries(10, () => lie)(page, current, number);
  });
  expect(asked.filter((name) => name === 'w1')).toHaveLength(2);
  expect(asked.filter((name) => name === 'w2')).toHaveLength(1);
  expect(states(after)).toEqual(['done', 'done']);
});

test('pages that share records are read once more where rows are added up at once', () => {
  let readings = 0;
  const spans: [string, string][][] = [
    [
      ['a', 'f'],
      ['f', 'k'],
    ],
    [
      ['a', 'f'],
      ['g', 'k'],
    ],
  ];
  const { job } = run(
    together(asking({ id: 'a' })),
    entries(2000, (page) => {
      if (page === 1) readings += 1;
      return { span: spans[Math.min(readings, 2) - 1][page - 1] };
    }),
  );
  expect([readings, states(job)]).toEqual([2, ['committing']]);
});

test('a query that can not be planned has failed from the beginning', () => {
  const job = together(asking({ id: 'a', zone: 'Nowhere/Land' }), asking({ id: 'b' }));
  expect(states(job)).toEqual(['failed', 'reading']);
  expect(togetherOf(job, 0)).toMatchObject({
    state: 'reading',
    queries: [{ state: 'failed' }, { state: 'reading' }],
  });
});
