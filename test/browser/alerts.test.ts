import { grouped, overview, query, view } from '../sidebar/views';
import { Alone } from './alone';
import { describeInBrowser } from './browser';

const NOTHING = { channel: null, failures: true, thresholds: [], mail: null };
const SLACK = { chat: 'slack', name: 'Slack', by: 'Ana', at: Date.UTC(2026, 10, 4, 9), owner: 'spreadsheet' };

describeInBrowser('what is told outside of the spreadsheet', () => {
  let alone: Alone;

  beforeAll(async () => {
    alone = await Alone.begin();
  });

  afterAll(async () => {
    await alone.end();
    expect(alone.complaints).toEqual([]);
  });

  const columns = [{ field: 'client' }, { field: 'ratio' }];

  async function open(answers: object): Promise<void> {
    const own = query({ id: 'Hours', name: 'Hours', grain: 'grouped', columns });
    await alone.open({
      loadOverview: overview({ queries: [view('Hours', { query: own })], reports: [grouped] }),
      ...answers,
    });
    await alone.button(/^Settings/).click();
    await alone.button(/^Alerts/).click();
  }

  const payloadOf = (entry: string) => alone.calls.find((call) => call.entry === entry)?.payload;

  test('a webhook is typed hidden, kept, and never shown again', async () => {
    await open({ loadAlerts: NOTHING, saveChannel: { ...NOTHING, channel: SLACK } });
    const field = alone.page.getByLabel('Incoming webhook');
    expect(await field.getAttribute('type')).toBe('password');
    await field.fill('https://hooks.slack.com/services/T/B/secret');
    expect(await alone.findings()).toEqual([]);
    await field.press('Tab');
    await alone.page.keyboard.press('Enter');
    await alone.text('Slack gets the messages');
    expect(payloadOf('saveChannel')).toEqual({ webhook: 'https://hooks.slack.com/services/T/B/secret' });
    expect(await alone.page.content()).not.toContain('services/T/B/secret');
    expect(await alone.findings()).toEqual([]);
  });

  test('a limit is set on a metric of a query, by a number in its own unit', async () => {
    await open({
      loadAlerts: { ...NOTHING, channel: SLACK },
      saveAlerts: (settings: object) => ({ ...NOTHING, channel: SLACK, ...settings }),
    });
    await alone.button('Add the limit').click();
    await alone.text('Type a number.');
    await alone.page.getByLabel('What is looked at').selectOption({ label: 'Billable ratio' });
    await alone.page.getByLabel('Tell when it is').selectOption('below');
    await alone.page.getByLabel('Limit', { exact: true }).fill('62,5');
    await alone.button('Add the limit').click();
    await alone.text('Billable ratio below 62.5');
    expect(payloadOf('saveAlerts')).toEqual({
      failures: true,
      thresholds: [{ id: expect.any(String), query: 'Hours', on: 'ratio', test: 'below', value: 62.5 }],
    });
    expect(await alone.findings()).toEqual([]);
    expect(await alone.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(300);
    await alone.button(/^Remove this limit: Hours/).click();
    await alone.text('No limits yet');
  });

  test('addresses for mails are asked for only where mails can be sent', async () => {
    await open({ loadAlerts: NOTHING });
    await alone.text('No limits yet');
    expect(await alone.page.getByLabel('To', { exact: true }).count()).toBe(0);
    await open({ loadAlerts: { ...NOTHING, mail: { to: [] } }, saveMail: { ...NOTHING, mail: { to: [] } } });
    await alone.page.getByLabel('To', { exact: true }).fill('ana@agency.example; ben@agency.example');
    await alone.button('Save', true).click();
    await alone.text('Saved.');
    expect(payloadOf('saveMail')).toEqual({ to: ['ana@agency.example', 'ben@agency.example'] });
    expect(await alone.findings()).toEqual([]);
  });
});
