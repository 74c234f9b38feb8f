import { useDemo } from './demo';

const demo = useDemo();
const lab = { from: '2025-07-01', to: '2026-08-31', zone: 'Europe/Berlin' };
const asLab = { key: 'lab' } as const;

/** Every row of the detailed report. */
async function rows(workspace = 'Language lab'): Promise<Record<string, unknown>[]> {
  const { body } = await demo.detailed(workspace, lab, asLab);
  expect(body.timeentries.length).toBe(body.totals[0].entriesCount);
  return body.timeentries;
}

test('two people own two accounts together, and their weeks begin on different days', async () => {
  for (const [key, weekStart] of [
    ['lab', 'SUNDAY'],
    ['annex', 'SATURDAY'],
  ] as const) {
    expect((await demo.get('/user', { key })).body.settings.weekStart).toBe(weekStart);
    const { body } = await demo.get('/workspaces', { key });
    expect(body.map((each: { name: string }) => each.name)).toEqual(['Language lab', 'Language annex']);
  }
});

test('a few hundred entries hold every type, and every lack', async () => {
  const all = await rows();
  expect(all.length).toBeGreaterThan(300);
  expect(all.length).toBeLessThan(700);
  const types = new Set(all.map(({ type }) => type));
  expect(types).toEqual(new Set(['REGULAR', 'BREAK', 'HOLIDAY', 'TIME_OFF']));
  const count = (test: (row: Record<string, unknown>) => boolean) => all.filter(test).length;
  expect(count(({ projectId }) => projectId === null)).toBeGreaterThan(20);
  expect(count(({ projectId, taskId }) => projectId !== null && taskId === null)).toBeGreaterThan(20);
  expect(count(({ description }) => description === null)).toBeGreaterThan(5);
  expect(count(({ description }) => description === '')).toBeGreaterThan(5);
  expect(count(({ tags }) => (tags as unknown[]).length === 0)).toBeGreaterThan(20);
  expect(count(({ tags }) => (tags as unknown[]).length > 1)).toBeGreaterThan(20);
  expect(count(({ amount }) => amount === null)).toBeGreaterThan(5);
  expect(count(({ projectName }) => projectName === 'Deleted project')).toBeGreaterThan(5);
  expect(new Set(all.map(({ currency }) => currency))).toEqual(new Set(['EUR', 'USD', 'JPY']));
});

test.each([
  ['project', 'Website', 2],
  ['task', 'Review', 5],
  ['user', 'Alex Kim', 2],
] as const)('several of a kind share a name: %s %s', async (dimension, name, least) => {
  const groups = await demo.control.truthOfGroups({ workspace: 'Language lab', ...lab, by: [dimension] });
  expect(groups.filter(({ names }) => names[0] === name).length).toBeGreaterThanOrEqual(least);
});

test('clients and projects of one name are in both accounts', async () => {
  const names = async (workspace: string, list: string) =>
    (await demo.get(`/workspaces/${demo.id(workspace)}/${list}`, asLab)).body.map(
      (each: { name: string }) => each.name,
    );
  for (const workspace of ['Language lab', 'Language annex']) {
    expect(await names(workspace, 'clients')).toContain('Atlas');
    expect(await names(workspace, 'projects')).toContain('Website');
  }
  expect(await names('Language lab', 'projects')).not.toContain('Deleted project');
});

test('user groups overlap', async () => {
  const groups = await demo.control.truthOfGroups({ workspace: 'Language lab', ...lab, by: ['group'] });
  const [all] = await demo.control.truthOfGroups({ workspace: 'Language lab', ...lab, by: [] });
  expect(groups.reduce((sum, { entries }) => sum + entries, 0)).toBeGreaterThan(all!.entries);
});

test('a running timer is a group of no duration in the summary, and in nothing else', async () => {
  const question = { from: '2026-08-12', to: '2026-08-12' };
  const { body } = await demo.summary('Language lab', ['TIMEENTRY'], question, asLab);
  const running = body.groupOne.filter(({ name }: { name: string }) => name === 'running');
  expect(running.map(({ duration }: { duration: number }) => duration)).toEqual([0]);
  const rest = await demo.detailed('Language lab', question, asLab);
  expect(rest.text).not.toContain('"running"');
});

test.each([
  ['Bench year', 100_000],
  ['Bench year 1M', 1_000_000],
])('%s holds exactly %i entries in 2025, in any zone', async (workspace, count) => {
  for (const zone of ['Pacific/Kiritimati', 'Etc/GMT+12']) {
    const { entries } = demo.state.required(workspace);
    const year = { from: '2025-01-01', to: '2025-12-31', zone };
    const quarter = await demo.detailed(
      workspace,
      { ...year, to: '2025-03-31', pageSize: 1 },
      { key: 'bench' },
    );
    expect(quarter.body.totals[0].entriesCount).toBeLessThan(count / 3);
    expect(entries.between(0, Number.MAX_SAFE_INTEGER, 0).length).toBe(count);
    const first = Date.parse('2025-01-01T12:00:00Z');
    const last = Date.parse('2025-12-31T09:59:59Z');
    expect(entries.between(first, last, 0).length).toBe(count);
  }
});

test('a year of a hundred thousand entries by client is one answer', async () => {
  const year = { from: '2025-01-01', to: '2025-12-31' };
  const { body } = await demo.summary('Bench year', ['CLIENT'], year, { key: 'bench' });
  expect(body.totals[0].entriesCount).toBe(100_000);
  expect(body.groupOne).toHaveLength(21);
});
