import type { Health } from '../../src/actions/record/health';
import type { Run } from '../../src/record/run';
import type { FaultRule } from '../../workbench/clockify/faults';
import { effectful } from '../../workbench/faults/interrupt';
import { keep, putBack } from '../../workbench/faults/keep';
import { newGround, problemIn } from './ground';
import { WISH } from './sharing';

const ground = newGround();

const AWAY: FaultRule = { fault: { kind: 'status', status: 503 } };

const noteOf = () => ground.sheet.attributes('Hours', 'note', 'A1')[0][0] ?? '';
const stateLine = () => noteOf().match(/▦ State: (.*)/)?.[1] ?? null;
const block = (a1: string) => ground.sheet.displayed('Report', a1);
const labels = () => block('B2:C9').map(([label]) => label);
const told = (label: string) => block('B2:C9').find(([found]) => found === label)?.[1];
const select = (a1: string) => ground.sheet.select('Report', a1);
const properties = () => ground.session.platform.properties('document').keys();

const place = (query?: { id: string }, options = {}) =>
  ground.session.call<{ address: string }>(
    'placeStatus',
    query ? { query: query.id } : { all: true },
    options,
  );

/** A query with a table, and a tab of the person's own beside it. */
async function filled() {
  const query = await ground.fill(WISH);
  ground.sheet.insertTab('Report');
  return query;
}

async function failed(query: { id: string }) {
  await ground.fault(AWAY);
  await ground.failure(query);
}

describe('the note of a table', () => {
  test('of a refresh that is fresh, without a schedule, says nothing besides', async () => {
    await filled();
    expect(stateLine()).toBeNull();
    expect(noteOf()).toContain('As of 2026-07-01');
  });

  test('says that it shows older data once a refresh has failed, until one is complete', async () => {
    const query = await filled();
    await failed(query);
    expect(stateLine()).toMatch(/^showing data from 1 Jul \d\d:\d\d$/);
    await ground.control.clearFaults();
    await ground.refresh(query);
    expect(stateLine()).toBeNull();
  });

  test('is written once, however often the same is to be said', async () => {
    const query = await filled();
    await failed(query);
    const calls: string[] = [];
    await ground.session.refresh(query.id, { onCall: ({ name }) => void calls.push(name) }).catch(() => null);
    expect(calls).not.toContain('Range.setNote');
  });
});

