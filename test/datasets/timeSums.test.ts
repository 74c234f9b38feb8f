import { statedIn, sumsOf } from '../../src/datasets/control';
import type { GroupKey, Scope } from '../../src/datasets/dataset';
import { NOTHING } from '../../src/datasets/timeEntry';
import { timeSums } from '../../src/datasets/timeSums';

const scope: Scope = {
  workspace: 'w1',
  zone: 'Europe/Berlin',
  days: { from: '2026-05-01', to: '2026-05-31' },
  amounts: 'hidden',
  groups: ['CLIENT'],
  currency: 'EUR',
};

const totals = (totalTime: number) => [{ _id: '', totalTime, entriesCount: 1 }];

function read(groups: GroupKey[], groupOne: unknown, more: Partial<Scope> = {}) {
  return timeSums.page({ totals: totals(1), groupOne }, { ...scope, groups, ...more }).records;
}

describe('the request', () => {
  const body = (more: Partial<Scope>) => timeSums.request({ ...scope, ...more }, { number: 1, size: 1 }).body;

  test('names days without a zone, the zone beside them, and the groups', () => {
    expect(body({ groups: ['CLIENT', 'DATE'] })).toEqual({
      dateRangeStart: '2026-05-01T00:00:00.000',
      dateRangeEnd: '2026-05-31T23:59:59.999',
      timeZone: 'Europe/Berlin',
      exportType: 'JSON',
      sortOrder: 'ASCENDING',
      amountShown: 'HIDE_AMOUNT',
      summaryFilter: { groups: ['CLIENT', 'DATE'], sortColumn: 'GROUP' },
    });
  });

  test('groups by something where nothing is to be grouped by', () => {
    expect(body({ groups: [] })).toMatchObject({ summaryFilter: { groups: ['PROJECT'] } });
  });

  test('leaves out what filters say, and sends no filter without ids', () => {
    const filters = { users: ['u1'], clients: [], tags: ['t1', 't2'], billable: false };
    expect(body({ filters })).toMatchObject({
      users: { ids: ['u1'], contains: 'CONTAINS', status: 'ALL' },
      tags: { ids: ['t1', 't2'], contains: 'CONTAINS', status: 'ALL', containedInTimeentry: 'CONTAINS' },
      billable: false,
    });
    expect(body({ filters })).not.toHaveProperty('clients');
    expect(body({})).not.toHaveProperty('billable');
  });
});

