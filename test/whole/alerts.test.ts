import { join } from 'node:path';
import type { AlertsView } from '../../src/actions/alerts/alerts';
import type { AlertSettings } from '../../src/alerts/settings';
import type { Query } from '../../src/query/query';
import { type ChatMessage, DemoChat, readable } from '../../workbench/chat';
import { routeTo } from '../../workbench/route';
import { projectRoot, type SessionOptions } from '../../workbench/session';
import { newGround, problemIn } from './ground';
import { overhear, tracesOf } from './traces';

const ground = newGround();

const SECRET = 'abcdefSECRETuvwxyz';
const WEBHOOK = `https://hooks.slack.com/services/T000/B000/${SECRET}`;

let chat: DemoChat;
beforeAll(async () => {
  chat = await DemoChat.open();
});
afterAll(() => chat.close());
beforeEach(() => {
  chat.messages.length = 0;
  chat.status = 200;
});

async function open(options: Partial<SessionOptions> = {}): Promise<void> {
  const toClockify = routeTo(ground.address);
  await ground.open({ ...options, route: (url, now) => chat.route(url) ?? toClockify(url, now) });
}

const call = <T = AlertsView>(entry: string, payload: object = {}, user = 'user-1') =>
  ground.session.call<T>(entry, payload, { user });

const told = (): ChatMessage[] => chat.messages.splice(0);
const lines = () => told().flatMap(readable);

/** A table of a day's hours by project, and the webhook. */
async function hours(settings: (query: Query) => Partial<AlertSettings> = () => ({})): Promise<Query> {
  await open();
  const query = await ground.fill({
    name: 'Hours',
    accounts: ['Lumen & Loom'],
    days: ['2026-06-01', '2026-06-03'],
    columns: ['project', 'hours'],
    ask: { grain: 'grouped' },
  });
  await call('saveChannel', { webhook: WEBHOOK });
  told();
  await call('saveAlerts', { failures: true, thresholds: [], ...settings(query) });
  return query;
}

const above =
  (on: string, value: number) =>
  ({ id: query }: Query) => ({
    thresholds: [{ id: 'limit-1', query, on, test: 'above' as const, value }],
  });

test('a webhook is kept once a test has arrived, and is nowhere to be read', async () => {
  await open();
  const heard = overhear(ground.session);
  const { channel } = await call('saveChannel', { webhook: WEBHOOK });
  expect(channel).toMatchObject({ chat: 'slack', name: 'Slack', owner: 'spreadsheet' });
  expect(lines()).toContain('This is a test: nothing happened.');
  await call('testChannel', {}, 'user-2');
  expect(told()).toHaveLength(1);
  expect(tracesOf(SECRET, ground.session, heard)).toEqual(['address of a request']);
});

test('a webhook that the chat refuses is not kept', async () => {
  await open();
  chat.status = 404;
  const problem = await problemIn(() => call('saveChannel', { webhook: WEBHOOK }));
  expect(problem.code).toBe('webhook-refused');
  expect((await call('loadAlerts')).channel).toBeNull();
});

test('what passes a limit is told once a day, whoever refreshes', async () => {
  const query = await hours(above('hours', 1));
  await ground.refresh(query);
  const [message] = told();
  expect(readable(message)[0]).toBe('Hours: Duration (decimal) is above 1 h');
  await ground.refresh(query);
  expect(told()).toEqual([]);
  ground.session.platform.clock.advance(86_400_000);
  await ground.refresh(query);
  expect(told()).toHaveLength(1);
});

test('what passes no limit is not told', async () => {
  await ground.refresh(await hours(above('hours', 1000)));
  expect(told()).toEqual([]);
});

test('a chat that is down for a moment is told the next time', async () => {
  const query = await hours(above('hours', 1));
  chat.status = 503;
  await ground.refresh(query);
  chat.status = 200;
  await ground.refresh(query);
  expect(told()).toHaveLength(1);
});

test('a refresh that fails with nobody watching is told once, one by hand is not', async () => {
  const query = await hours();
  const schedule = { every: { unit: 'hours', number: 1 }, hour: 0, zone: 'UTC' };
  await call('saveSchedule', { query: query.id, schedule });
  await ground.fault({ path: 'summary', fault: { kind: 'status', status: 403 } });
  await ground.failure(query);
  expect(told()).toEqual([]);
  await ground.session.passTime(4 * 3_600_000);
  expect(told().map((message) => readable(message)[0])).toEqual(['Hours could not be refreshed']);
});

test('nothing that editors can write into the store of the spreadsheet is believed', async () => {
  const query = await hours(above('hours', 1));
  const document = ground.session.platform.properties('document');
  document.set({ 'alert-channel': JSON.stringify({ version: 1, address: WEBHOOK, by: null, at: 1 }) });
  await ground.refresh(query);
  expect(told()).toEqual([]);
  document.set({ alerts: '{"version":1,"failures":"yes"}', 'alerts-told': 'nonsense' });
  expect(await call('loadAlerts')).toMatchObject({ channel: null, thresholds: [] });
});

test('where the add-on is not installed the webhook stays with who set it', async () => {
  await open({ installation: 'NONE' });
  expect((await call('saveChannel', { webhook: WEBHOOK })).channel?.owner).toBe('person');
  expect(ground.session.platform.properties('document').get('alert-channel')).toBeNull();
  expect((await call('loadAlerts', {}, 'user-2')).channel).toBeNull();
});

test('a query that is deleted takes its limits with it', async () => {
  const query = await hours(above('hours', 1));
  await call('deleteQuery', { query: query.id });
  expect((await call('loadAlerts')).thresholds).toEqual([]);
});

describe('mails', () => {
  const mail = () => ({
    codePath: join(projectRoot, 'dist/mail/Code.js'),
    distDir: join(projectRoot, 'dist/mail'),
  });

  test('go out in the mail edition, to whom the person themselves said', async () => {
    await open(mail());
    const query = await ground.fill({
      name: 'Hours',
      accounts: ['Lumen & Loom'],
      days: ['2026-06-01', '2026-06-03'],
    });
    await call('saveAlerts', { failures: true, ...above('rows', 0)(query) });
    expect((await call('saveMail', { to: ['ana@agency.example'] })).mail).toEqual({
      to: ['ana@agency.example'],
    });
    expect((await call('loadAlerts', {}, 'user-2')).mail).toEqual({ to: [] });
    await ground.refresh(query);
    await ground.refresh(query);
    expect(ground.session.platform.mails.map(({ to, subject }) => [to, subject])).toEqual([
      [['ana@agency.example'], expect.stringMatching(/^Hours has \d+ rows: above 0$/)],
    ]);
  });

  test('are refused in the base edition, which lacks the permission', async () => {
    await open();
    expect((await call('loadAlerts')).mail).toBeNull();
    expect((await problemIn(() => call('saveMail', { to: ['ana@agency.example'] }))).code).toBe('mail-off');
  });
});
