import { useDemo } from './demo';

const demo = useDemo();
const june = { workspace: 'Quirks', from: '2026-06-01', to: '2026-06-30', zone: 'Europe/Berlin' };

test('the truth counts days of the zone, without running timers', async () => {
  const { perDay } = await demo.control.truth(june);
  expect(perDay).toEqual({
    '2026-06-01': { entries: 2, seconds: 6300 },
    '2026-06-02': { entries: 6, seconds: 25_203 },
  });
});

test('the truth keeps currencies apart and rounds nothing', async () => {
  const march = { ...june, from: '2026-03-02', to: '2026-03-04' };
  const { amounts } = await demo.control.truth(march);
  expect(amounts.EUR).toBeCloseTo((4020 * 10000 + 7211 * 20000) / 3600, 6);
  expect(amounts.JPY).toBe(2_250_000);
  expect(amounts.USD).toBe(15_000);
});

test('added, edited and deleted entries change report and truth alike', async () => {
  const { ids } = await demo.control.editEntries({
    workspace: 'Quirks',
    add: [
      {
        start: '2026-06-20T09:00:00+02:00',
        end: '2026-06-20T10:00:00+02:00',
        project: 'Thirds',
        tags: ['plain'],
        description: 'new',
      },
    ],
  });
  const rows = async () => (await demo.detailed('Quirks', { from: june.from, to: june.to })).body.timeentries;
  expect((await rows())[0]).toMatchObject({ _id: ids[0], description: 'new', amount: 20000 });
  await demo.control.editEntries({
    workspace: 'Quirks',
    edit: [{ id: ids[0]!, start: '2026-06-19T09:00:00+02:00' }],
  });
  expect((await demo.control.truth(june)).perDay['2026-06-19']).toEqual({ entries: 1, seconds: 90_000 });
  await demo.control.editEntries({ workspace: 'Quirks', remove: ids });
  expect(await rows()).toHaveLength(8);
});

test('a generated entry can be edited and deleted', async () => {
  const july = {
    workspace: 'Lumen & Loom',
    from: '2026-07-01',
    to: '2026-07-31',
    zone: 'UTC',
    now: demo.now,
  };
  const before = await demo.control.truth(july);
  await demo.control.editEntries({ workspace: 'Lumen & Loom', remove: [before.ids[10]!] });
  const edit = [{ id: before.ids[11]!, description: 'changed' }];
  await demo.control.editEntries({ workspace: 'Lumen & Loom', edit });
  const after = await demo.control.truth(july);
  expect(after.entries).toBe(before.entries - 1);
  expect(after.ids).not.toContain(before.ids[10]);
  await demo.control.reset();
  expect(await demo.control.truth(july)).toEqual(before);
});

test('an edit that names nothing is refused', async () => {
  await expect(demo.control.editEntries({ workspace: 'Quirks', remove: ['0'.repeat(24)] })).rejects.toThrow(
    'No entry',
  );
  await expect(demo.control.truth({ ...june, zone: 'Moon/Base' })).rejects.toThrow('Unknown zone');
});

test('the truth of the lists is theirs', async () => {
  const lists = ['projects', 'clients', 'users', 'tags', 'tasks'] as const;
  const counts = await Promise.all(
    lists.map(async (list) => (await demo.control.truthOfList(list, 'Quirks')).count),
  );
  expect(counts).toEqual([8, 4, 8, 5, 2]);
});

test('a project can be renamed', async () => {
  const project = demo.state.required('Quirks').projects[0]!;
  await demo.control.rename({ workspace: 'Quirks', id: project.id, name: 'Help' });
  const { body } = await demo.get(`/workspaces/${demo.id('Quirks')}/projects?name=help`);
  expect(body.map((each: { id: string }) => each.id)).toEqual([project.id]);
});

test('the world tells which key sees what', async () => {
  const world = await demo.control.world();
  const seen = world.find((each) => each.name === 'demo')!.workspaces.map((each) => each.name);
  expect(seen).toEqual(['Lumen & Loom', 'Harbour Works', 'Quirks']);
});

test('the same seed gives the same world', async () => {
  const july = {
    workspace: 'Harbour Works',
    from: '2026-07-01',
    to: '2026-07-31',
    zone: 'UTC',
    now: demo.now,
  };
  const before = await demo.control.truth(july);
  await demo.control.reset();
  expect(await demo.control.truth(july)).toEqual(before);
});
