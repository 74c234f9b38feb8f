import { describeSeconds } from '../../src/query/describe';
import type { Query } from '../../src/query/query';
import type { ListName } from '../../workbench/clockify/control/truth';
import { newGround, told } from './ground';

const ground = newGround();

/** Two pages of time entries. */
const DAYS: [string, string] = ['2026-02-01', '2026-02-10'];
const DETAILED = 'reports/detailed';
const MINUTE = 60_000;

/** A query of two pages with a table that stands. */
async function standing(): Promise<Query> {
  await ground.login('bench');
  const query = await ground.fill({
    accounts: ['Bench 10k'],
    days: DAYS,
    columns: ['date', 'duration', 'entry-id'],
  });
  expect((await ground.view(query)).state.complete?.rows).toBeGreaterThan(1000);
  await ground.asked();
  return query;
}

/** What became of an hour in the workbench, in milliseconds, while something was done. */
async function taking(work: () => Promise<unknown>): Promise<number> {
  const { clock } = ground.session.platform;
  const start = clock.now();
  await work();
  return clock.now() - start;
}

describe('too many requests', () => {
  test('for an hour end the refresh within minutes, and say when to come back', async () => {
    const query = await standing();
    const fault = { kind: 'status' as const, status: 429, headers: { 'Retry-After': '3600' } };
    await ground.fault({ path: DETAILED, fault });
    const { clock } = ground.session.platform;
    const problem = await ground.refusal(query);
    expect(told(problem)).toEqual({
      code: 'rate-limited',
      title:
        'Clockify accepts no more requests for account Bench 10k for now: there were too many in a short time.',
      remedy: 'Try again later. Accounts on the Free plan have 30 requests an hour.',
    });
    expect(Number(problem.retryAt) - clock.now()).toBeGreaterThan(59 * MINUTE);
    expect(await ground.asked()).toHaveLength(1);
  });

  test('without a word about when end it after six tries', async () => {
    const query = await standing();
    await ground.fault({ path: DETAILED, fault: { kind: 'status', status: 429 } });
    let problem = '';
    const took = await taking(async () => {
      problem = (await ground.refusal(query)).code;
    });
    expect(problem).toBe('rate-limited');
    expect(await ground.asked()).toHaveLength(6);
    expect(took).toBeGreaterThan(20_000);
    expect(took).toBeLessThan(2 * MINUTE);
  });

  test('for a moment only delay it', async () => {
    const query = await standing();
    const headers = { 'Retry-After': '12' };
    await ground.fault({ path: DETAILED, times: 1, fault: { kind: 'status', status: 429, headers } });
    expect(await taking(() => ground.refresh(query))).toBeGreaterThan(12_000);
  });

  test('of the Free plan’s hour say so and keep the table', async () => {
    await ground.login('free');
    const query = await ground.fill({ days: ['2026-06-01', '2026-06-02'] });
    // Requests of an account count, those of a log-in don't belong to any.
    for (let asked = 1; asked < 30; asked += 1) await ground.refresh(query);
    const problem = await ground.refusal(query);
    expect(problem.code).toBe('rate-limited');
    ground.session.platform.clock.advance(60 * MINUTE);
    await ground.refresh(query);
  });
});

describe('the network away', () => {
  test('in the middle, for good, is told and the table stands', async () => {
    const query = await standing();
    await ground.fault({ path: DETAILED, page: 2, fault: { kind: 'reset' } });
    expect(told(await ground.refusal(query))).toEqual({
      code: 'unreachable',
      title: 'Clockify could not be reached for the time entries of account Bench 10k.',
      remedy: 'Check whether Clockify works in the browser, then try again.',
    });
  });

  test('in the middle, for a while, is waited for', async () => {
    const query = await standing();
    const before = await ground.table(query);
    await ground.fault({ path: DETAILED, page: 2, times: 3, fault: { kind: 'reset' } });
    await ground.refresh(query);
    expect((await ground.table(query)).values).toEqual(before.values);
  });

  test('for two pages of eight asks for these two again and no other', async () => {
    await ground.login('bench');
    const query = await ground.query({
      accounts: ['Bench 10k'],
      days: ['2026-01-01', '2026-03-31'],
      columns: ['entry-id'],
    });
    await ground.asked();
    await ground.fault({ path: DETAILED, page: 4, times: 1, fault: { kind: 'status', status: 502 } });
    await ground.fault({ path: DETAILED, page: 7, times: 1, fault: { kind: 'truncate' } });
    await ground.refresh(query);
    const pages = ground.session.platform.http
      .filter(({ url }) => url.includes(DETAILED))
      .map(
        ({ body }) => (JSON.parse(body ?? '') as { detailedFilter: { page: number } }).detailedFilter.page,
      );
    expect(pages.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 4, 5, 6, 7, 7, 8, 9, 10]);
    expect((await ground.table(query)).values).toHaveLength(10_001);
  });
});

