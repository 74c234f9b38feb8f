import { useDemo } from './demo';

const demo = useDemo();
const july = { from: '2026-07-01', to: '2026-07-31' };

interface Group {
  _id: string | null | Record<string, string>;
  name: string;
  duration: number;
  amount?: number | null;
  amounts: {
    type: string;
    value: number | null;
    amountByCurrency?: { currency: string; amount: number }[];
  }[];
  children?: Group[];
}

async function groupsOf(workspace: string, by: string[], question = {}): Promise<Group[]> {
  const { status, body } = await demo.summary(workspace, by, { ...july, ...question });
  expect(status).toBe(200);
  return body.groupOne;
}

/** The innermost groups, each with the ids on the way to it. */
function leavesOf(groups: Group[], path: string[] = []): [string[], Group][] {
  return groups.flatMap((group): [string[], Group][] => {
    const ids = [...path, String(group._id ?? '')];
    return group.children ? leavesOf(group.children, ids) : [[ids, group]];
  });
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);

test('groups add up to the totals of the detailed report, on every level', async () => {
  const { body } = await demo.summary('Lumen & Loom', ['CLIENT', 'PROJECT', 'USER'], july);
  const detailed = await demo.detailed('Lumen & Loom', { ...july, pageSize: 1 });
  expect(body.totals).toEqual(detailed.body.totals);
  const check = (groups: Group[], seconds: number) => {
    expect(sum(groups.map(({ duration }) => duration))).toBe(seconds);
    for (const { children, duration } of groups) if (children) check(children, duration);
  };
  check(body.groupOne, body.totals[0].totalTime);
});

test.each([
  ['Lumen & Loom', ['CLIENT', 'USER', 'TAG'], ['client', 'user', 'tag']],
  ['Harbour Works', ['USER_GROUP', 'MONTH'], ['group', 'month']],
  ['Quirks', ['PROJECT', 'TASK', 'DATE'], ['project', 'task', 'date']],
  ['Quirks', ['WEEK', 'USER'], ['week', 'user']],
] as const)('groups of %s by %p are the truth', async (workspace, groups, by) => {
  const zone = 'America/New_York';
  const question = { from: '2026-02-01', to: '2026-06-30', zone };
  const { body } = await demo.summary(workspace, groups, { ...question, weekStart: 'MONDAY' });
  const truth = await demo.control.truthOfGroups({ workspace, ...question, by, now: demo.now });
  const told = new Map(leavesOf(body.groupOne).map(([ids, group]) => [ids.join(), group]));
  expect(told.size).toBe(truth.length);
  for (const { ids, seconds, earned } of truth) {
    const { duration, amounts } = told.get(ids.map((id) => id ?? '').join())!;
    expect(duration).toBe(seconds);
    const { amountByCurrency = [] } = amounts[0]!;
    for (const { currency, amount } of amountByCurrency) expect(amount).toBeCloseTo(earned[currency]!, 6);
    if (workspace !== 'Harbour Works') expect(amountByCurrency).toHaveLength(Object.keys(earned).length);
  }
});

test('days are those of the zone that is sent', async () => {
  for (const zone of ['Asia/Kathmandu', 'America/New_York', 'Europe/Berlin']) {
    const groups = await groupsOf('Lumen & Loom', ['DATE'], { zone });
    const truth = await demo.control.truth({ workspace: 'Lumen & Loom', ...july, zone, now: demo.now });
    const seconds = Object.entries(truth.perDay).map(([date, day]) => [date, day.seconds]);
    expect(groups.map(({ _id, duration }) => [_id, duration])).toEqual(seconds);
  }
});

test('weeks begin on the day that is sent, or on that of the person who asks', async () => {
  const question = { from: '2026-01-05', to: '2026-01-18' };
  const asked = async (more: object) =>
    (await demo.summary('Bench 1k', ['WEEK'], { ...question, ...more }, { key: 'bench' })).body.groupOne.map(
      ({ _id }: Group) => _id,
    );
  expect(await asked({})).toEqual(['2026-01-05', '2026-01-12']);
  expect(await asked({ weekStart: 'SUNDAY' })).toEqual(['2026-01-04', '2026-01-11', '2026-01-18']);
});

