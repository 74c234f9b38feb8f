import { useDemo } from './demo';

const demo = useDemo();
const quarter = { from: '2026-01-01', to: '2026-03-31' };

test.each([
  ['Bench 1k', 1_000],
  ['Bench 10k', 10_000],
  ['Bench 100k', 100_000],
])('%s holds exactly %i entries, in any zone', async (workspace, count) => {
  for (const zone of ['UTC', 'Pacific/Kiritimati', 'Etc/GMT+12', 'Asia/Kathmandu']) {
    const { body } = await demo.detailed(workspace, { ...quarter, zone, pageSize: 1 }, { key: 'bench' });
    expect(body.totals[0].entriesCount).toBe(count);
  }
});

test('all pages together are the truth', async () => {
  const seen: { _id: string; timeInterval: { duration: number }; amount: number }[] = [];
  for (let page = 1; page <= 10; page += 1) {
    const { body, headers } = await demo.detailed('Bench 10k', { ...quarter, page }, { key: 'bench' });
    seen.push(...body.timeentries);
    expect(headers.get('last-page')).toBe(String(page === 10));
  }
  const truth = await demo.control.truth({ workspace: 'Bench 10k', ...quarter, zone: 'Europe/Berlin' });
  expect(new Set(seen.map((row) => row._id))).toEqual(new Set(truth.ids));
  expect(seen.reduce((sum, row) => sum + row.timeInterval.duration, 0)).toBe(truth.seconds);
  expect(seen.reduce((sum, row) => sum + row.amount, 0)).toBeCloseTo(truth.amounts.EUR!, 2);
});

test.each(['Asia/Kathmandu', 'America/New_York', 'Europe/Berlin'])(
  'a quarter across a change of clocks is the truth, day by day, in %s',
  async (zone) => {
    const question = { from: '2026-02-01', to: '2026-04-30', zone };
    const days: Record<string, { entries: number; seconds: number }> = {};
    const ids = new Set<string>();
    let rows = 0;
    for (let page = 1, last = false; !last; page += 1) {
      const { body, headers } = await demo.detailed('Lumen & Loom', { ...question, page });
      for (const row of body.timeentries) {
        const date = row.timeInterval.start.slice(0, 10);
        days[date] ??= { entries: 0, seconds: 0 };
        days[date].entries += 1;
        days[date].seconds += row.timeInterval.duration;
        ids.add(row._id);
        rows += 1;
      }
      last = headers.get('last-page') === 'true';
    }
    const truth = await demo.control.truth({ workspace: 'Lumen & Loom', ...question, now: demo.now });
    expect([rows, ids.size]).toEqual([truth.entries, truth.entries]);
    expect(days).toEqual(truth.perDay);
  },
);

test('a month of the agency has data whenever it is asked for', async () => {
  for (const year of [2026, 2031]) {
    const asked = { at: `${year}-08-17T09:00:00Z` };
    const question = { from: `${year}-07-01`, to: `${year}-07-31` };
    const { body } = await demo.detailed('Lumen & Loom', question, asked);
    expect(body.totals[0].entriesCount).toBeGreaterThan(500);
    expect(body.totals[0].entriesCount).toBeLessThan(2_500);
  }
});

test('nothing is there before it has ended', async () => {
  const question = { from: '2026-08-17', to: '2026-08-17', zone: 'UTC' };
  const count = async (at: string) =>
    (await demo.detailed('Lumen & Loom', question, { at })).body.timeentries.length;
  const morning = await count('2026-08-17T09:00:00Z');
  const evening = await count('2026-08-17T20:00:00Z');
  expect(morning).toBeLessThan(evening);
  expect(await count('2026-08-17T09:00:00Z')).toBe(morning);
});

test('days are those of the zone that is sent', async () => {
  const names = async (zone: string) => {
    const { body } = await demo.detailed('Quirks', { from: '2026-06-02', to: '2026-06-02', zone });
    return body.timeentries.map((row: { description: string }) => row.description).sort();
  };
  expect(await names('Europe/Berlin')).toEqual([
    'from midnight, Berlin',
    'from midnight, Kiritimati',
    'from midnight, New York',
    'last second, Berlin',
    'last second, Kathmandu',
    'to midnight, Berlin',
  ]);
  expect(await names('Asia/Kathmandu')).toContain('across midnight');
  expect(await names('Asia/Kathmandu')).toContain('from midnight, Kathmandu');
});

test('times carry the offset of the zone, also on the days of a change', async () => {
  const { body } = await demo.detailed('Quirks', {
    from: '2026-10-25',
    to: '2026-10-25',
    sortOrder: 'ASCENDING',
  });
  expect(body.timeentries.map((row: { timeInterval: object }) => row.timeInterval)).toEqual([
    { start: '2026-10-25T02:30:00+02:00', end: '2026-10-25T02:30:00+01:00', duration: 3600 },
    { start: '2026-10-25T02:30:00+01:00', end: '2026-10-25T03:30:00+01:00', duration: 3600 },
    { start: '2026-10-25T23:30:00+01:00', end: '2026-10-26T00:30:00+01:00', duration: 3600 },
  ]);
});

