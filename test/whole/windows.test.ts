import type { Query } from '../../src/query/query';
import type { ListName } from '../../workbench/clockify/control/truth';
import { newGround, told, type Wish } from './ground';

const ground = newGround();

const ZONE = 'Europe/Berlin';
const FREE = 'Free Spirits';
const EARLY = 'Early Birds';
const DETAILED = 'reports/detailed';
const MINUTE = 60_000;

/** What the demo has in a period, by id. */
async function due(workspace: string, [from, to]: [string, string]): Promise<string[]> {
  const now = ground.session.platform.clock.now();
  const { ids } = await ground.control.truth({ workspace, from, to, zone: ZONE, now });
  expect(ids.length).toBeGreaterThan(0);
  return ids.sort();
}

/** The ids in a table of ids. */
async function idsIn(query: Query): Promise<string[]> {
  const { values } = await ground.table(query);
  return values.slice(1).map(String).sort();
}

/** The windows that were asked for since the last look, as `from … to`, in the order of the requests. */
async function windowsAsked(): Promise<string[]> {
  const requests = await ground.control.requests();
  await ground.control.clearRequests();
  return requests
    .filter(({ path }) => path.includes(DETAILED))
    .map(({ body }) => {
      const { dateRangeStart, dateRangeEnd } = body as { dateRangeStart: string; dateRangeEnd: string };
      return `${dateRangeStart.slice(0, 10)} … ${dateRangeEnd.slice(0, 10)}`;
    });
}

/** Fills a table of ids, and forgets what was asked before. */
async function fillIds(days: [string, string], more: Wish = {}): Promise<Query> {
  const query = await ground.query({ days, columns: ['entry-id'], ...more });
  await ground.control.clearRequests();
  await ground.refresh(query);
  return query;
}

const period = ([from, to]: [string, string]) => ({ period: { kind: 'fixed' as const, from, to } });

