import fc from 'fast-check';
import { datasetOf } from '../../src/datasets';
import type { Pushed } from '../../src/datasets/dataset';
import { common, contains } from '../../src/plan/days';
import { type AccountFacts, type Asked, type Plan, planQueries, requestsOf } from '../../src/plan/plan';
import type { Reading, Side, Take } from '../../src/plan/reading';
import type { FilterNode } from '../../src/query/filter';
import { type Days, lengthInDays, windowsOf } from '../../src/query/period';
import type { Query } from '../../src/query/query';
import { fieldOf, reportOf } from '../../src/reports';
import { pushable } from '../../src/rows/push';
import { shapeOf } from '../../src/rows/shape';
import { asked, columns, NOW, queryOf } from './asking';

const AMOUNTS = ['hidden', 'earned', 'earned-and-cost'];

const DAYS: Days[] = [
  { from: '2026-03-01', to: '2026-03-31' },
  { from: '2026-03-01', to: '2026-03-07' },
  { from: '2026-03-20', to: '2026-04-19' },
  { from: '2026-04-01', to: '2026-04-30' },
  { from: '2025-01-01', to: '2025-12-31' },
  { from: '2026-03-15', to: '2026-03-15' },
  { from: '2025-03-01', to: '2026-06-15' },
];

const METRICS = [
  'hours',
  'duration',
  'amount',
  'billable-hours',
  'billable-ratio',
  'entries',
  'cost',
  'people',
];
const DIMENSIONS = [
  'client',
  'project',
  'user',
  'date',
  'week',
  'month',
  'billable',
  'task',
  'account',
  'type',
];

const thing = (field: string) =>
  fc.constantFrom('a', 'b').map((id): FilterNode => ({ field, op: 'is', values: [{ id, name: id }] }));

const filter: fc.Arbitrary<FilterNode> = fc.oneof(
  thing('client'),
  thing('project'),
  thing('user'),
  thing('task'),
  fc.boolean().map((is): FilterNode => ({ field: 'billable', op: 'is', values: [is] })),
  fc
    .constantFrom('client', 'user', 'type')
    .map((field): FilterNode => ({ field, op: 'contains', values: ['a'] })),
  fc.constant<FilterNode>({ field: 'hours', op: 'gt', values: [1] }),
);

const query: fc.Arbitrary<Query> = fc
  .record({
    grain: fc.constantFrom('each' as const, 'grouped' as const, 'grouped' as const, 'grouped' as const),
    dimensions: fc.uniqueArray(fc.constantFrom(...DIMENSIONS), { maxLength: 3 }),
    metrics: fc.uniqueArray(fc.constantFrom(...METRICS), { minLength: 1, maxLength: 2 }),
    filters: fc.array(filter, { maxLength: 2 }),
    days: fc.constantFrom(...DAYS),
    compare: fc.option(fc.constantFrom('previous-period' as const, 'previous-year' as const), {
      nil: undefined,
    }),
    zone: fc.constantFrom('Europe/Berlin', 'Europe/Berlin', 'Europe/Berlin', 'Asia/Kathmandu'),
    fill: fc.option(fc.subarray(['dates', 'people', 'projects'] as const), { nil: undefined }),
    undated: fc.constantFrom(false, false, false, false, true),
  })
  .map(({ dimensions, metrics, days, compare, undated, fill, ...rest }) =>
    undated
      ? queryOf({ report: 'projects', columns: columns('project', 'tracked'), zone: rest.zone })
      : queryOf({
          ...rest,
          columns: columns(...dimensions, ...metrics),
          period: { kind: 'fixed', ...days },
          ...(fill && { fill: [...fill] }),
          ...(compare && { compare: { with: compare } }),
        }),
  );

/** Queries that can be asked. */
const possible = query.filter((one) => {
  try {
    shapeOf(one, reportOf(one.report));
    return true;
  } catch {
    return false;
  }
});

