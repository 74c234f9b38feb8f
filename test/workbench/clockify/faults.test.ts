import { useDemo } from './demo';

const demo = useDemo();
const quarter = { from: '2026-01-01', to: '2026-03-31' };

test('a fault strikes once unless said, on the page and path it names', async () => {
  await demo.control.addFault({ path: 'detailed$', page: 2, fault: { kind: 'status', status: 503 } });
  const status = async (page: number) =>
    (await demo.detailed('Bench 10k', { ...quarter, page }, { key: 'bench' })).status;
  expect([await status(1), await status(2), await status(2)]).toEqual([200, 503, 200]);
});

test('a fault may wait, repeat, and end by the clock', async () => {
  const until = demo.now + 3500;
  await demo.control.addFault({ after: 1, times: -1, until, fault: { kind: 'status', status: 500 } });
  const statuses: number[] = [];
  for (let count = 0; count < 5; count += 1) statuses.push((await demo.get('/user')).status);
  expect(statuses).toEqual([200, 500, 500, 200, 200]);
});

test('a fault may be meant for one key or workspace', async () => {
  await demo.control.addFault({ key: 'single', times: -1, fault: { kind: 'status', status: 401 } });
  await demo.control.addFault({ workspace: 'Quirks', times: -1, fault: { kind: 'status', status: 500 } });
  expect((await demo.get('/user')).status).toBe(200);
  expect((await demo.get('/user', { key: 'single' })).status).toBe(401);
  expect((await demo.get(`/workspaces/${demo.id('Quirks')}/tags`)).status).toBe(500);
});

test('a status brings its own body and headers', async () => {
  const fault = {
    kind: 'status' as const,
    status: 429,
    body: { message: 'Slow' },
    headers: { 'Retry-After': '7' },
  };
  await demo.control.addFault({ fault });
  const { status, body, headers } = await demo.get('/user');
  expect([status, body, headers.get('retry-after')]).toEqual([429, { message: 'Slow' }, '7']);
});

test('bodies come cut, empty, as HTML, or in a wrong shape', async () => {
  await demo.control.addFault({ fault: { kind: 'truncate' } });
  await demo.control.addFault({ after: 1, fault: { kind: 'empty' } });
  await demo.control.addFault({ after: 2, fault: { kind: 'html' } });
  await demo.control.addFault({ after: 3, fault: { kind: 'wrong-shape' } });
  const replies = [];
  for (let count = 0; count < 4; count += 1) replies.push(await demo.get('/user'));
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(replies[0]!.text).toMatch(/^\{"id"/);
  expect(replies[0]!.body).toBeUndefined();
  expect(replies[1]!.text).toBe('');
  expect(replies[2]!.text).toMatch(/<html>/);
  expect(replies[3]!.body).toEqual([{ unexpected: true }]);
});

test('a connection can be cut', async () => {
  await demo.control.addFault({ fault: { kind: 'reset' } });
  await expect(demo.get('/user')).rejects.toThrow();
  expect((await demo.get('/user')).status).toBe(200);
});

test('rows and totals can disagree in every way', async () => {
  const report = () => demo.detailed('Bench 1k', quarter, { key: 'bench' });
  await demo.control.addFault({ fault: { kind: 'drop-rows', n: 3 } });
  expect((await report()).body.timeentries).toHaveLength(997);
  await demo.control.addFault({ fault: { kind: 'duplicate-rows' } });
  const ids = (await report()).body.timeentries.map((row: { _id: string }) => row._id);
  expect([ids.length, new Set(ids).size]).toEqual([1000, 999]);
  await demo.control.addFault({ fault: { kind: 'totals', entries: 5, seconds: -1 } });
  expect((await report()).body.totals[0].entriesCount).toBe(1005);
  await demo.control.addFault({ fault: { kind: 'no-rows' } });
  const { body } = await report();
  expect([body.timeentries, body.totals[0].entriesCount]).toEqual([[], 0]);
});

test('a list can lose its Last-Page, or never end', async () => {
  const path = `/workspaces/${demo.id('Quirks')}/tags`;
  await demo.control.addFault({ fault: { kind: 'no-last-page' } });
  expect((await demo.get(path)).headers.get('last-page')).toBeNull();
  await demo.control.addFault({ times: -1, fault: { kind: 'endless' } });
  const first = await demo.get(path);
  const far = await demo.get(`${path}?page=99`);
  expect([far.headers.get('last-page'), far.body]).toEqual(['false', first.body]);
});

test('a delay is told, and need not be waited for', async () => {
  await demo.control.addFault({ fault: { kind: 'delay', ms: 90_000, virtual: true } });
  const { status, headers } = await demo.get('/user');
  expect([status, headers.get('x-demo-delay')]).toEqual([200, '90000']);
});

test('entries can change between two pages', async () => {
  const add = [{ start: '2026-03-29T12:00:00Z', end: '2026-03-29T13:00:00Z', description: 'late' }];
  await demo.control.addFault({ page: 2, fault: { kind: 'edit', edits: { workspace: 'Bench 1k', add } } });
  const count = async (page: number) =>
    (await demo.detailed('Bench 1k', { ...quarter, page, pageSize: 500 }, { key: 'bench' })).body.totals[0]
      .entriesCount;
  expect([await count(1), await count(2)]).toEqual([1000, 1001]);
});