describe('records', () => {
  test('have what they are grouped by, on each level, and nothing else', () => {
    const groupOne = [
      {
        _id: 'c1',
        name: 'Acme',
        duration: 5400,
        amounts: [],
        children: [
          {
            _id: 'p1',
            name: 'Site',
            color: '#123456',
            clientName: 'Acme',
            duration: 5400,
            children: [
              { _id: '2026-05-06', name: '2026-05-06', duration: 3600 },
              { _id: '2026-05-07', name: '2026-05-07', duration: 1800 },
            ],
          },
        ],
      },
    ];
    const thing = { clientId: 'c1', clientName: 'Acme', projectId: 'p1', projectName: 'Site' };
    const day = (serial: number) => ({ startSerial: serial, endSerial: serial });
    const rest = { ...NOTHING, ...thing, currency: 'EUR' };
    expect(read(['CLIENT', 'PROJECT', 'DATE'], groupOne)).toEqual([
      { ...rest, ...day(46_148), seconds: 3600, id: '["c1","p1","2026-05-06"]' },
      { ...rest, ...day(46_149), seconds: 1800, id: '["c1","p1","2026-05-07"]' },
    ]);
  });

  test('are of the same form for people', () => {
    expect(read(['USER'], [{ _id: 'u1', name: 'Ann', hasMembership: true, duration: 60 }])).toMatchObject([
      { userId: 'u1', userName: 'Ann', userEmail: null, seconds: 60 },
    ]);
  });

  test.each([
    ['null', { _id: null }],
    ['empty', { _id: '' }],
    ['absent', {}],
  ])('have no name of a thing whose id is %s', (_, id) => {
    const group = { ...id, name: 'Without client', clientName: '', duration: 60 };
    expect(read(['CLIENT'], [group])).toMatchObject([{ clientId: null, clientName: null }]);
    expect(read(['PROJECT'], [group])).toMatchObject([
      { projectId: null, projectName: null, clientName: null },
    ]);
    expect(read(['USER'], [group])).toMatchObject([{ userId: null, userName: null }]);
  });

  test('tell projects of one name apart by their clients', () => {
    const group = { _id: 'p1', name: 'Support', clientName: 'Acme', duration: 60 };
    expect(read(['PROJECT'], [group])).toMatchObject([{ projectName: 'Support', clientName: 'Acme' }]);
  });

  test('have an id that is an object of the ids of all levels', () => {
    const child = { _id: { CLIENT: 'c1', PROJECT: 'p1' }, name: 'Site', duration: 60 };
    const groupOne = [{ _id: 'c1', name: 'Acme', duration: 60, children: [child] }];
    expect(read(['CLIENT', 'PROJECT'], groupOne)).toMatchObject([{ clientId: 'c1', projectId: 'p1' }]);
  });

  test('are one where nothing is grouped by, and none where there is nothing', () => {
    const groupOne = [
      { _id: 'p1', name: 'Site', duration: 60 },
      { _id: null, name: 'Without project', duration: 30 },
    ];
    expect(read([], groupOne)).toEqual([{ ...NOTHING, id: '[]', seconds: 90, currency: 'EUR' }]);
    expect(read([], [])).toEqual([]);
  });

  test('are added up where two mean none', () => {
    const groupOne = [
      { _id: '', name: 'Without client', duration: 60 },
      { _id: null, name: 'Without client', duration: 30 },
    ];
    expect(read(['CLIENT'], groupOne)).toMatchObject([{ seconds: 90 }]);
  });

  test('are of the side that was asked for', () => {
    const groupOne = [{ _id: 'c1', name: 'Acme', duration: 60 }];
    expect(read(['CLIENT'], groupOne, { filters: { billable: false } })[0].billable).toBe(false);
    expect(read(['CLIENT'], groupOne)[0].billable).toBeNull();
  });

  test('tell a name that looks like a key from it', () => {
    const groupOne = [
      { _id: '__proto__', name: 'constructor', duration: 60 },
      { _id: 'a","b', name: 'x', duration: 30 },
    ];
    expect(read(['CLIENT'], groupOne).map(({ clientId, seconds }) => [clientId, seconds])).toEqual([
      ['__proto__', 60],
      ['a","b', 30],
    ]);
  });
});

describe('amounts', () => {
  const group = (of: object) => [{ _id: 'c1', name: 'Acme', duration: 3600, ...of }];
  const amounts = [
    { type: 'EARNED', value: 40_056 },
    { type: 'COST', value: 10_000 },
  ];

  test('are exact where the exact one is there beside the rounded', () => {
    const [sum] = read(['CLIENT'], group({ amount: 40_055.5555, amounts }), { amounts: 'earned' });
    expect(sum.earnedAmount).toBe(40_055.5555);
  });

  test('are those of the list where there is no other', () => {
    const [sum] = read(['CLIENT'], group({ amounts }), { amounts: 'earned-and-cost' });
    expect(sum).toMatchObject({ earnedAmount: 40_056, costAmount: 10_000, profit: 30_056 });
  });

  test.each([
    ['null', { amount: null, amounts: [{ type: 'EARNED', value: null }] }],
    ['an empty list', { amounts: [] }],
    ['not there', {}],
  ])('are none when they are %s', (_, of) => {
    const [sum] = read(['CLIENT'], group(of), { amounts: 'earned-and-cost' });
    expect(sum).toMatchObject({ earnedAmount: null, costAmount: null, profit: null });
  });

  test('are none when none was asked for, whatever comes', () => {
    const [sum] = read(['CLIENT'], group({ amount: 1, amounts }));
    expect(sum).toMatchObject({ earnedAmount: null, costAmount: null, profit: null });
  });

  test('say nothing of profit where cost was not asked for', () => {
    const [sum] = read(['CLIENT'], group({ amount: 100 }), { amounts: 'earned' });
    expect(sum.profit).toBeNull();
  });

  test('are in the currency of the workspace, or the one that they name', () => {
    const named = [{ type: 'EARNED', value: 1, amountByCurrency: [{ currency: 'USD', amount: 1 }] }];
    expect(read(['CLIENT'], group({ amount: 1 }), { amounts: 'earned' })[0].currency).toBe('EUR');
    expect(read(['CLIENT'], group({ amounts: named }), { amounts: 'earned' })[0].currency).toBe('USD');
    expect(read(['CLIENT'], group({}), { currency: undefined })[0].currency).toBeNull();
  });

  test('of several currencies are refused rather than added up', () => {
    const several = [
      { currency: 'USD', amount: 1 },
      { currency: 'EUR', amount: 2 },
    ];
    const mixed = group({ amounts: [{ type: 'EARNED', value: 3, amountByCurrency: several }] });
    expect(() => read(['CLIENT'], mixed, { amounts: 'earned' })).toThrow('several currencies');
    const one = (currency: string) => [
      { type: 'EARNED', value: 3, amountByCurrency: [{ currency, amount: 3 }] },
    ];
    const apart = [...group({ amounts: one('USD') }), ...group({ amounts: one('EUR') })];
    expect(() => read([], apart, { amounts: 'earned' })).toThrow('several currencies');
  });

  test('add up by what there is: nothing empties no sum', () => {
    const groupOne = [...group({ amount: 5 }), ...group({ amount: null }), ...group({ amount: 7 })];
    expect(read([], groupOne, { amounts: 'earned' })[0].earnedAmount).toBe(12);
  });
});