test('the shape is the one seen on the wire', async () => {
  const [day] = await groupsOf('Lumen & Loom', ['DATE', 'USER', 'TIMEENTRY'], {
    amountShown: 'HIDE_AMOUNT',
  });
  expect(Object.keys(day!)).toEqual(['duration', '_id', 'name', 'amounts', 'children']);
  expect(day).toMatchObject({ _id: '2026-07-01', name: '2026-07-01', amounts: [] });
  const [person] = day!.children!;
  expect(person).toMatchObject({
    _id: expect.stringMatching(/^[0-9a-f]{24}$/),
    hasMembership: true,
    nameLowerCase: person!.name.toLowerCase(),
    sortingField: `1-${person!.name.toLowerCase()}`,
    amounts: [],
  });
  const [entry] = person!.children!;
  expect(entry).toEqual({
    duration: expect.any(Number),
    _id: { DATE: '2026-07-01', USER: person!._id, TIMEENTRY: expect.any(String) },
    name: expect.any(String),
    amounts: [],
  });
});

test('projects come with colour and client', async () => {
  const groups = await groupsOf('Lumen & Loom', ['PROJECT']);
  const supports = groups.filter(({ name }) => name === 'Support');
  expect(supports).toHaveLength(2);
  expect(supports[0]).toMatchObject({ color: expect.stringMatching(/^#/), clientName: expect.any(String) });
});

test('"without" is said in three ways', async () => {
  const none = async (workspace: string, question = {}) =>
    (await groupsOf(workspace, ['CLIENT'], question)).find(({ name }) => name === 'Without client');
  expect(await none('Lumen & Loom')).toMatchObject({ _id: null });
  expect(await none('Harbour Works')).toMatchObject({ _id: '' });
  const quirks = await none('Quirks', { from: '2026-01-01', to: '2026-12-31' });
  expect(quirks).not.toHaveProperty('_id');
});

test('an entry counts under each of its tags', async () => {
  const groups = await groupsOf('Quirks', ['TAG'], { from: '2026-02-05', to: '2026-02-05' });
  expect(groups.map(({ name, duration }) => [name, duration])).toEqual([
    ['=tag', 7200],
    ['a, b', 7200],
    ['say "hi"', 7200],
  ]);
});

test('people of several user groups count in each', async () => {
  const groups = await groupsOf('Lumen & Loom', ['USER_GROUP']);
  expect(groups.map(({ name }) => name)).toEqual(['Design', 'Engineering', 'Everyone']);
});

test('amounts are those that were asked for', async () => {
  const amounts = ['EARNED', 'COST', 'PROFIT'];
  const [group] = await groupsOf('Quirks', ['PROJECT'], { from: '2026-03-03', to: '2026-03-03', amounts });
  expect(group!.amount).toBeCloseTo((7211 * 20000) / 3600, 6);
  expect(group!.amounts.map(({ type, value }) => [type, value])).toEqual([
    ['EARNED', Math.round((7211 * 20000) / 3600)],
    ['COST', Math.round((7211 * 5000) / 3600)],
    ['PROFIT', Math.round((7211 * 15000) / 3600)],
  ]);
  const hidden = await groupsOf('Quirks', ['PROJECT'], {
    from: '2026-03-03',
    to: '2026-03-03',
    amountShown: 'HIDE_AMOUNT',
  });
  expect(hidden[0]!.amounts).toEqual([]);
  expect(hidden[0]).not.toHaveProperty('amount');
});

test('values are not rounded everywhere', async () => {
  const groups = await groupsOf('Harbour Works', ['DATE']);
  expect(groups.some(({ amounts }) => !Number.isInteger(amounts[0]!.value))).toBe(true);
  expect(groups[0]!.amounts[0]).not.toHaveProperty('amountByCurrency');
});

test('currencies are never mixed in an amount', async () => {
  const [person] = await groupsOf('Quirks', ['USER'], { from: '2026-03-04', to: '2026-03-04' });
  expect(person!.amount).toBeNull();
  expect(person!.amounts[0]!.amountByCurrency).toEqual([
    { currency: 'JPY', amount: 2_250_000 },
    { currency: 'USD', amount: 15_000 },
  ]);
});

test('where nobody has a rate there is no amount', async () => {
  const groups = await groupsOf('Quirks', ['USER'], { from: '2026-02-27', to: '2026-02-27' });
  expect(groups[0]).toMatchObject({ amount: null, amounts: [{ value: null, amountByCurrency: [] }] });
});

test('running timers make no group, unless the workspace lists them', async () => {
  const june = { from: '2026-06-10', to: '2026-06-10' };
  expect(await groupsOf('Quirks', ['USER'], june)).toEqual([]);
  await demo.control.changeWorkspace({ workspace: 'Quirks', summaryListsRunning: true });
  const groups = await groupsOf('Quirks', ['USER'], june);
  expect(groups.map(({ duration }) => duration)).toEqual([0, 0]);
});

test('nothing found is said as in the detailed report', async () => {
  const long = { from: '2020-01-01', to: '2020-01-31' };
  expect((await demo.summary('Lumen & Loom', ['USER'], long)).body).toEqual({ totals: [], groupOne: [] });
  expect((await demo.summary('Harbour Works', ['USER'], long)).body.totals).toEqual([null]);
});

test('groups come in the order wanted', async () => {
  const longest = await groupsOf('Lumen & Loom', ['USER'], {
    filter: { sortColumn: 'DURATION' },
    sortOrder: 'DESCENDING',
  });
  const durations = longest.map(({ duration }) => duration);
  expect(durations).toEqual([...durations].sort((a, b) => b - a));
  const names = (await groupsOf('Lumen & Loom', ['USER'])).map(({ name }) => name.toLowerCase());
  expect(names).toEqual([...names].sort());
});

test('filters, rights and the range of the plan are those of the detailed report', async () => {
  const own = await demo.summary(
    'Lumen & Loom',
    ['USER'],
    { ...july, amountShown: 'HIDE_AMOUNT' },
    { key: 'member' },
  );
  expect(own.body.groupOne.map(({ name }: Group) => name)).toEqual(['Jonas Ekwall']);
  expect((await demo.summary('Lumen & Loom', ['USER'], july, { key: 'member' })).status).toBe(403);
  const long = { from: '2026-01-01', to: '2026-02-01' };
  expect((await demo.summary('Free Spirits', ['USER'], long, { key: 'free' })).status).toBe(400);
  const { id } = demo.state.required('Lumen & Loom').clients[0]!;
  const others = await groupsOf('Lumen & Loom', ['CLIENT'], {
    clients: { ids: [id], contains: 'DOES_NOT_CONTAIN' },
  });
  expect(others.map(({ _id }) => _id)).not.toContain(id);
});

test.each([
  ['an unknown group', ['PLANET'], 'Invalid group name'],
  ['no group', [], 'fewer than 1 items'],
  ['four groups', ['CLIENT', 'PROJECT', 'USER', 'DATE'], 'more than 3 items'],
  ['one group twice', ['USER', 'USER'], 'duplicate items'],
])('%s is refused', async (_, groups, message) => {
  const { status, body } = await demo.summary('Quirks', groups, july);
  expect(status).toBe(400);
  expect(body.message).toContain(message);
});

test.each([
  ['the filter of another report', { detailedFilter: {} }],
  ['a bare list of ids', { users: ['0'.repeat(24)] }],
  ['a filter of no ids', { users: { ids: [], contains: 'CONTAINS' } }],
  ['an id twice', { users: { ids: ['0'.repeat(24), '0'.repeat(24)] } }],
  [
    'a filter of tags that says two things',
    {
      tags: { ids: ['0'.repeat(24)], contains: 'CONTAINS', containedInTimeentry: 'CONTAINS_ONLY' },
    },
  ],
  ['a page', { filter: { page: 1 } }],
])('%s is refused', async (_, more) => {
  expect((await demo.summary('Quirks', ['USER'], { ...july, ...more })).status).toBe(400);
});

test('a hundred thousand entries are one answer', async () => {
  const quarter = { from: '2026-01-01', to: '2026-03-31' };
  const groups = ['CLIENT', 'PROJECT', 'DATE'];
  const { body, headers } = await demo.summary('Bench 100k', groups, quarter, { key: 'bench' });
  expect(body.totals[0].entriesCount).toBe(100_000);
  expect(headers.get('last-page')).toBeNull();
});

test('a summary can be corrupted like any other answer', async () => {
  await demo.control.addFault({ path: 'summary$', fault: { kind: 'drop-rows', n: 1 } });
  await demo.control.addFault({ path: 'summary$', after: 1, fault: { kind: 'totals', seconds: 5 } });
  const whole = (await demo.detailed('Quirks', { ...july, from: '2026-01-01' })).body.totals[0].totalTime;
  const ask = async () => (await demo.summary('Quirks', ['USER'], { ...july, from: '2026-01-01' })).body;
  const dropped = await ask();
  expect(sum(dropped.groupOne.map(({ duration }: Group) => duration))).toBeLessThan(whole);
  expect((await ask()).totals[0].totalTime).toBe(whole + 5);
});