const accounts: fc.Arbitrary<Partial<AccountFacts>[]> = fc.uniqueArray(
  fc.record({
    workspace: fc.constantFrom('w1', 'w2'),
    mostDays: fc.constantFrom(null, null, 31, 366),
    currencies: fc.constantFrom(['EUR'], ['EUR'], ['EUR', 'USD'], []),
    hasCost: fc.boolean(),
  }),
  { minLength: 2, maxLength: 2, selector: ({ workspace }) => workspace },
);

/** Up to six queries, each of one or both of two accounts. */
const asking: fc.Arbitrary<Asked[]> = accounts.chain((both) =>
  fc.array(
    fc
      .tuple(possible, fc.constantFrom([both[0]], [both[1]], both, [both[0]]))
      .map(([one, facts]) => asked({ ...one, accounts: facts.map(accountOf) }, ...facts)),
    { minLength: 1, maxLength: 6 },
  ),
);

function accountOf({ workspace = '' }: Partial<AccountFacts>) {
  return { login: 'l1', workspace, name: workspace };
}

/** Holds for plans of random queries. */
function law(holds: (plan: Plan, all: Asked[]) => void, runs = 500) {
  fc.assert(
    fc.property(asking, (all) => holds(planQueries(all, NOW), all)),
    { numRuns: runs, seed: 7 },
  );
}

interface Taken {
  reading: Reading;
  take: Take;
}

/** What a query takes for one side of one account of the lists that are its rows. */
function takenBy(plan: Plan, query: number, account: number, side: Side): Taken[] {
  return plan.readings
    .filter((reading) => reading.account === account && reading.purpose === 'rows')
    .flatMap((reading) =>
      reading.takes
        .filter((take) => take.query === query && take.side === side && take.fills === undefined)
        .map((take) => ({ reading, take })),
    );
}

/** Every side of every account of every query of time entries, with what it takes. */
function eachSide(plan: Plan, all: Asked[], holds: (taken: Taken[], days: Days, query: Query) => void) {
  plan.queries.forEach(({ accounts, days, compared }, index) => {
    for (const account of accounts) {
      if (days) holds(takenBy(plan, index, account, 'current'), days, all[index].query);
      if (compared) holds(takenBy(plan, index, account, 'compared'), compared, all[index].query);
    }
  });
}

const known = new Map<string, string[]>();

/** The days of a period one by one. */
function single(days: Days): string[] {
  const key = `${days.from} ${days.to}`;
  const list = known.get(key) ?? windowsOf(days, 1).map(({ from }) => from);
  known.set(key, list);
  return list;
}

test('each day of each side of each query is taken exactly once, of each of both sides where sums are by billable', () => {
  law((plan, all) =>
    eachSide(plan, all, (taken, days) => {
      const halves = new Set(taken.map(({ reading }) => reading.filters?.billable));
      const sides = halves.size === 2 ? [true, false] : [...halves];
      for (const side of sides) {
        const own = taken.filter(({ reading }) => reading.filters?.billable === side);
        const came = own.flatMap(({ reading, take }) => single(take.days ?? (reading.days as Days)));
        expect(came.sort()).toEqual(single(days));
      }
    }),
  );
});

test('a part of a reading is taken only where its days can be told apart', () => {
  law((plan, all) =>
    eachSide(plan, all, (taken) => {
      for (const { reading, take } of taken) {
        if (take.days === null) continue;
        expect(contains(reading.days as Days, take.days)).toBe(true);
        if (reading.groups) expect(reading.groups).toContain('DATE');
      }
    }),
  );
});

test('a reading holds all that its queries need', () => {
  law((plan, all) =>
    eachSide(plan, all, (taken, _, query) => {
      const report = reportOf(query.report);
      const { filters, rest } = pushable(query, report);
      for (const { reading, take } of taken) {
        expect(reading.zone).toBe(query.zone);
        const left = take.pushed ? rest : (query.filters ?? []);
        if (take.pushed) expect(withoutHalf(reading, filters)).toEqual(filters);
        else expect(withoutHalf(reading, {})).toEqual({});
        if (reading.dataset !== 'time-sums') continue;
        expect(query.grain).toBe('grouped');
        const fields = [
          ...query.columns.map(({ field }) => field),
          ...left.map((node) => (node as { field: string }).field),
        ];
        for (const id of fields) {
          const { group } = fieldOf(report, id);
          if (group === 'BILLABLE') expect(reading.filters?.billable).toEqual(expect.any(Boolean));
          else if (group !== null) expect(reading.groups).toContain(group);
        }
        expect(reading.groups?.length).toBeLessThanOrEqual(3);
      }
    }),
  );
});

