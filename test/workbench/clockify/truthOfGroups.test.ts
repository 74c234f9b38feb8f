import type { TruthGroupsQuestion } from '../../../workbench/clockify/control/client';
import type { TruthDimension } from '../../../workbench/clockify/control/dimensions';
import type { TruthGroup } from '../../../workbench/clockify/control/groups';
import { useDemo } from './demo';

const demo = useDemo();
const year = { workspace: 'Quirks', from: '2026-01-01', to: '2026-12-31', zone: 'Europe/Berlin' };

async function ask(by: TruthDimension[], more: Partial<TruthGroupsQuestion> = {}): Promise<TruthGroup[]> {
  return demo.control.truthOfGroups({ ...year, now: demo.now, by, ...more });
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);

test('no dimension is one group, which is the truth of the period', async () => {
  const truth = await demo.control.truth(year);
  const [group, ...others] = await ask([]);
  expect(others).toEqual([]);
  expect(group).toMatchObject({
    ids: [],
    entries: truth.entries,
    seconds: truth.seconds,
    billableSeconds: truth.billableSeconds,
    earned: truth.amounts,
    cost: truth.cost,
    days: Object.keys(truth.perDay).length,
  });
});

test.each([
  'date',
  'week',
  'iso-week',
  'month',
  'quarter',
  'year',
  'weekday',
  'hour',
  'user',
  'client',
  'project',
  'task',
  'billable',
  'type',
  'currency',
  'description',
  'entry',
] as const)('groups by %s add up to everything', async (dimension) => {
  const workspace = 'Lumen & Loom';
  const question = { workspace, from: '2026-03-01', to: '2026-03-31', zone: 'Asia/Kathmandu' };
  const [all] = await ask([], question);
  const groups = await ask([dimension], question);
  expect(sum(groups.map(({ seconds }) => seconds))).toBe(all!.seconds);
  expect(sum(groups.map(({ entries }) => entries))).toBe(all!.entries);
  expect(sum(groups.map(({ earned }) => earned.USD ?? 0))).toBeCloseTo(all!.earned.USD!, 5);
  expect(new Set(groups.map(({ ids }) => ids[0])).size).toBe(groups.length);
});

test('things have ids and names, and none has neither', async () => {
  const groups = await ask(['project', 'client']);
  const support = groups.filter(({ names }) => names[0] === 'Support');
  expect(support.map(({ names }) => names[1])).toEqual(['Alpha & Söhne', 'Beta']);
  expect(groups.find(({ ids }) => ids[0] === null)).toMatchObject({ ids: [null, null], names: [null, null] });
});

test('an entry counts under each of its tags', async () => {
  const day = { from: '2026-02-05', to: '2026-02-05' };
  const groups = await ask(['tag'], day);
  expect(groups.map(({ names, seconds }) => [names[0], seconds])).toEqual([
    ['a, b', 7200],
    ['say "hi"', 7200],
    ['=tag', 7200],
  ]);
});

test('days, hours and weekdays are those of the zone', async () => {
  const night = { from: '2026-06-01', to: '2026-06-01' };
  expect((await ask(['date', 'hour', 'weekday'], night)).map(({ ids }) => ids)).toContainEqual([
    '2026-06-01',
    '23',
    '1',
  ]);
  const [later] = await ask(['date', 'hour', 'weekday'], {
    from: '2026-06-02',
    to: '2026-06-02',
    zone: 'Asia/Kathmandu',
  });
  expect([later!.ids, later!.names[2]]).toEqual([['2026-06-02', '0', '2'], 'Tuesday']);
});

test('weeks begin where they are told to', async () => {
  const sunday = { from: '2026-11-01', to: '2026-11-01', zone: 'America/New_York' };
  const week = async (weekStart: TruthGroupsQuestion['weekStart']) =>
    (await ask(['week'], { ...sunday, weekStart, now: Date.parse('2026-12-01') }))[0]!.ids[0];
  expect(await week('MONDAY')).toBe('2026-10-26');
  expect(await week('SUNDAY')).toBe('2026-11-01');
  expect(await week('SATURDAY')).toBe('2026-10-31');
});

test('a week of ISO belongs to the year of its Thursday', async () => {
  const add = [{ start: '2027-01-01T10:00:00Z', end: '2027-01-01T11:00:00Z' }];
  await demo.control.editEntries({ workspace: 'Quirks', add });
  const [group] = await ask(['iso-week', 'quarter'], { from: '2027-01-01', to: '2027-01-01' });
  expect(group!.ids).toEqual(['2026-W53', '2027-Q1']);
});

test('invoices round each entry', async () => {
  // 10 s are 0.28 hundredths of an hour, 18 s are half of one, 53 s are 1.47; and 1:07:00 are 111.67.
  const add = ['10', '18', '53'].map((seconds) => ({
    start: '2026-07-01T09:00:00Z',
    end: `2026-07-01T09:00:${seconds}Z`,
    project: 'Thirds',
  }));
  await demo.control.editEntries({ workspace: 'Quirks', add });
  const [tiny] = await ask(['project'], { from: '2026-07-01', to: '2026-07-01' });
  expect(tiny).toMatchObject({ invoiceHundredths: 2, invoiceAmount: { EUR: 400 } });
  const [hour] = await ask(['project'], { from: '2026-03-02', to: '2026-03-02' });
  expect(hour).toMatchObject({ invoiceHundredths: 112, invoiceAmount: { EUR: 11200 } });
});

test('what nobody has a rate for is left out of the money', async () => {
  const groups = await ask(['user'], { from: '2026-02-27', to: '2026-02-27' });
  expect(groups[0]).toMatchObject({ earned: {}, cost: {} });
});

test('people, projects, clients and days are counted once', async () => {
  const [group] = await ask([], { from: '2026-02-24', to: '2026-02-25' });
  expect(group).toMatchObject({ people: 3, projects: 2, clients: 2, days: 2 });
});

test('it can be what one person sees', async () => {
  const question = { workspace: 'Lumen & Loom', from: '2026-07-01', to: '2026-07-31' };
  const groups = await ask(['user'], { ...question, seenBy: 'member' });
  expect(groups.map(({ names }) => names[0])).toEqual(['Jonas Ekwall']);
  await expect(ask(['user'], { seenBy: 'bench' })).rejects.toThrow("doesn't belong to Quirks");
});

test('what is asked for wrongly is refused', async () => {
  await expect(ask(['planet' as 'user'])).rejects.toThrow('No dimension planet');
  await expect(ask(['week'], { weekStart: 'NEVER' as 'MONDAY' })).rejects.toThrow('No week starts');
});
