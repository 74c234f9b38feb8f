import type { Failure } from '../../src/clockify/failure';
import { begin, entries, run } from './server';

const forbidden: Failure = { kind: 'forbidden', status: 403, message: 'Access Denied' };
const tooLong: Failure = { kind: 'refused', status: 400, message: 'Date range is too large' };

describe('amounts that the key may not see', () => {
  const amounts = { columns: [{ field: 'amount' }] };

  test('are left out in one more try, and that is said', () => {
    const { job } = run(
      begin(amounts),
      entries(3000, (_, { accounts }) => (accounts[0].amounts === 'hidden' ? undefined : forbidden)),
    );
    expect(job.state).toBe('committing');
    expect(job.warnings).toEqual([
      'Amounts are hidden from this login in account Acme: those columns are empty.',
    ]);
  });

  test('are left out one after the other: cost first, then all', () => {
    const seen: string[] = [];
    const { job } = run(
      begin({ columns: [{ field: 'amount' }, { field: 'cost' }] }),
      entries(3000, (_, { accounts }) => {
        seen.push(accounts[0].amounts);
        return accounts[0].amounts === 'earned-and-cost' ? forbidden : undefined;
      }),
    );
    expect([seen[0], seen[1]]).toEqual(['earned-and-cost', 'earned']);
    expect(job.warnings).toEqual([
      'Cost is hidden from this login in account Acme: cost and profit are empty.',
    ]);
  });

  test('are a problem when the report is refused without them too', () => {
    const { job, batches } = run(begin(amounts), () => forbidden);
    expect(batches).toHaveLength(2);
    expect(job.problem?.code).toBe('forbidden');
  });

  test('do not stay in some rows when the right is taken away midway', () => {
    const { job } = run(
      begin(amounts),
      entries(3000, (page, { accounts }) =>
        accounts[0].amounts !== 'hidden' && page > 1 ? forbidden : undefined,
      ),
    );
    expect(job.pieces.flatMap(({ pages }) => pages.map(({ number }) => number)).sort()).toEqual([1, 2, 3]);
    expect(job.lists).toHaveLength(1);
  });
});

describe('what came beside a page that is refused for good', () => {
  const twoYears = { period: { kind: 'fixed' as const, from: '2024-06-01', to: '2026-05-31' } };

  test('is not asked for again: windows that were read stay, the others are cut', () => {
    const asked: string[] = [];
    const { job } = run(begin(twoYears, { mostDays: 366 }), (page, current, list) => {
      const days = current.lists.find(({ number }) => number === list)?.reading.days;
      asked.push(`${days?.from} ${page}`);
      if (days?.from === '2025-06-02' && current.accounts[0].mostDays !== 31) return tooLong;
      return entries(10)(page, current, list);
    });
    expect(job.state).toBe('committing');
    expect(asked.filter((one) => one.startsWith('2024-06-01'))).toHaveLength(1);
    expect(job.lists).toHaveLength(1 + 12);
  });

  test('waits as long as another page of the batch asks for', () => {
    let limited = true;
    const { now } = run(begin(twoYears, { mostDays: 366 }), (page, current, list) => {
      const days = current.lists.find(({ number }) => number === list)?.reading.days;
      if (days?.from === '2025-06-02' && current.accounts[0].mostDays !== 31) return tooLong;
      if (!limited) return entries(10)(page, current, list);
      limited = false;
      return { kind: 'rate-limited', status: 429, message: 'Too many requests', retryAfter: 30_000 };
    });
    expect(now).toBeGreaterThanOrEqual(30_000);
  });
});

describe('a period that the account may not ask for', () => {
  const years = { period: { kind: 'fixed' as const, from: '2024-01-01', to: '2025-12-31' } };

  test('is cut shorter until Clockify takes it, where no limit is known', () => {
    const { job } = run(
      begin(years),
      entries(100, (_, { accounts }) => (accounts[0].mostDays === 31 ? undefined : tooLong)),
    );
    expect(job.state).toBe('committing');
    expect(job.lists).toHaveLength(24);
  });

  test('is a problem where it takes more requests than anybody waits for', () => {
    const { job, batches } = run(
      begin({ period: { kind: 'fixed', from: '1970-01-01', to: '2199-12-31' } }),
      () => tooLong,
    );
    expect(job.problem).toMatchObject({
      code: 'period-too-long',
      scope: { query: 'Hours', workspace: 'Acme' },
    });
    expect(batches.flat().length).toBeLessThan(20);
  });

  test('is a problem where it can not be cut any shorter', () => {
    const { job, batches } = run(begin(years, { mostDays: 366 }), () => tooLong);
    expect(batches).toHaveLength(2);
    expect(job.problem?.title).toContain('Date range is too large');
  });
});

describe('rows that are not what Clockify states', () => {
  test('are read once more, and stand when they agree then', () => {
    let readings = 0;
    const { job } = run(
      begin(),
      entries(10, () => (readings++ === 0 ? { sums: { seconds: 9 } } : undefined)),
    );
    expect([job.state, job.lists[0].rereads]).toEqual(['committing', 1]);
  });

  test.each([
    [
      'too few',
      { records: 9, rows: [9], facts: { received: 9, total: 10, lastPage: null, begins: 'a' } },
      '9 of 10 time entries',
    ],
    ['of another length', { sums: { seconds: 11 } }, '0:00:11 of 0:00:10 tracked'],
  ])('%s twice are a problem', (_, lie, reason) => {
    const { job } = run(
      begin(),
      entries(10, () => lie),
    );
    expect(job.problem).toMatchObject({ code: 'totals-disagree', retry: 'later' });
    expect(job.problem?.title).toContain(reason);
  });

  test('but totals that change from page to page are read once more, and stand when they don’t', () => {
    let readings = 0;
    const { job, batches } = run(
      begin(),
      entries(2500, (page) => {
        if (page === 1) readings += 1;
        return readings === 1 && page === 3 ? { stated: { records: 2499, seconds: 2500 } } : undefined;
      }),
    );
    expect([job.state, job.lists[0].rereads, batches]).toEqual(['committing', 1, [[1], [2, 3], [1], [2, 3]]]);
  });

  test('may lack the timers that are still running, whether Clockify counts them or not', () => {
    const running = {
      records: 8,
      rows: [8],
      sums: { seconds: 10 },
      facts: { received: 10, total: 10, lastPage: null, begins: 'a' },
    };
    expect(
      run(
        begin(),
        entries(10, () => running),
      ).job.state,
    ).toBe('committing');
    const uncounted = { ...running, stated: { records: 8, seconds: 10 } };
    expect(
      run(
        begin(),
        entries(10, () => uncounted),
      ).job.state,
    ).toBe('committing');
  });
});
