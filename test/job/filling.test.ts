import { newJob } from '../../src/job/job';
import { entries, facts, query, run } from './server';

test('a list that may not be read fails whose rows it is, and is left out where it only fills', () => {
  const users = { ...query, id: 'q1', report: 'users', columns: [{ field: 'user' }] };
  const hours = {
    ...query,
    id: 'q2',
    grain: 'grouped' as const,
    columns: [{ field: 'user' }, { field: 'entries' }],
    fill: ['people' as const],
  };
  const asking = [users, hours].map((one) => ({ query: one, facts: [facts] }));
  const { job } = run(newJob('+1', asking, 0), (page, current, number) => {
    const { reading } = current.lists.find((list) => list.number === number)!;
    if (reading.dataset === 'users') return { kind: 'forbidden', status: 403, message: 'Access Denied' };
    return entries(10)(page, current, number);
  });
  expect(job.queries.map(({ state }) => state)).toEqual(['failed', 'committing']);
  expect(job.queries[0].problem?.code).toBe('forbidden');
  expect(job.queries[1].warnings).toEqual(['The users of account Acme are hidden from this login.']);
});
