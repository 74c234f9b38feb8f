import { createHash } from 'node:crypto';
import type { Query } from '../../src/query/query';
import { callsOf, endAt } from '../../workbench/faults/interrupt';
import { repairing } from '../../workbench/faults/invariants';
import { tabNames } from '../../workbench/faults/picture';
import { latency, scaled } from '../../workbench/gas/latency';
import { newGround, QUERY_TAB } from './ground';

/** Nothing costs time, so that each refresh ends in the execution that began it. */
const ground = newGround({ prices: scaled(latency, 0), pasteValues: 'wipes formats' });

const QUARTER: [string, string] = ['2026-01-01', '2026-03-31'];
const DAY: [string, string] = ['2026-01-01', '2026-01-01'];
const TAB = 'Time entries';

const period = ([from, to]: [string, string]) => ({ period: { kind: 'fixed' as const, from, to } });

/** The names of the tabs, in order. */
const tabs = () => tabNames(ground.sheet);

describe('a table of 100,000 rows and 21 columns', () => {
  const columns = [
    ...['entry-id', 'duration', 'date', 'start', 'end', 'hours', 'description', 'project', 'client', 'task'],
    ...['tags', 'user', 'email', 'billable', 'type', 'locked', 'user-id', 'project-id', 'client-id'],
    ...['task-id', 'tag-ids'],
  ];

  test('is built aside, moved by one call, and is what Clockify has', async () => {
    await ground.login('bench');
    const query = await ground.query({ accounts: ['Bench 100k'], days: QUARTER, columns });
    const calls = await callsOf(ground, query);

    // The values by one call; rows that are inserted have the formats of the row above them.
    expect(calls.filter((name) => name === 'Range.copyTo')).toHaveLength(1);
    expect(tabs()).toEqual(['Sheet1', QUERY_TAB, TAB]);
    const [{ rect }] = ground.sheet.names();
    expect(rect).toEqual({ row: 1, column: 1, rows: 100_001, columns: 21 });

    const truth = await ground.control.truth({
      workspace: 'Bench 100k',
      from: QUARTER[0],
      to: QUARTER[1],
      zone: 'Europe/Berlin',
      now: ground.session.platform.clock.now(),
    });
    const rows = ground.sheet.values(TAB, 'A2:B100001');
    const digest = (ids: unknown[]) => createHash('sha256').update(ids.sort().join()).digest('hex');
    expect(digest(rows.map(([id]) => id))).toBe(digest(truth.ids));
    const seconds = rows.reduce((sum, [, duration]) => sum + Math.round(Number(duration) * 86_400), 0);
    expect(seconds).toBe(truth.seconds);
    expect(ground.sheet.displayed(TAB, 'B2')[0][0]).toMatch(/^\d+:\d\d:\d\d$/);
  });
});

describe('a table that grows to 10,000 rows and 200 columns', () => {
  const columns = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? 'entry-id' : 'duration'));

  /** A table of one day, and a query that now asks for a quarter; somebody's own cell beside the table. */
  async function grown(): Promise<Query> {
    await ground.login('bench');
    const query = await ground.fill({ accounts: ['Bench 10k'], days: DAY, columns });
    ground.sheet.insertColumns(TAB, 201, 2);
    ground.sheet.type(TAB, 'GT5', 'mine');
    const { query: placed } = await ground.view(query);
    // With another title its header is written too: without that line it would be just short enough for one call.
    const [first, ...others] = (placed as Query).columns;
    const named = [{ ...first, title: 'Entry' }, ...others];
    return ground.session.saveQuery({ ...(placed as Query), ...period(QUARTER), columns: named });
  }

  /** All that is in the tab of the table, in short. */
  function picture(): string {
    const hash = createHash('sha256').update(JSON.stringify(ground.sheet.names()));
    for (const row of ground.sheet.values(TAB)) hash.update(JSON.stringify(row));
    return hash.digest('hex');
  }

  let calls: string[];
  let done: string;

  async function prepare(): Promise<void> {
    const query = await grown();
    calls = await callsOf(ground, query);
    done = picture();
  }

  /** Where the n-th call of a name is, counted from 0. */
  function placeOf(name: string, n: number): number {
    const place = [...calls.keys()].filter((at) => calls[at] === name)[n];
    if (place === undefined) throw new Error(`no call ${n} of ${name}`);
    return place;
  }

  test.each([
    ['amid what is written into it', 'Range.setValues', 2, 'applied'],
    ['as what was written is flushed', 'SpreadsheetApp.flush', 0, 'half'],
    ['as it is moved', 'Range.copyTo', 0, 'lost'],
    ['as the building tab is removed', 'Spreadsheet.deleteSheet', 0, 'half'],
  ] as const)(
    'and whose execution ends %s (%s %i; its writes %s) is repaired by the next refresh',
    async (_, name, n, killedWrites) => {
      if (!calls) await prepare();
      await ground.open({ killedWrites });
      const query = await grown();
      await endAt(ground.session, query, placeOf(name, n));
      expect((await ground.view(query)).repairing).toBe(true);
      await ground.refresh(query);
      expect(picture()).toBe(done);
      expect(tabs()).toEqual(['Sheet1', QUERY_TAB, TAB]);
      expect(repairing(ground.session)).toBe(false);
    },
  );

  test('and is refused leaves the old one, and no building tab', async () => {
    const query = await grown();
    const before = picture();
    ground.session.platform.protect(TAB, 'A200', { editors: ['somebody'] });
    expect((await ground.failure(query)).code).toBe('target-protected');
    expect(picture()).toBe(before);
    expect(tabs()).toEqual(['Sheet1', QUERY_TAB, TAB]);
  });
});
