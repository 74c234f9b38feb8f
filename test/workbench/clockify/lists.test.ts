import { useDemo } from './demo';

const demo = useDemo();

test('a page is 50 rows unless said, and only the last says so', async () => {
  const path = `/workspaces/${demo.id('Branch 02')}/projects`;
  const first = await demo.get(path, { key: 'many' });
  expect([first.body.length, first.headers.get('last-page')]).toEqual([50, 'false']);
  expect(first.headers.get('x-demo-rows')).toBe('50');
  const last = await demo.get(`${path}?page=6&page-size=200`, { key: 'many' });
  expect([last.body.length, last.headers.get('last-page')]).toEqual([1, 'true']);
  const beyond = await demo.get(`${path}?page=7&page-size=200`, { key: 'many' });
  expect([beyond.body, beyond.headers.get('last-page')]).toEqual([[], 'true']);
});

test('five thousand projects come in one page of 5,000', async () => {
  const path = `/workspaces/${demo.id('Branch 01')}/projects?page-size=5000`;
  const { body, headers } = await demo.get(path, { key: 'many' });
  expect([body.length, headers.get('last-page')]).toEqual([5000, 'true']);
  const { ids } = await demo.control.truthOfList('projects', 'Branch 01');
  expect(new Set(body.map((each: { id: string }) => each.id))).toEqual(new Set(ids));
});

test.each(['clients', 'projects', 'tags', 'users'])(
  'five thousand %s come in one page, and are found by a part of their name',
  async (list) => {
    const path = `/workspaces/${demo.id('Long lists')}/${list}?page-size=5000`;
    const { body, headers } = await demo.get(path, { key: 'lists' });
    expect([body.length, headers.get('last-page')]).toEqual([5000, 'true']);
    const some = (await demo.get(`${path}&name=%20421`, { key: 'lists' })).body;
    expect(some.length).toBeGreaterThan(5);
    expect(some.every(({ name }: { name: string }) => name.includes(' 421'))).toBe(true);
  },
);

test('only clients and tags have a total count', async () => {
  const count = async (list: string) =>
    (await demo.get(`/workspaces/${demo.id('Branch 02')}/${list}`, { key: 'many' })).headers.get(
      'total-count',
    );
  expect([await count('clients'), await count('tags')]).toEqual(['300', '700']);
  expect([await count('projects'), await count('users'), await count('user-groups')]).toEqual([
    null,
    null,
    null,
  ]);
});

test('archived left out means both', async () => {
  const count = async (query: string) =>
    (await demo.get(`/workspaces/${demo.id('Branch 02')}/projects?page-size=5000${query}`, { key: 'many' }))
      .body.length;
  expect([await count(''), await count('&archived=true'), await count('&archived=false')]).toEqual([
    1001, 100, 901,
  ]);
});

test('hydrated projects carry client, tasks and currency', async () => {
  const { body } = await demo.get(`/workspaces/${demo.id('Quirks')}/projects?hydrated=true`);
  const support = body.filter((each: { name: string }) => each.name === 'Support');
  expect(support.map((each: { client: { name: string } }) => each.client.name)).toEqual([
    'Alpha & Söhne',
    'Beta',
  ]);
  expect(support.map((each: { currency: { code: string } }) => each.currency.code)).toEqual(['EUR', 'USD']);
  expect(support[0].tasks.map((each: { status: string }) => each.status)).toEqual(['DONE', 'ACTIVE']);
  expect(support[0].tasks[0]).toMatchObject({ estimate: 'PT1H30M', duration: 'PT1H15M' });
});

test('estimates are of time, of money, or not there', async () => {
  const { body } = await demo.get(`/workspaces/${demo.id('Quirks')}/projects`);
  const named = (name: string) => body.find((each: { name: string }) => each.name === name);
  expect(named('A hundred an hour').timeEstimate).toMatchObject({ estimate: 'PT4H', resetOption: 'MONTHLY' });
  expect(named('Kaizen').budgetEstimate).toMatchObject({ estimate: 90_000_000, active: true });
  expect(named('Closed books')).toMatchObject({ budgetEstimate: null, archived: true });
});

test("a project's duration is what was ever tracked on it, as of now", async () => {
  const workspace = demo.state.required('Solo Studio');
  const { body } = await demo.get(`/workspaces/${workspace.id}/projects`, { key: 'single' });
  const entries = workspace.entries.between(workspace.entries.first, demo.now, demo.now);
  let seconds = 0;
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries.at(index)!;
    if (entry.project?.id === body[0].id) seconds += (entry.end! - entry.start) / 1000;
  }
  const [, hours = 0, minutes = 0, rest = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(
    body[0].duration,
  )!;
  expect(Number(hours) * 3600 + Number(minutes) * 60 + Number(rest)).toBe(seconds);
});

test('users come with memberships and roles when asked', async () => {
  const path = `/workspaces/${demo.id('Quirks')}/users`;
  const plain = await demo.get(path);
  expect(plain.body[0].memberships).toEqual([]);
  expect(plain.body[0]).not.toHaveProperty('roles');
  const { body } = await demo.get(`${path}?memberships=ALL&include-roles=true`);
  const named = (name: string) => body.find((each: { name: string }) => each.name === name);
  expect(named('Mara Lindholt').roles).toEqual([
    { role: 'OWNER', entities: [{ id: demo.id('Quirks'), name: 'Quirks' }] },
  ]);
  expect(named('=Bare()').settings).toBeNull();
  expect(named('Rune Rateless').memberships[0]).toMatchObject({
    hourlyRate: null,
    membershipStatus: 'PENDING',
  });
});

test('running timers are listed by the core host, ten a page', async () => {
  const path = `/workspaces/${demo.id('Quirks')}/time-entries/status/in-progress`;
  const { body } = await demo.get(path);
  expect(body).toHaveLength(2);
  expect(body[0].timeInterval).toEqual({ start: '2026-06-10T07:00:00Z', end: null, duration: null });
});

test("a person's entries come newest first, in UTC, their window read on the wall", async () => {
  const { person } = demo.state.required('Quirks').members[0]!;
  const path = `/workspaces/${demo.id('Quirks')}/user/${person.id}/time-entries`;
  const { body } = await demo.get(`${path}?start=2026-06-02T00:00:00Z&end=2026-06-02T23:59:59Z`);
  expect(body.map((each: { timeInterval: { start: string } }) => each.timeInterval.start)).toEqual([
    '2026-06-02T21:59:59Z',
    '2026-06-02T20:00:00Z',
    '2026-06-01T22:00:00Z',
  ]);
});

test('tasks of a project that is not there are a 400', async () => {
  const path = `/workspaces/${demo.id('Quirks')}/projects/${'0'.repeat(24)}/tasks`;
  const { status, body } = await demo.get(path);
  expect([status, body.code]).toEqual([400, 501]);
});