test('amounts are minor units, with fractions where they fall so', async () => {
  const { body } = await demo.detailed('Quirks', { from: '2026-03-02', to: '2026-03-03' });
  const amounts = Object.fromEntries(
    body.timeentries.map((row: { description: string; amount: number }) => [row.description, row.amount]),
  );
  expect(amounts['1:07:00 at 100.00']).toBeCloseTo(11166.667, 3);
  expect(amounts['40055.555… minor units']).toBeCloseTo(40055.5556, 4);
});

test('running timers are left out unless the workspace lists them', async () => {
  const question = { from: '2026-06-10', to: '2026-06-10' };
  expect((await demo.detailed('Quirks', question)).body.timeentries).toEqual([]);
  await demo.control.changeWorkspace({ workspace: 'Quirks', reportsListRunning: true });
  const { body } = await demo.detailed('Quirks', question);
  expect(body.timeentries[0].timeInterval).toMatchObject({ end: null, duration: null });
});

test('every spelling seen on the wire is spoken by some workspace', async () => {
  const question = { from: '2026-07-01', to: '2026-07-31' };
  const main = (await demo.detailed('Lumen & Loom', question)).body;
  expect(main.timeentries[0]).toHaveProperty('_id');
  expect(main.timeentries.find((row: { tags: object[] }) => row.tags.length > 0).tags[0]).toHaveProperty(
    '_id',
  );
  const other = (await demo.detailed('Harbour Works', question)).body;
  expect(other.timeEntries[0]).toMatchObject({ id: expect.any(String), earnedAmount: expect.any(Number) });
  expect(other.timeEntries[0].timeInterval).toMatchObject({
    start: expect.stringMatching(/Z$/),
    zonedStart: expect.stringMatching(/T\d\d:\d\d:\d\d$/),
  });
  expect(other.totals[0].totalAmountByCurrency).toEqual({});
});

test('nothing found is said in three ways', async () => {
  const long = { from: '2020-01-01', to: '2020-01-31' };
  expect((await demo.detailed('Lumen & Loom', long)).body.totals).toEqual([]);
  expect((await demo.detailed('Harbour Works', long)).body.totals).toEqual([null]);
  const free = await demo.detailed('Free Spirits', long, { key: 'free' });
  expect(free.body.totals[0].entriesCount).toBe(0);
});

test('totals are left out of later pages when asked', async () => {
  const filter = { options: { totals: 'EXCLUDE' } };
  const first = await demo.detailed('Bench 10k', { ...quarter, filter }, { key: 'bench' });
  expect(first.body.totals).toHaveLength(1);
  const second = await demo.detailed('Bench 10k', { ...quarter, page: 2, filter }, { key: 'bench' });
  expect(second.body.totals).toEqual([]);
});

test('a plan limits the days of one report', async () => {
  const status = async (workspace: string, key: 'free' | 'oldFree', to: string) =>
    (await demo.detailed(workspace, { from: '2026-01-01', to }, { key })).status;
  expect(await status('Free Spirits', 'free', '2026-01-31')).toBe(200);
  expect(await status('Free Spirits', 'free', '2026-02-01')).toBe(400);
  expect(await status('Early Birds', 'oldFree', '2027-01-01')).toBe(200);
  expect(await status('Early Birds', 'oldFree', '2027-01-02')).toBe(400);
});

test('filters and order are honoured', async () => {
  const project = demo.state.required('Quirks').projects.find((each) => each.name === 'Thirds')!;
  const { body } = await demo.detailed('Quirks', {
    from: '2026-01-01',
    to: '2026-12-31',
    projects: { ids: [project.id] },
    sortOrder: 'ASCENDING',
    filter: { sortColumn: 'DURATION' },
  });
  expect(
    body.timeentries.map((row: { timeInterval: { duration: number } }) => row.timeInterval.duration),
  ).toEqual([1, 7210]);
  const without = { filter: { auditFilter: { withoutProject: true } } };
  const rest = await demo.detailed('Quirks', { from: '2026-01-01', to: '2026-12-31', ...without });
  expect(rest.body.timeentries.every((row: { projectId: null }) => row.projectId === null)).toBe(true);
});

test('odd rows are odd on the wire', async () => {
  const { body } = await demo.detailed('Quirks', { from: '2026-02-01', to: '2026-02-28' });
  const row = (text: string | null) =>
    body.timeentries.find((each: { description: string | null }) => each.description === text);
  expect(row(null)).toMatchObject({ tagIds: null, projectId: null, taskId: null });
  expect(row('no tags').tagIds).toEqual([]);
  expect(row('tags, not tagIds')).toMatchObject({ tags: [{ name: 'plain' }, { name: 'a, b' }] });
  expect(row('no rates')).toMatchObject({ amount: null, rate: null });
  expect(row('keys left out')).not.toHaveProperty('taskId');
  expect(row('invoicing absent')).not.toHaveProperty('invoicingInfo');
  expect(row('invoicing empty').invoicingInfo).toEqual([]);
  expect(row('approved')).toMatchObject({ isLocked: true, approvalRequestId: expect.any(String) });
});
