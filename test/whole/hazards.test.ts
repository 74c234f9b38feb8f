import type { Query } from '../../src/query/query';
import { newGround, problemIn, told, type Wish } from './ground';

const ground = newGround();

const COLUMNS = ['date', 'description', 'duration'];
/** Eight entries of two days, and one of the first. */
const DAYS: [string, string] = ['2026-06-01', '2026-06-02'];
const wish: Wish = { accounts: ['Quirks'], days: DAYS, columns: COLUMNS };

const atCell = (row = 3, column = 2) => ({
  ...wish,
  target: { kind: 'cell' as const, sheet: ground.sheet.tabs()[0].id, row, column },
});

describe('a person’s own table of Google Sheets with typed columns', () => {
  describe.each(['refuse all', 'refuse formats'] as const)('where such columns %s', (typedColumns) => {
    beforeEach(() => ground.open({ typedColumns }));

    test('at the place of a new table: that is said, and nothing changes', async () => {
      const query = await ground.query(atCell());
      ground.sheet.makeTable('Sheet1', 'B4:D6');
      expect((await ground.refusal(query)).code).toBe('target-typed');
    });

    test('below a table that grows: nothing changes, and once it is plain cells again the table grows', async () => {
      const query = await ground.fill({ ...atCell(), days: ['2026-06-01', '2026-06-01'] });
      ground.sheet.makeTable('Sheet1', 'B7:C9');
      const { query: placed } = await ground.view(query);
      const period = { kind: 'fixed' as const, from: DAYS[0], to: DAYS[1] };
      await ground.session.saveQuery({ ...(placed as Query), period });
      expect((await ground.refusal(query)).code).toBe('target-typed');
      ground.sheet.removeTables('Sheet1');
      await ground.refresh(query);
      expect((await ground.table(query)).values).toHaveLength(9);
    });

    test('beside a table makes no difference', async () => {
      ground.sheet.makeTable('Sheet1', 'F3:H9');
      const query = await ground.fill(atCell());
      expect((await ground.table(query)).values).toHaveLength(9);
    });
  });

  test('made of a table of ours: either it is said, or the table is refreshed', async () => {
    await ground.open({ typedColumns: 'refuse all' });
    const query = await ground.fill(wish);
    ground.sheet.clear('Time entries', 'C5:C6');
    ground.sheet.makeTable('Time entries', 'A1:C9');
    expect(told(await ground.refusal(query))).toEqual({
      code: 'target-typed',
      title:
        'The cells of the table are in a table of Google Sheets whose columns have types. Nothing was changed.',
      remedy:
        'Choose Convert to unformatted data in the menu of that table, or let the query go to a tab of its own.',
    });
  });

  test('made of a table of ours, where only formats are refused, is refreshed as ever', async () => {
    await ground.open({ typedColumns: 'refuse formats' });
    const query = await ground.fill(wish);
    ground.sheet.makeTable('Time entries', 'A1:C9');
    ground.sheet.clear('Time entries', 'A5:C6');
    await ground.refresh(query);
    expect((await ground.table(query)).values.every((row) => row.every((value) => value !== ''))).toBe(true);
  });
});

describe('a tab that shows a chart', () => {
  beforeEach(() => {
    ground.sheet.addChartTab('Chart', 0);
    ground.sheet.activate('Chart');
  });

  test('in front is in nobody’s way', async () => {
    const query = await ground.fill(wish);
    await ground.refresh(query);
    expect(await ground.session.call('loadOverview')).toMatchObject({ queries: [{ repairing: false }] });
    expect((await ground.table(query)).values).toHaveLength(9);
  });

  test('has the name that a table’s tab would have: the table gets another', async () => {
    ground.sheet.rename('Chart', 'Time entries');
    const query = await ground.fill(wish);
    expect(ground.sheet.tabs().map(({ name }) => name)).toContain('Time entries 2');
    expect((await ground.table(query)).values).toHaveLength(9);
  });

  test('can’t be where a table goes, and says so', async () => {
    const sheet = ground.sheet.tabs()[0].id;
    const query = await ground.query({ ...wish, target: { kind: 'cell', sheet, row: 1, column: 1 } });
    expect((await ground.refusal(query)).code).toBe('tab-without-cells');
  });

  test('has no selection to place a table at, and says so', async () => {
    const problem = await problemIn(() => ground.session.call('readSelection'));
    expect(told(problem)).toEqual({
      code: 'tab-without-cells',
      title: 'This tab holds a chart and has no cells. Nothing was changed.',
      remedy: 'Choose a cell on another tab, or let the table go to a tab of its own.',
    });
  });
});