describe('an answer that is no data', () => {
  test.each([
    ['html', 'a web page instead of data'],
    ['empty', 'an empty answer'],
    ['truncate', 'an answer that is cut off or not JSON'],
    ['wrong-shape', 'unexpected shape: the list of time entries is no list'],
  ] as const)('but %s, for good, is told and the table stands', async (kind, words) => {
    const query = await standing();
    await ground.fault({ path: DETAILED, fault: { kind } });
    expect(told(await ground.refusal(query))).toEqual({
      code: 'answer-unreadable',
      title: `Clockify's answer for the time entries of account Bench 10k could not be read: ${words}.`,
      remedy:
        'Try again in a few minutes. If this continues, Clockify has changed its answers: tell whoever gave you the add-on.',
    });
  });

  test.each(['html', 'empty', 'truncate', 'wrong-shape'] as const)(
    'but %s, once, is asked for again',
    async (kind) => {
      const query = await standing();
      const before = await ground.table(query);
      await ground.fault({ path: DETAILED, page: 2, times: 1, fault: { kind } });
      await ground.refresh(query);
      expect((await ground.table(query)).values).toEqual(before.values);
    },
  );

  test.each([500, 502, 503])('but status %d, for good, is told and the table stands', async (status) => {
    const query = await standing();
    await ground.fault({ path: DETAILED, page: 2, fault: { kind: 'status', status } });
    expect(told(await ground.refusal(query))).toEqual({
      code: 'clockify-failing',
      title: `Clockify failed to answer for the time entries of account Bench 10k (error ${status}).`,
      remedy: 'This is usually over in a few minutes. Try again then.',
    });
  });

  test('but a refusal that nobody expected shows Clockify’s words', async () => {
    const query = await standing();
    const fault = { kind: 'status' as const, status: 418, body: { message: 'I am a teapot', code: 501 } };
    await ground.fault({ path: DETAILED, fault });
    expect(told(await ground.refusal(query))).toEqual({
      code: 'request-refused',
      title: 'Clockify refused the request for the time entries of account Bench 10k: I am a teapot.',
      remedy: 'Change the period or the columns of the query and try again.',
    });
  });

  test('and never data: a redirect is not followed', async () => {
    const query = await standing();
    const headers = { Location: 'https://api.clockify.me/api/v1/user' };
    await ground.fault({ path: DETAILED, fault: { kind: 'status', status: 302, headers } });
    const { code, title } = await ground.refusal(query);
    expect([code, title]).toEqual(['answer-unreadable', expect.stringContaining('leads to another address')]);
    // Asked again as after any answer that is no data, at the same place.
    expect(await ground.asked()).toEqual(Array(4).fill('getDetailedReport'));
  });

  test('in a plain list is told and the table stands', async () => {
    const query = await ground.fill({ report: 'clients' });
    await ground.fault({ path: '/clients', fault: { kind: 'wrong-shape' } });
    expect((await ground.refusal(query)).title).toBe(
      "Clockify's answer for the clients of account Harbour Works could not be read: unexpected shape: the list of clients is no list.",
    );
  });
});

describe('a record that is deleted while its list is read', () => {
  /** Deletes the first of a list just before its second page is answered. */
  async function deleting(list: ListName, path: string): Promise<void> {
    const { ids } = await ground.control.truthOfList(list, 'Branch 02');
    const fault = { kind: 'delete' as const, workspace: 'Branch 02', ids: [ids[0]] };
    await ground.fault({ path, page: 2, times: 1, fault });
  }

  test.each([['projects', '/projects', 'project-id']] as const)(
    'of %s takes none of the others out of the table',
    async (report, path, column) => {
      await ground.login('many');
      const query = await ground.query({ report, accounts: ['Branch 02'], columns: [column] });
      const { ids } = await ground.control.truthOfList(report, 'Branch 02');
      await deleting(report, path);
      await ground.refresh(query);
      const { values } = await ground.table(query);
      expect(values.slice(1).flat().sort()).toEqual(ids.slice(1).sort());
    },
  );

  test('an entry whose length another of the same takes is missed by no total', async () => {
    const query = await standing();
    const edits = await firstEntry(query);
    await ground.fault({ path: DETAILED, page: 2, times: 1, fault: { kind: 'edit', edits } });
    const before = (await ground.table(query)).values.length;
    await ground.refresh(query);
    expect((await ground.table(query)).values).toHaveLength(before - 1);
  });

  /** Deletes the entry with the lowest id: it is on the first page, and all later ones move up. */
  async function firstEntry(query: Query) {
    const { values } = await ground.table(query);
    const [id] = values
      .slice(1)
      .map((row) => String(row[2]))
      .sort();
    return { workspace: 'Bench 10k', remove: [id] };
  }
});