describe('an account that may ask for 31 days', () => {
  const QUARTER: [string, string] = ['2026-04-01', '2026-06-30'];

  beforeEach(() => ground.login('free'));

  test('is asked for a quarter in three windows', async () => {
    await fillIds(QUARTER);
    expect(await windowsAsked()).toEqual([
      '2026-04-01 … 2026-05-01',
      '2026-05-02 … 2026-06-01',
      '2026-06-02 … 2026-06-30',
    ]);
  });

  test('gives each entry of a quarter once', async () => {
    const query = await fillIds(QUARTER);
    expect(await idsIn(query)).toEqual(await due(FREE, QUARTER));
  });

  test('gives each entry around a change of clocks once', async () => {
    const days: [string, string] = ['2026-02-27', '2026-03-30'];
    const query = await fillIds(days);
    expect(await windowsAsked()).toEqual(['2026-02-27 … 2026-03-29', '2026-03-30 … 2026-03-30']);
    expect(await idsIn(query)).toEqual(await due(FREE, days));
  });

  test('is asked for 31 days at once', async () => {
    await fillIds(['2026-05-01', '2026-05-31']);
    expect(await windowsAsked()).toEqual(['2026-05-01 … 2026-05-31']);
  });

  test('orders the rows of all windows as those of one', async () => {
    const query = await fillIds(QUARTER, { columns: ['start'] });
    const starts = (await ground.table(query)).values.slice(1).map(([start]) => Number(start));
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  test('states in the note how many entries all windows have', async () => {
    await fillIds(QUARTER);
    const { length } = await due(FREE, QUARTER);
    const [[note]] = ground.sheet.attributes('Time entries', 'note', 'A1');
    expect(note).toContain(`Complete: ${length} of ${length} entries\n`);
  });
});

describe('an account that may ask for 366 days', () => {
  const YEARS: [string, string] = ['2025-01-01', '2026-06-30'];

  beforeEach(() => ground.login('oldFree'));

  test('gives each entry of eighteen months once, in two windows', async () => {
    const query = await fillIds(YEARS);
    expect(new Set(await windowsAsked())).toEqual(
      new Set(['2025-01-01 … 2026-01-01', '2026-01-02 … 2026-06-30']),
    );
    expect(await idsIn(query)).toEqual(await due(EARLY, YEARS));
  });

  test('is asked for a leap year at once', async () => {
    await fillIds(['2024-01-01', '2024-12-31']);
    expect(new Set(await windowsAsked())).toEqual(new Set(['2024-01-01 … 2024-12-31']));
  });
});

describe('an account whose limit nobody stated', () => {
  /** Connects while the plan says nothing, and gives the account a limit after that. */
  async function limited(workspace: string, feature: string) {
    await ground.control.changeWorkspace({ workspace, features: [] });
    await ground.login(workspace === FREE ? 'free' : 'oldFree');
    await ground.control.changeWorkspace({ workspace, features: [feature] });
  }

  test('is cut to 31 days when Clockify refuses more', async () => {
    await limited(FREE, 'ONE_MONTH_RANGE_REPORTS');
    const days: [string, string] = ['2026-04-15', '2026-06-30'];
    const query = await fillIds(days);
    expect(await windowsAsked()).toEqual([
      '2026-04-15 … 2026-06-30',
      '2026-04-15 … 2026-05-15',
      '2026-05-16 … 2026-06-15',
      '2026-06-16 … 2026-06-30',
    ]);
    expect(await idsIn(query)).toEqual(await due(FREE, days));
  });

  test('is cut to a year when Clockify refuses more', async () => {
    await limited(EARLY, 'ONE_YEAR_RANGE_REPORTS');
    const days: [string, string] = ['2025-03-01', '2026-06-30'];
    const query = await fillIds(days);
    expect((await windowsAsked()).slice(0, 3)).toEqual([
      '2025-03-01 … 2026-06-30',
      '2025-03-01 … 2026-03-01',
      '2026-03-02 … 2026-06-30',
    ]);
    expect(await idsIn(query)).toEqual(await due(EARLY, days));
  });

  test('is cut to a year first, then to 31 days', async () => {
    await limited(FREE, 'ONE_MONTH_RANGE_REPORTS');
    const days: [string, string] = ['2025-06-01', '2026-06-30'];
    const query = await fillIds(days);
    const asked = await windowsAsked();
    expect(asked.slice(0, 3)).toEqual([
      '2025-06-01 … 2026-06-30',
      '2025-06-01 … 2026-06-01',
      '2026-06-02 … 2026-06-30',
    ]);
    expect(await idsIn(query)).toEqual(await due(FREE, days));
  });

  test('is asked for all at once where nothing is refused', async () => {
    await ground.control.changeWorkspace({ workspace: FREE, features: [] });
    await ground.login('free');
    await fillIds(['2026-04-01', '2026-06-30']);
    expect(await windowsAsked()).toEqual(['2026-04-01 … 2026-06-30']);
  });

  test('that refuses 31 days too is told, and the table stands', async () => {
    await ground.login('free');
    const query = await fillIds(['2026-06-01', '2026-06-30']);
    const body = { message: 'Date range is too large, maximum is 7 days', code: 501 };
    await ground.fault({ path: DETAILED, fault: { kind: 'status', status: 400, body } });
    expect(told(await ground.refusal(query))).toEqual({
      code: 'request-refused',
      title:
        'Clockify refused the request for the time entries of account Free Spirits: Date range is too large, maximum is 7 days.',
      remedy: 'Change the period or the columns of the query and try again.',
    });
  });
});

describe('an account of 30 requests an hour', () => {
  const YEARS: [string, string] = ['2023-07-01', '2026-06-30'];

  /** A table that stands, of a query that now asks for 36 windows. */
  async function widened(): Promise<Query> {
    await ground.login('free');
    const query = await fillIds(['2026-06-01', '2026-06-30']);
    const { query: placed } = await ground.view(query);
    return ground.session.saveQuery({ ...(placed as Query), ...period(YEARS) });
  }

  test('is read in two hours when a period takes more of them', async () => {
    const query = await widened();
    const { clock } = ground.session.platform;
    const start = clock.now();
    await ground.refresh(query);
    expect(clock.now() - start).toBeGreaterThan(59 * MINUTE);
    expect(clock.now() - start).toBeLessThan(65 * MINUTE);
    expect(await idsIn(query)).toEqual(await due(FREE, YEARS));
    expect(ground.session.platform.cache('user user-1').keys()).toEqual([]);
  });

  test('is not waited for by the menu, which says so; the table stands, and nothing is left', async () => {
    const query = await widened();
    const before = await ground.standing(query);
    const { platform } = ground.session;
    const start = platform.clock.now();
    await platform.run('refreshAll');
    expect(platform.clock.now() - start).toBeLessThan(5 * MINUTE);
    expect(await ground.standing(query)).toEqual(before);
    const { problem } = (await ground.view(query)).state;
    expect(problem && told(problem)).toEqual({
      code: 'rate-limited',
      title: 'Clockify answers no more requests for now: 30 were sent.',
      remedy: 'Refresh it in the sidebar and leave that open: it waits there, and goes on by itself.',
    });
    expect(platform.cache('user user-1').keys()).toEqual([]);
    expect(
      platform
        .properties('user user-1')
        .keys()
        .filter((key) => key.startsWith('job.')),
    ).toEqual([]);
  });
});

describe.each(['Branch 01', 'Branch 02'])('the lists of %s', (workspace) => {
  /** What a report's table holds of ids, against the demo's own count. */
  async function expectList(report: ListName, column: string) {
    await ground.login('many');
    const query = await ground.fill({ report, accounts: [workspace], columns: [column] });
    const truth = await ground.control.truthOfList(report, workspace);
    expect(await idsIn(query)).toEqual(truth.ids.sort());
    return truth.count;
  }

  test('have every project once', async () => {
    expect(await expectList('projects', 'project-id')).toBe(workspace === 'Branch 01' ? 5000 : 1001);
  });

  test('have every task once', async () => {
    expect(await expectList('tasks', 'task-id')).toBe(workspace === 'Branch 01' ? 2500 : 500);
  });

  test('have every client once', async () => {
    expect(await expectList('clients', 'client-id')).toBe(workspace === 'Branch 01' ? 40 : 300);
  });
});

describe('projects in pages of 250, which overlap', () => {
  const workspace = 'Branch 02';

  async function projects(): Promise<Query> {
    await ground.login('many');
    const query = await ground.query({
      report: 'projects',
      accounts: [workspace],
      columns: ['project-id'],
    });
    await ground.control.clearRequests();
    return query;
  }

  /** Page and size of each request for projects since the last look. */
  async function pagesAsked(): Promise<string[]> {
    const requests = await ground.control.requests();
    return requests.map(({ query }) => `${query.page} of ${query['page-size']}`);
  }

  test.each(['truncate', 'reset', 'html', 'empty'] as const)(
    'of which one comes as %s twice are read on in half the size, and every project is there once',
    async (kind) => {
      const query = await projects();
      await ground.fault({ path: '/projects', page: 2, times: 2, fault: { kind } });
      await ground.refresh(query);
      expect(await idsIn(query)).toEqual(
        (await ground.control.truthOfList('projects', workspace)).ids.sort(),
      );
      expect((await pagesAsked()).slice(0, 5)).toEqual([
        '1 of 250',
        '2 of 249',
        '2 of 249',
        '3 of 124',
        '4 of 123',
      ]);
    },
  );

  test('of which one fails once are read on as they were', async () => {
    const query = await projects();
    await ground.fault({ path: '/projects', page: 2, times: 1, fault: { kind: 'truncate' } });
    await ground.refresh(query);
    expect(new Set(await pagesAsked())).toEqual(
      new Set(['1 of 250', '2 of 249', '3 of 248', '4 of 247', '5 of 246']),
    );
  });

  test('are halved as long as they may be, and every project is there once', async () => {
    const query = await projects();
    await ground.fault({ path: '/projects', after: 1, times: 5, fault: { kind: 'reset' } });
    await ground.refresh(query);
    expect((await pagesAsked()).slice(0, 7)).toEqual([
      '1 of 250',
      '2 of 249',
      '2 of 249',
      '3 of 124',
      '5 of 62',
      '9 of 31',
      '9 of 31',
    ]);
    expect(await idsIn(query)).toEqual((await ground.control.truthOfList('projects', workspace)).ids.sort());
  });

  test('that never get through are told, and the table stands', async () => {
    const query = await projects();
    await ground.refresh(query);
    await ground.fault({ path: '/projects', after: 1, fault: { kind: 'truncate' } });
    expect((await ground.refusal(query)).code).toBe('answer-unreadable');
  });
});