describe('status cells', () => {
  test('say at the selected cell how a query stands, as of when, how complete, and until when that holds', async () => {
    const query = await filled();
    select('B2');
    expect(await place(query)).toEqual({ address: 'Report!B2:C9' });
    expect(block('B2:C9')).toEqual([
      ['Query', 'Hours'],
      ['State', expect.stringMatching(/^Fresh as of 1 Jul \d\d:\d\d$/)],
      ['Showing data from', expect.stringMatching(/^2026-07-01 \d\d:\d\d$/)],
      ['Complete', expect.stringMatching(/^(\d+) of \1 entries$/)],
      ['Period', '1–2 Jun 2026'],
      ['Time zone', query.zone],
      ['Next refresh', 'not scheduled'],
      ['This holds until', 'its next refresh'],
    ]);
  });

  test('are true after a refresh that failed, and after the next that is complete', async () => {
    const query = await filled();
    select('B2');
    await place(query);
    await failed(query);
    expect(told('State')).toMatch(/^Showing data from/);
    await ground.control.clearFaults();
    ground.session.platform.clock.advance(3_600_000);
    await ground.refresh(query);
    expect(told('State')).toMatch(/^Fresh as of/);
  });

  test('are found where rows and columns that were inserted before them have moved them, and on a tab of another name', async () => {
    const query = await filled();
    select('B2');
    await place(query);
    ground.sheet.insertRows('Report', 1, 3);
    ground.sheet.insertColumns('Report', 1, 1);
    ground.sheet.rename('Report', 'Summary');
    await failed(query);
    expect(ground.sheet.displayed('Summary', 'C6:D6')[0][1]).toMatch(/^Showing data from/);
  });

  test('that somebody typed over are put right', async () => {
    const query = await filled();
    select('B2');
    await place(query);
    ground.sheet.type('Report', 'C3', 'Fresh, honestly');
    ground.sheet.type('Report', 'B4', '=1+1');
    await ground.refresh(query);
    expect(told('State')).toMatch(/^Fresh as of/);
    expect(labels()[2]).toBe('Showing data from');
  });

  test('into which somebody inserted a row leave that row alone', async () => {
    const query = await filled();
    select('B2');
    await place(query);
    ground.sheet.insertRows('Report', 3, 1);
    ground.sheet.type('Report', 'C3', 'mine');
    await failed(query);
    expect(block('B2:C10')[1]).toEqual(['', 'mine']);
    expect(block('B2:C10')[2][1]).toMatch(/^Showing data from/);
  });

  test('in whose place is something else now leave it alone', async () => {
    const query = await filled();
    select('B2');
    await place(query);
    ground.sheet.clear('Report', 'B2:C9');
    ground.sheet.type('Report', 'B2', 'Budget');
    await failed(query);
    expect(block('B2:C3')).toEqual([
      ['Budget', ''],
      ['', ''],
    ]);
    expect(properties().filter((name) => name.startsWith('status.'))).toEqual([]);
  });

  test.each([
    ['cells of somebody', () => ground.sheet.type('Report', 'C9', 'mine'), 'B2'],
    ['a table that they would touch', () => ground.sheet.activate('Hours'), null],
  ])('are not placed over %s', async (_, prepare, at) => {
    const query = await filled();
    prepare();
    if (at) select(at);
    else ground.sheet.select('Hours', 'C1');
    const before = keep(ground.session);
    expect(await problemIn(() => place(query))).toMatchObject({ code: 'cells-in-the-way' });
    expect(keep(ground.session).workbook).toEqual(before.workbook);
    expect(keep(ground.session).stores.document).toEqual(before.stores.document);
  });

  test('that are placed again go with what was selected', async () => {
    const query = await filled();
    select('B2');
    await place(query);
    select('C3');
    await place(query);
    expect(ground.sheet.displayed('Report', 'B2:B9').flat().join('')).toBe('');
    expect(ground.sheet.displayed('Report', 'C3')).toEqual([['Query']]);
    expect(ground.sheet.names().filter(({ name }) => name.startsWith('Clockify_Status_'))).toHaveLength(1);
  });

  test('show a name as the text that it is', async () => {
    await ground.login();
    const query = await ground.fill({ ...WISH, name: '=1+1' });
    ground.sheet.insertTab('Report');
    select('B2');
    await place(query);
    expect(told('Query')).toBe('=1+1');
  });

  test('of all queries have a line for each, one more for a new one where there is room', async () => {
    await filled();
    select('B2');
    await place();
    await ground.fill({ ...WISH, name: 'More' });
    expect(block('B2:E4').map(([name, state]) => [name, state.slice(0, 5)])).toEqual([
      ['Query', 'State'],
      ['Hours', 'Fresh'],
      ['More', 'Fresh'],
    ]);
    ground.sheet.type('Report', 'D5', 'mine');
    await ground.fill({ ...WISH, name: 'Most' });
    expect(block('B4:B5').flat()).toEqual(['and 2 more', '']);
    expect(block('D5')).toEqual([['mine']]);
  });

  test.each([
    ['removed', (id: string) => ground.session.call('removeStatus', { query: id })],
    ['gone with their query', (id: string) => ground.session.call('deleteQuery', { query: id })],
    ['gone with everything', () => ground.session.call('forgetAll', {})],
  ])('can be %s', async (_, remove) => {
    const query = await filled();
    select('B2');
    await place(query);
    ground.sheet.type('Report', 'D2', 'mine');
    await remove(query.id);
    expect(block('B2:D9').flat().filter(String)).toEqual(['mine']);
    expect(ground.sheet.names().filter(({ name }) => name.startsWith('Clockify_Status_'))).toEqual([]);
    expect(properties().filter((name) => name.startsWith('status.'))).toEqual([]);
  });

  test('of a copied file stay what they were, with their moment, and can be placed anew', async () => {
    const query = await filled();
    select('B2');
    await place(query);
    const before = block('B2:C9');
    ground.copy();
    await ground.session.call('loadOverview', {});
    expect(block('B2:C9')).toEqual(before);
    select('F2');
    await place(query);
    expect(ground.sheet.displayed('Report', 'F2')).toEqual([['Query']]);
  });

  test('that are protected against whoever refreshes hinder nothing', async () => {
    const query = await filled();
    select('B2');
    await place(query);
    ground.session.platform.protect('Report', 'B:C', { editors: ['somebody'] });
    ground.session.platform.clock.advance(3_600_000);
    await ground.refresh(query);
  });

  test('are whole wherever the execution that places or updates them ends', async () => {
    const query = await filled();
    select('B2');
    const start = keep(ground.session);
    const calls: string[] = [];
    await place(query, { onCall: ({ name }: { name: string }) => void calls.push(name) });
    const wrong: string[] = [];
    const ends = [...calls.keys()].filter((at) => effectful(calls[at])).slice(-12);
    for (const at of ends) {
      putBack(ground.session, start);
      select('B2');
      const input = [JSON.stringify({ query: query.id })];
      await ground.session.platform.run('placeStatus', input, {
        via: 'client',
        onCall: ({ index }) =>
          index === at ? { end: 'before' as const, unflushed: 'half' as const } : undefined,
      });
      await ground.refresh(query);
      const after = block('B2:C9').flat();
      const whole = after.every((text) => text === '') || (after[0] === 'Query' && /^Fresh/.test(after[3]));
      if (!whole) wrong.push(`${at} ${calls[at]}: ${JSON.stringify(after)}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('the record of refreshes', () => {
  test('says who ran it, how many rows there were before, and what was sent again', async () => {
    const query = await filled();
    const login = (await ground.session.call<{ id: string }[]>('listLogins', {}))[0];
    await ground.session.call('shareLogin', { login: login.id, displayName: 'Mara' });
    await ground.fault({ ...AWAY, times: 1 });
    await ground.refresh(query);
    const [run, first] = await ground.session.call<Run[]>('listRuns', {});
    expect(run).toMatchObject({ by: 'Mara', retries: 1, outcome: 'complete', rowsBefore: run.rows });
    expect(first).toMatchObject({ by: null, rowsBefore: null });
  });

  test('is exported to a tab of its own, in the place of what was exported before', async () => {
    const query = await filled();
    ground.sheet.insertTab('Refresh log');
    ground.sheet.type('Refresh log', 'A1', 'mine');
    expect(await ground.session.call('exportRuns', {})).toMatchObject({ runs: 1 });
    ground.sheet.type('Refresh log 2', 'V2', 'beside');
    await ground.refresh(query);
    expect(await ground.session.call('exportRuns', {})).toMatchObject({ runs: 2 });
    expect(ground.sheet.displayed('Refresh log 2', 'A1:D3')).toEqual([
      ['When (UTC)', 'Query', 'Outcome', 'Why'],
      [expect.stringMatching(/^2026-07-01 \d\d:\d\d:\d\d$/), 'Hours', 'complete', 'hand'],
      [expect.stringMatching(/^2026-07-01 \d\d:\d\d:\d\d$/), 'Hours', 'complete', 'hand'],
    ]);
    expect(ground.sheet.displayed('Refresh log 2', 'V2')).toEqual([['beside']]);
    expect(ground.sheet.displayed('Refresh log', 'A1')).toEqual([['mine']]);
  });

  test('is exported to another tab where somebody made something else of the first', async () => {
    await filled();
    await ground.session.call('exportRuns', {});
    ground.sheet.type('Refresh log', 'A1', 'My own list');
    await ground.session.call('exportRuns', {});
    expect(ground.sheet.displayed('Refresh log', 'A1')).toEqual([['My own list']]);
    expect(ground.sheet.displayed('Refresh log 2', 'A1')).toEqual([['When (UTC)']]);
  });
});

describe('the health of all queries', () => {
  test('is how each stands and why, and the requests of today', async () => {
    const query = await filled();
    await failed(query);
    const health = await ground.session.call<Health>('loadHealth', {});
    expect(health.queries).toMatchObject([{ name: 'Hours', standing: { kind: 'showing' }, next: null }]);
    expect(health.queries[0].why).toContain('Clockify');
    expect(health.requestsToday).toBeGreaterThan(1);
    expect(health.requestsByAccount).toEqual([{ account: 'Quirks', requests: health.requestsToday }]);
    expect(health).toMatchObject({ triggerSecondsToday: 0, triggerSecondsLeft: 5400, next24: [] });
  });

  test('counts what two queries share once', async () => {
    await ground.login();
    const first = await ground.query(WISH);
    const second = await ground.query({ ...WISH, name: 'Again' });
    await ground.asked();
    await ground.session.call('startRefreshes', { queries: [first.id, second.id] });
    const asked = (await ground.asked()).length;
    const health = await ground.session.call<Health>('loadHealth', {});
    expect(health.requestsToday).toBe(asked);
  });
});
