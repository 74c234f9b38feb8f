import { complete, HOUR, login, NOW, overview, view } from '../sidebar/views';
import { Alone, Refused } from './alone';
import { describeInBrowser } from './browser';

const zone = 'Europe/Berlin';
const schedule = {
  schedule: { every: { unit: 'day' as const }, hour: 9, zone },
  sentence: 'Every day between 9:00 and 9:59 (Europe/Berlin)',
  lastSlot: NOW - HOUR,
  newestSlot: NOW - HOUR,
  nextAt: NOW + 23 * HOUR,
  overdueSince: null,
  carriers: [{ name: 'Mara', mine: true }],
  waits: null,
  job: null,
};
const woken = { made: false, degraded: null, problem: null, due: [] };

describeInBrowser('schedules', () => {
  let alone: Alone;

  beforeAll(async () => {
    alone = await Alone.begin();
  });

  afterAll(async () => {
    await alone.end();
    expect(alone.complaints).toEqual([]);
  });

  const hours = (change: object = {}) => view('Hours', { state: complete(NOW), ...change });
  const payloadOf = (entry: string) => alone.calls.find((call) => call.entry === entry)?.payload;

  async function open(answers: object, change: object = {}): Promise<void> {
    await alone.open({
      loadOverview: overview({ queries: [hours(change)], logins: [login('a', ['w1'], 'Mara’s key')] }),
      wakeSchedules: woken,
      ...answers,
    });
    await alone.page.locator('.row-main').click();
    await alone.page.getByTestId('schedule').waitFor();
  }

  /** Nothing is cut off, and axe finds nothing. */
  async function expectSound(): Promise<void> {
    expect(await alone.findings()).toEqual([]);
    expect(await alone.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(300);
  }

  test('one is set by keyboard, with what it says and for whom it works', async () => {
    await open({ saveSchedule: hours({ schedule }) });
    await expectSound();
    await alone.button('Schedule…').focus();
    await alone.page.keyboard.press('Enter');
    const dialog = alone.page.getByRole('dialog');
    await dialog.getByLabel('How often').selectOption('month');
    await dialog.getByLabel('On day').selectOption('last-working');
    await dialog.getByLabel('Between').selectOption('17');
    await alone.text('On the last working day of every month between 17:00 and 17:59 (Europe/Berlin)');
    await alone.text(/Only you can refresh this while Mara’s key is private/);
    await expectSound();
    await alone.picture('schedule');
    await alone.button('Save', true).focus();
    await alone.page.keyboard.press('Enter');
    await alone.text('Every day between 9:00 and 9:59 (Europe/Berlin)');
    expect(payloadOf('saveSchedule')).toEqual({
      query: 'Hours',
      schedule: { every: { unit: 'month', day: 'last-working' }, hour: 17, zone },
    });
    await expectSound();
  });

  test('what keeps it from running by itself is said after it was kept', async () => {
    const degraded = 'Google doesn’t let the add-on run by itself here.';
    const problem = {
      code: 'triggers-off',
      scope: {},
      title: degraded,
      remedy: 'Install it.',
      retry: 'never',
    };
    await open({
      saveSchedule: () => {
        throw new Refused(problem);
      },
      listQueries: [hours({ schedule: { ...schedule, waits: 'trigger' } })],
      wakeSchedules: { ...woken, degraded, problem },
    });
    await alone.button('Schedule…').click();
    await alone.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await alone.text('Is refreshed when you open the sidebar.');
    await alone.text('Install it.');
    await expectSound();
  });

  test('one of somebody who left is taken over with a login of one’s own, in one dialog', async () => {
    const accounts = [{ from: 'w1', to: 'w1', name: 'Acme' }];
    const foreign = [{ login: 'theirs', workspace: 'w1', name: 'Acme' }];
    const query = { ...hours().query, accounts: foreign };
    const missing = {
      logins: [
        {
          id: 'theirs',
          name: null,
          accounts: [{ workspace: 'w1', name: 'Acme' }],
          queries: [{ id: 'Hours', name: 'Hours', digest: 'd', changes: ['Reads Acme.'] }],
          candidates: [{ login: 'a', accounts, says: [] }],
        },
      ],
      agreements: [],
    };
    const carriers = [{ name: 'Ana', mine: false }];
    await open(
      {
        missingLogins: missing,
        mapLogins: { left: [] },
        listQueries: [hours({ schedule: { ...schedule, carriers } })],
        takeOverSchedule: hours({ schedule }),
      },
      { query, schedule: { ...schedule, carriers } },
    );
    await alone.text('Carried by Ana.');
    await alone.button('Take over').click();
    await expectSound();
    await alone.button('Use it and take over').click();
    await alone.text('You carry it: it runs with your login.');
    expect(payloadOf('mapLogins')).toMatchObject({ map: [{ login: 'theirs', to: 'a' }] });
    expect(payloadOf('takeOverSchedule')).toEqual({ query: 'Hours' });
  });

  test('one that others carry too is turned off for everybody only after asking', async () => {
    const carriers = [...schedule.carriers, { name: 'Ana', mine: false }];
    const shared = { ...login('a', ['w1']), sharedBy: { name: 'Mara', at: 0 } };
    await alone.open({
      loadOverview: overview({ queries: [hours({ schedule: { ...schedule, carriers } })], logins: [shared] }),
      wakeSchedules: woken,
      removeSchedule: hours(),
    });
    await alone.text(/^Next tomorrow/);
    await alone.page.locator('.row-main').click();
    await alone.text('You and Ana carry it; it runs once, whoever is first.');
    await alone.button('More for the schedule of Hours').click();
    await alone.page.getByRole('menuitem', { name: 'Turn off for everybody' }).click();
    await alone.text('Also for those who carry it with you: Ana.');
    await expectSound();
    await alone.page.getByTestId('remove-schedule').click();
    await alone.text('Refreshed by hand only.');
    expect(payloadOf('removeSchedule')).toEqual({ query: 'Hours' });
  });
});