describe('totals that disagree with the rows', () => {
  const message = (reason: string) => ({
    code: 'totals-disagree',
    title: `What was read doesn't agree with what Clockify states (${reason}), twice in a row.`,
    remedy: 'Somebody may be editing time entries right now. Try again in a minute.',
  });

  test('once are read again', async () => {
    const query = await standing();
    const before = await ground.table(query);
    await ground.fault({ path: DETAILED, page: 2, times: 1, fault: { kind: 'drop-rows', n: 1 } });
    await ground.refresh(query);
    expect((await ground.table(query)).values).toEqual(before.values);
    expect(await ground.asked()).toHaveLength(4);
  });

  test('in seconds are told and the table stands', async () => {
    const query = await standing();
    const rows = (await ground.view(query)).state.complete?.rows;
    const { seconds } = await ground.control.truth({
      workspace: 'Bench 10k',
      from: DAYS[0],
      to: DAYS[1],
      zone: 'Europe/Berlin',
      now: ground.session.platform.clock.now(),
    });
    await ground.fault({ path: DETAILED, fault: { kind: 'totals', seconds: 1 } });
    expect(rows).toBeGreaterThan(0);
    expect(told(await ground.refusal(query))).toEqual(
      message(`${describeSeconds(seconds)} of ${describeSeconds(seconds + 1)} tracked`),
    );
  });

  test('in number are told and the table stands', async () => {
    const query = await standing();
    const rows = (await ground.view(query)).state.complete?.rows ?? 0;
    await ground.fault({ path: DETAILED, fault: { kind: 'totals', entries: 1 } });
    expect(told(await ground.refusal(query))).toEqual(message(`${rows} of ${rows + 1} time entries`));
  });

  test('because rows are missing are told and the table stands', async () => {
    const query = await standing();
    await ground.fault({ path: DETAILED, page: 2, fault: { kind: 'drop-rows', n: 3 } });
    expect((await ground.refusal(query)).code).toBe('totals-disagree');
  });

  test('because a row came twice are told and the table stands', async () => {
    const query = await standing();
    await ground.fault({ path: DETAILED, page: 2, fault: { kind: 'duplicate-rows' } });
    expect((await ground.refusal(query)).code).toBe('totals-disagree');
  });

  test('because entries were added while they were read are read again', async () => {
    const query = await standing();
    const { rows } = (await ground.view(query)).state.complete as { rows: number };
    const add = [{ start: '2026-02-05T06:00:00Z', end: '2026-02-05T07:00:00Z', description: 'late' }];
    const edits = { workspace: 'Bench 10k', add };
    await ground.fault({ path: DETAILED, page: 2, times: 1, fault: { kind: 'edit', edits } });
    await ground.refresh(query);
    expect((await ground.view(query)).state.complete?.rows).toBe(rows + 1);
  });
});

describe('a list', () => {
  test('that never ends is refused', async () => {
    await ground.login('many');
    const query = await ground.fill({ report: 'projects', accounts: ['Branch 01'], columns: ['project-id'] });
    await ground.asked();
    // Beyond the end the demo repeats the last rows there were, and says that there are more.
    await ground.fault({ path: '/projects', fault: { kind: 'endless' } });
    expect(told(await ground.refusal(query))).toEqual({
      code: 'paging-endless',
      title:
        'The list of projects of account Branch 01 never ends: Clockify gives the same page again and again.',
      remedy: 'Try again in a few minutes. If this continues, tell whoever gave you the add-on.',
    });
    expect(await ground.asked()).toHaveLength(23);
  });

  test('without the header of its last page ends at a short page', async () => {
    const query = await ground.fill({ report: 'tags' });
    const before = await ground.table(query);
    await ground.fault({ path: '/tags', fault: { kind: 'no-last-page' } });
    await ground.refresh(query);
    expect((await ground.table(query)).values).toEqual(before.values);
  });

  test('with a row twice is told and the table stands', async () => {
    const query = await ground.fill({ report: 'tags' });
    await ground.fault({ path: '/tags', fault: { kind: 'duplicate-rows' } });
    expect(told(await ground.refusal(query))).toEqual({
      code: 'totals-disagree',
      title:
        "What was read doesn't agree with what Clockify states (the same rows came twice), twice in a row.",
      remedy: 'Somebody may be editing tags right now. Try again in a minute.',
    });
  });
});