test('a sum of no seconds may be a timer that runs, which counts for nothing', () => {
  const [sum] = read(['CLIENT'], [{ _id: 'c1', name: 'Acme', duration: 0 }]);
  expect(timeSums.open?.(sum)).toBe(true);
  expect(timeSums.open?.({ ...sum, seconds: 1 })).toBe(false);
});

describe('the total time', () => {
  const stated = (body: object) => statedIn(timeSums.controls, body);

  test('is what the records add up to', () => {
    const body = { totals: totals(90), groupOne: [{ _id: 'c1', duration: 60 }, { duration: 30 }] };
    const { records } = timeSums.page(body, scope);
    expect(sumsOf(timeSums.controls, records)).toEqual(stated(body));
  });

  test.each([[[]], [[null]], [[{ totalTime: 0, entriesCount: 0 }]], [[{ totalTime: null }]]])(
    'is 0 where nothing was found: totals %j',
    (empty) => {
      const body = { totals: empty, groupOne: [] };
      expect(timeSums.page(body, scope)).toEqual({ records: [], received: 0 });
      expect(stated(body)).toEqual({ seconds: 0 });
    },
  );

  test('shows groups that are missing', () => {
    const body = { totals: totals(90), groupOne: [{ _id: 'c1', duration: 60 }] };
    expect(sumsOf(timeSums.controls, timeSums.page(body, scope).records)).not.toEqual(stated(body));
  });
});

describe('an answer is refused', () => {
  const group = { _id: 'c1', name: 'Acme', duration: 60 };

  test.each([
    ['without groups', { totals: totals(0) }],
    ['with groups that are no list', { totals: totals(0), groupOne: { c1: group } }],
    ['with something else among them', { totals: totals(60), groupOne: [group, null] }],
    ['with a group without duration', { totals: totals(60), groupOne: [{ _id: 'c1' }] }],
    ['with a duration that is none', { totals: totals(60), groupOne: [{ ...group, duration: 'PT?' }] }],
    ['with groups and no totals', { totals: [null], groupOne: [group] }],
  ])('%s', (_, body) => {
    expect(() => [timeSums.page(body, scope), statedIn(timeSums.controls, body)]).toThrow('unexpected shape');
  });

  test.each([
    ['a level is missing', ['CLIENT', 'PROJECT'], group],
    ['a day is none', ['DATE'], group],
    ['a day has no id', ['DATE'], { duration: 60 }],
    ['a day is of no month', ['DATE'], { _id: '2026-13-45', duration: 60 }],
    ['a day has a tail', ['DATE'], { _id: '2026-05-06x', duration: 60 }],
  ] as [string, GroupKey[], object][])('when %s', (_, groups, one) => {
    expect(() => read(groups, [one])).toThrow('unexpected shape');
  });

  test('when amounts are no list', () => {
    expect(() => read(['CLIENT'], [{ ...group, amounts: 'x' }], { amounts: 'earned' })).toThrow(
      'unexpected shape',
    );
  });

  test('no deeper than it was asked for', () => {
    let nested: object = { _id: 'x', duration: 60 };
    for (let depth = 0; depth < 50_000; depth += 1) nested = { _id: 'x', duration: 60, children: [nested] };
    expect(read(['CLIENT', 'PROJECT', 'USER'], [nested])).toHaveLength(1);
  });
});
