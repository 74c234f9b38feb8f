import { type OpenPage, openPage } from '../../../workbench/page/open';
import { users } from '../../../workbench/page/users';

const day = 86_400_000;
let page: OpenPage;

const turn = (id: string, on = true) => page.book.turn(id, on, undefined);
const isOn = async (id: string) => (await page.book.breaks?.views())?.find((each) => each.id === id)?.on;
const now = () => page.book.platform.clock.now();

/** A trigger of a user; any function of the script does, as long as it needs nobody before it. */
function stand(user: string, rhythm: { everyHours: number } | { at: number } = { everyHours: 1 }): void {
  const { common, spreadsheetId } = page.book.platform;
  common.triggers.add({ user, handler: 'listQueries', spreadsheetId, rhythm }, 'script', now());
}

beforeAll(async () => {
  page = await openPage({ port: 0, clockify: 'demo', workbook: undefined, locale: 'en_US' });
});

afterEach(() => {
  jest.restoreAllMocks();
  page.book.platform.common.triggers.remove(() => true);
});
afterAll(() => page.close());

test('a day passes: the triggers of both people run every hour, and it is said how often', async () => {
  for (const user of users) stand(user);
  const before = now();
  const told = jest.spyOn(page.book.events, 'tell');
  expect(await turn('clock-24')).toBe(
    '1 day passed. The hourly trigger of user 1 ran 24 times, that of user 2 ran 24 times, with 0 requests.',
  );
  expect(now() - before).toBeGreaterThanOrEqual(day);
  const chips = told.mock.calls.flatMap(([event]) => (event.type === 'breaks' ? event.breaks : []));
  expect(chips.some(({ chip, on }) => on && /^1 day: \d+ of 24 h/.test(chip))).toBe(true);
});

test('a week can be stopped', async () => {
  stand('user-1');
  const told = jest.spyOn(page.book.events, 'tell');
  const week = turn('clock-168');
  while (!told.mock.calls.some(([{ type }]) => type === 'running')) await new Promise(setImmediate);
  expect(await isOn('clock-168')).toBe(true);
  await turn('clock-168', false);
  expect(await week).not.toContain('7 days');
  expect(await isOn('clock-168')).toBe(false);
});

test('what falls due by the machine’s clock is fired by itself', async () => {
  const watched = jest.spyOn(page.book.platform, 'run');
  stand('user-1', { at: now() });
  while (watched.mock.calls.length === 0) await new Promise((done) => setTimeout(done, 50));
  expect(watched.mock.calls[0][0]).toBe('listQueries');
});

test.each([
  ['owner-leaves', 'no access', 'once'],
  ['trigger-disabled', 'disabled', '2 times'],
  ['trigger-time', 'trigger time used up', '2 times'],
  ['permission-withdrawn', 'not authorized', '2 times'],
])('%s: triggers are not started, and after the repair they are', async (id, reason, times) => {
  for (const user of users) stand(user);
  await turn(id);
  expect(await isOn(id)).toBe(true);
  expect(await turn('clock-1')).toContain(`Not started ${times}: ${reason}.`);
  await turn(id, false);
  expect(await isOn(id)).toBe(false);
  expect(await turn('clock-1')).toMatch(/user 1 ran once, that of user 2 ran once/);
});

test('who left can neither call the script nor edit', async () => {
  await turn('owner-leaves');
  expect(await page.book.run('user-1', 'listQueries', ['{}'])).toMatchObject({ ok: false });
  expect(await page.book.run('user-2', 'listQueries', ['{}'])).toMatchObject({ ok: true });
  const [{ id }] = (await page.book.open('user-2')).tabs;
  expect(() => page.book.edit('user-1', id, { kind: 'freeze', rows: 1 })).toThrow('permission');
  await turn('owner-leaves', false);
});

test('the spreadsheet’s zone is another until it is repaired', async () => {
  const { platform } = page.book;
  await turn('zone');
  expect((await page.book.open('user-1')).zone).toBe('America/New_York');
  await turn('zone', false);
  expect(platform.cellOptions.zone).toBe('Etc/UTC');
});