describe('values that nobody expected', () => {
  const query = (columns: string[]) =>
    ground.query({ days: ['2026-06-01', '2026-06-05'], columns, report: 'time-entries' });
  const asGiven = (values: Record<string, unknown>) =>
    ground.fault({ path: DETAILED, fault: { kind: 'set-in-rows', values } });

  test('in lists of ids are left out', async () => {
    const wish = await query(['entry-id', 'tags']);
    await asGiven({
      tags: [{ name: { toString: 1 }, _id: { toString: 1 } }],
      tagIds: [{ toString: 1 }, null],
    });
    await ground.refresh(wish);
    expect((await ground.table(wish)).values.slice(1).every(([, tags]) => tags === '')).toBe(true);
  });

  test.each([
    ['+275760-09-13T00:00:00Z', '+275760-09-13T00:00:00Z'],
    ['-000001-01-01T00:00:00Z', '-000001-01-01T00:00:00Z'],
    ['2026-06-01T08:00:00Z', { toString: 1 }],
  ])('as times, from %s to %j, are told and nothing is written', async (start, end) => {
    const wish = await query(['date', 'start', 'end']);
    await asGiven({ timeInterval: { start, end, duration: null } });
    const problem = await ground.failure(wish);
    expect(problem.code).toBe('answer-unreadable');
    expect(problem.title).toContain('without readable times');
  });

  test('as the length of a project, longer than a cell can show, leave it empty and say so', async () => {
    const wish = await ground.query({ report: 'projects', columns: ['project', 'tracked'] });
    await ground.fault({
      path: '/projects',
      fault: { kind: 'set-in-rows', values: { duration: 'PT99999999999H' } },
    });
    const { warnings, rows } = await ground.refresh(wish);
    expect(warnings).toEqual([
      `${rows} durations or dates are beyond what a cell can show: their cells are empty.`,
    ]);
    expect((await ground.table(wish)).values.slice(1).every(([, tracked]) => tracked === '')).toBe(true);
  });

  test('as tasks without their names are looked up', async () => {
    const wish = await ground.fill({ days: ['2026-06-01', '2026-06-05'], columns: ['entry-id', 'task'] });
    const before = (await ground.table(wish)).values;
    expect(before.some(([, task]) => task !== '' && task !== 'Task')).toBe(true);
    await asGiven({ taskName: null });
    await ground.asked();
    await ground.refresh(wish);
    expect((await ground.table(wish)).values).toEqual(before);
    expect(await ground.asked()).toEqual(['getDetailedReport', 'getProjects']);
  });
});

describe('Google', () => {
  test('out of requests for the day says so and keeps the table', async () => {
    const query = await standing();
    const fail = 'Service invoked too many times for one day: urlfetch.';
    const before = await ground.standing(query);
    const problem = await ground.failure(query, {
      onCall: ({ name }) => (name.startsWith('UrlFetchApp.') ? { fail } : undefined),
    });
    expect(problem.code).toBe('quota-used-up');
    expect(await ground.standing(query)).toEqual(before);
  });

  test('too busy for a moment is asked again', async () => {
    const query = await standing();
    const fail =
      'Service invoked too many times in a short time: urlfetch. Try Utilities.sleep(1000) between calls.';
    let failures = 2;
    await ground.refresh(query, {
      onCall: ({ name }) => (name.startsWith('UrlFetchApp.') && failures-- > 0 ? { fail } : undefined),
    });
    expect((await ground.view(query)).state.problem).toBeNull();
  });

  test('failing at something unforeseen shows a sentence and no stack', async () => {
    const query = await standing();
    const before = await ground.standing(query);
    const problem = await ground.failure(query, {
      onCall: ({ name }) =>
        name === 'Range.getNumberFormats' ? { fail: 'Something that nobody foresaw' } : undefined,
    });
    expect(told(problem)).toEqual({
      code: 'unexpected',
      title: 'Something went wrong inside the add-on.',
      remedy:
        'Nothing was lost. Try again; if it happens again, tell whoever gave you the add-on, with the time it happened.',
    });
    expect(await ground.standing(query)).toEqual(before);
  });
});