/** What a reading leaves out, but for the side of `billable` that is no filter of the query's. */
function withoutHalf({ filters = {} }: Reading, own: Pushed): Pushed {
  const { billable, ...others } = filters;
  return own.billable === undefined ? others : { ...others, billable };
}

test('amounts that a query wants are asked for, and none that no query wants', () => {
  law((plan) => {
    for (const { takes, amounts } of plan.readings.filter(
      ({ purpose, days }) => purpose === 'rows' && days,
    )) {
      const wanted = takes.map(({ query }) => AMOUNTS.indexOf(plan.queries[query].amounts));
      expect(AMOUNTS.indexOf(amounts)).toBe(Math.max(...wanted));
    }
  });
});

test('sums have amounts only where there is one currency, and cost never', () => {
  law((plan) => {
    for (const { dataset, amounts, account } of plan.readings) {
      if (dataset !== 'time-sums' || amounts === 'hidden') continue;
      expect(amounts).toBe('earned');
      expect(plan.accounts[account].currencies).toHaveLength(1);
    }
  });
});

test('no window is longer than its account may ask for', () => {
  law((plan) => {
    for (const { days, account } of plan.readings) {
      const { mostDays } = plan.accounts[account];
      if (days && mostDays) expect(lengthInDays(days)).toBeLessThanOrEqual(mostDays);
    }
  });
});

test('together queries take no more requests than each alone, and no more days of entries', () => {
  law((plan, all) => {
    const apart = all.map((one) => planQueries([one], NOW));
    const sum = (of: (one: Plan) => number) => apart.reduce((total, one) => total + of(one), 0);
    expect(requestsOf(plan).requests).toBeLessThanOrEqual(sum((one) => requestsOf(one).requests));
    expect(daysOfEntries(plan)).toBeLessThanOrEqual(sum(daysOfEntries));
  });
});

function daysOfEntries({ readings }: Plan): number {
  return readings
    .filter(({ dataset, days }) => dataset === 'time-entries' && days)
    .reduce((total, { days }) => total + lengthInDays(days as Days), 0);
}

test('the same queries once more take no request more', () => {
  law((plan, all) => {
    const twice = planQueries([...all, ...all], NOW);
    expect(requestsOf(twice).requests).toBe(requestsOf(plan).requests);
  }, 300);
});

test('no records are read twice: of one account, dataset, zone and filter each day comes once', () => {
  law((plan) => {
    const seen = new Map<string, Days[]>();
    for (const { account, dataset, zone, filters, groups, purpose, days } of plan.readings) {
      if (groups) continue;
      const key = JSON.stringify([account, dataset, days && [zone, filters], purpose === 'names']);
      const others = seen.get(key) ?? [];
      const whole = days ?? { from: '', to: '' };
      expect(others.filter((other) => common(other, whole) !== null)).toEqual([]);
      seen.set(key, [...others, whole]);
    }
  });
});

test('a plan waits as JSON between two executions', () => {
  law((plan) => expect(JSON.parse(JSON.stringify(plan))).toEqual(plan), 100);
});

test('the number of requests is exact unless a list says only while it is read how long it is', () => {
  law((plan) => {
    const { requests, atLeast, readings } = requestsOf(plan);
    expect(requests).toBe(readings.reduce((total, one) => total + one.requests, 0));
    expect(atLeast).toBe(plan.readings.some(({ dataset }) => datasetOf(dataset).paging.kind !== 'whole'));
  }, 100);
});
