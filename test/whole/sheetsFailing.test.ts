import type { Query } from '../../src/query/query';
import { TIMED_OUT } from '../../workbench/faults/interrupt';
import { repairing } from '../../workbench/faults/invariants';
import { tabNames } from '../../workbench/faults/picture';
import type { OnCall } from '../../workbench/gas/gate';
import { newGround, QUERY_TAB, told, type Wish } from './ground';

const ground = newGround();

/** Hundreds of executions: a machine that is busy with other things takes its time for them. */
jest.setTimeout(300_000);

const COLUMNS = ['date', 'description', 'duration'];
/** Eight entries, and two. */
const DAYS: [string, string] = ['2026-06-01', '2026-06-02'];
const DAY: [string, string] = ['2026-06-01', '2026-06-01'];
const wish: Wish = { accounts: ['Quirks'], days: DAYS, columns: COLUMNS };
const TAB = 'Time entries';

const period = ([from, to]: [string, string]) => ({ period: { kind: 'fixed' as const, from, to } });
const columns = (fields: string[]) => ({ columns: fields.map((field) => ({ field })) });

/** A query with a table at a cell among somebody's cells, and then changed. */
async function changed(days: [string, string], change: Partial<Query>): Promise<Query> {
  for (const a1 of ['A1', 'I3', 'B40']) ground.sheet.type('Sheet1', a1, 'mine');
  const target = { kind: 'cell' as const, sheet: ground.sheet.tabs()[0].id, row: 3, column: 2 };
  const query = await ground.fill({ ...wish, days, target });
  const { query: placed } = await ground.view(query);
  return ground.session.saveQuery({ ...(placed as Query), ...change });
}

describe('an error of Sheets while a table is written', () => {
  /** Fails the call after the values were written: nobody knows what came through. */
  const afterTheValues = (): OnCall => {
    let written = false;
    return ({ name }) => {
      if (written && /^(Spreadsheet|Sheet|Range)/.test(name)) return { fail: TIMED_OUT };
      written ||= name === 'Range.setNote';
      return undefined;
    };
  };

  test('is told with what it means for the table, and what to do', async () => {
    const query = await changed(DAY, {});
    const problem = await ground.failure(query, { onCall: afterTheValues() });
    expect(told(problem)).toEqual({
      code: 'sheets-failing',
      title:
        'Google Sheets failed while the table of Time entries was being written: part of it may be old, part of it new.',
      remedy: 'Refresh again: that repairs the table. If it happens again, wait a few minutes.',
    });
    expect(repairing(ground.session)).toBe(true);
  });

  test('before anything is written leaves everything as it was', async () => {
    const query = await changed(DAY, {});
    let locked = false;
    const problem = await ground.failure(query, {
      onCall: ({ name }) => {
        if (locked && name === 'Range.getValues') return { fail: TIMED_OUT };
        locked ||= name === 'Lock.tryLock';
        return undefined;
      },
    });
    expect(problem.code).toBe('sheets-failing');
    expect(repairing(ground.session)).toBe(false);
  });
});

describe('a refusal as a whole', () => {
  test('of a table that gains a column and loses rows leaves all old rows', async () => {
    const query = await changed(DAYS, { ...columns([...COLUMNS, 'user']), ...period(DAY) });
    ground.sheet.type('Sheet1', 'E9', 'mine');
    const before = ground.sheet.values('Sheet1');
    ground.session.platform.protect('Sheet1', 'E3', { editors: ['somebody'] });
    expect((await ground.refusal(query)).code).toBe('target-protected');
    expect(ground.sheet.values('Sheet1')).toEqual(before);
  });
});

describe('tabs', () => {
  const tabs = () => tabNames(ground.sheet);

  test('that an ended execution made, and somebody else has written to since, stay theirs', async () => {
    const query = await ground.query(wish);
    await ground.session.platform.run('startRefresh', [JSON.stringify({ query: query.id })], {
      via: 'client',
      onCall: ({ name }) => (name === 'Spreadsheet.insertSheet' ? 'end' : undefined),
    });
    ground.sheet.insertTab(TAB);
    ground.sheet.type(TAB, 'A1', 'mine');
    await ground.refresh(query);
    expect(ground.sheet.values(TAB)).toEqual([['mine']]);
    expect(ground.sheet.values('Time entries 2')).toHaveLength(9);
  });

  test('that an ended execution made stay its own when they are renamed', async () => {
    const query = await ground.query(wish);
    await ground.session.platform.run('startRefresh', [JSON.stringify({ query: query.id })], {
      via: 'client',
      onCall: ({ name }) => (name === 'Spreadsheet.setNamedRange' ? 'end' : undefined),
    });
    const made = tabs().filter((name) => name.startsWith(TAB));
    for (const name of made) ground.sheet.rename(name, 'Renamed');
    await ground.refresh(query);
    expect(tabs()).toEqual(['Sheet1', QUERY_TAB, made.length > 0 ? 'Renamed' : TAB]);
  });

  test.each(['Clocktable (building)', 'Clocktable (queries)'])(
    'of a query called %s have another name, and outlive a refusal',
    async (name) => {
      const query = await ground.fill({ ...wish, name });
      expect(tabs()).toEqual(['Sheet1', QUERY_TAB, `${name} 2`]);
      ground.session.platform.protect(`${name} 2`, 'A:C', { editors: ['somebody'] });
      expect((await ground.refusal(query)).code).toBe('target-protected');
      await ground.refusal(query);
    },
  );

  test('of somebody that are named like the hidden sheet are left alone', async () => {
    await ground.open();
    ground.sheet.insertTab(QUERY_TAB);
    ground.sheet.type(QUERY_TAB, 'A1', 'Id');
    ground.sheet.type(QUERY_TAB, 'A2', 'mine');
    const query = await ground.fill(wish);
    expect(ground.sheet.values(QUERY_TAB)).toEqual([['Id'], ['mine']]);
    expect((await ground.view(query)).state.complete?.rows).toBe(8);
    expect(tabs()).toContain(`${QUERY_TAB} 2`);
  });

  test('of somebody that are named like the building tab are not removed', async () => {
    ground.sheet.insertTab('Clocktable (building)');
    ground.sheet.type('Clocktable (building)', 'A1', 'mine');
    const query = await ground.fill(wish);
    ground.session.platform.protect(TAB, 'A:C', { editors: ['somebody'] });
    await ground.refusal(query);
    expect(ground.sheet.values('Clocktable (building)')).toEqual([['mine']]);
  });
});
