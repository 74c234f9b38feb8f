import { readFileSync } from 'node:fs';
import { describeInBrowser, Visit } from './browser';
import { GridOf, settled } from './grid';

describeInBrowser('the grid', () => {
  let visit: Visit;
  let grid: GridOf;

  beforeAll(async () => {
    visit = await Visit.begin();
    grid = new GridOf(visit);
  });

  afterAll(async () => {
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  test('shows what the store holds, in its formats', async () => {
    grid.change((store) => {
      store.type('Sheet1', 'A1', '2026-08-31');
      store.type('Sheet1', 'A2', '36:15:00');
      store.type('Sheet1', 'A3', '1234.5');
      store.setAttribute('Sheet1', 'A3', 'numberFormat', '#,##0.00');
      store.type('Sheet1', 'A4', "'007");
      store.type('Sheet1', 'A5', 'TRUE');
      store.type('Sheet1', 'A6', '=SUM(A2:A2)*24');
    });
    await grid.shows({
      A1: '2026-08-31',
      A2: '36:15:00',
      A3: '1,234.50',
      A4: '007',
      A5: 'TRUE',
      A6: '36.25',
    });
  });

  test('shows a note to whoever points at its cell', async () => {
    grid.change((store) => store.setAttribute('Sheet1', 'A1', 'note', 'As of this morning'));
    await settled(async () => {
      await visit.page.mouse.move(80 + Math.random() * 20, 175);
      expect(
        await visit.page.getByRole('complementary', { name: 'Note' }).textContent({ timeout: 200 }),
      ).toBe('As of this morning');
    });
  });

  test('what is typed reaches the store as Sheets reads it', async () => {
    await grid.type('C1', '1:07:00');
    await grid.type('C2', '50%');
    await grid.type('C3', 'plain words');
    await grid.stores('C3', 'plain words');
    expect(grid.store.values('Sheet1', 'C1:C2')).toEqual([[67 / 1440], [0.5]]);
    await grid.shows({ C1: '1:07:00', C2: '50%', C3: 'plain words' });
  });

  test('a typed formula stays a formula, and its value is known to all', async () => {
    await grid.type('D1', '=SUM(C1:C1)*2');
    await grid.shows({ D1: '2:14:00' });
    expect(grid.store.formulas('Sheet1', 'D1')).toEqual([['=SUM(C1:C1)*2']]);
    await grid.stores('D1', '2:14:00');
    await grid.type('C1', '2:00:00');
    await grid.stores('D1', '4:00:00');
  });

  test('Delete empties the selected cells', async () => {
    await grid.select('C2:C3');
    await visit.page.keyboard.press('Delete');
    await grid.stores('C3', '');
    expect(grid.store.values('Sheet1', 'C1:C3').flat().slice(1)).toEqual(['', '']);
  });

  test('bold and number format go to the selection', async () => {
    await grid.select('A3');
    await visit.page.getByRole('button', { name: 'Bold (Ctrl+B)' }).click();
    await visit.page.getByRole('button', { name: 'Format as percent' }).click();
    await grid.stores('A3', '123450.00%');
    expect(grid.store.attributes('Sheet1', 'fontWeight', 'A3')).toEqual([['bold']]);
    await grid.shows({ A3: '123450.00%' });
  });

  test('the selection is what the add-on finds selected', async () => {
    await grid.select('B5');
    await settled(async () => {
      await visit.open.book.run('user-1', 'readSelection', ['{}']);
      expect(visit.open.book.platform.workbook.activeSheet.activeRange).toMatchObject({ row: 5, column: 2 });
    });
  });

  test('rows are inserted and deleted', async () => {
    await grid.select('A2');
    await grid.choose('Insert', '1 row above');
    await grid.shows({ A2: '', A3: '36:15:00' });
    await grid.select('A2');
    await grid.choose('Edit', 'Delete 1 row');
    await grid.shows({ A2: '36:15:00' });
  });

  test('tabs are added, renamed, hidden and shown again', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: 'Add sheet' }).click();
    await page.getByRole('tab', { name: 'Sheet2' }).dblclick();
    await page.getByLabel('Name of the sheet').fill('Hours');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Hours' }).waitFor();
    await page.getByRole('button', { name: 'Menu of Hours' }).click();
    await page.getByRole('menuitem', { name: 'Hide sheet' }).click();
    await page.getByRole('tab', { name: 'Hours' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'All sheets' }).click();
    await page.getByRole('menuitem', { name: 'Hours' }).click();
    await page.getByRole('tab', { name: 'Hours' }).waitFor();
    expect(grid.store.tabs().map(({ name }) => name)).toEqual(['Sheet1', 'Hours']);
  });

  test('the tab in front stays in front when tabs change, and what is selected stays selected', async () => {
    await visit.page.getByRole('tab', { name: 'Hours' }).click();
    await grid.select('B7');
    grid.change((store) => {
      store.type('Hours', 'A1', 'new');
      store.type('Sheet1', 'F1', 'elsewhere');
    });
    await grid.shows({ A1: 'new' }, 'Hours');
    await visit.page.keyboard.type('typed');
    await visit.page.keyboard.press('Enter');
    await grid.stores('B7', 'typed', 'Hours');
    grid.change((store) => store.clear('Sheet1', 'F1'));
  });

  test('the tab in front is downloaded as it is displayed', async () => {
    await visit.page.getByRole('tab', { name: 'Sheet1' }).click();
    const downloading = visit.page.waitForEvent('download');
    await visit.page.getByRole('button', { name: 'Download as CSV' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/Sheet1\.csv$/);
    const lines = readFileSync(await download.path(), 'utf8').split('\r\n');
    expect(lines[0]).toBe('2026-08-31,,2:00:00,4:00:00');
    expect(lines[1]).toBe('36:15:00,,,');
  });

  test('a text that begins like a formula is downloaded as a text, or raw when asked for', async () => {
    grid.change((store) => store.type('Sheet1', 'A1', "'=1+1"));
    const first = async (item: string) => {
      const downloading = visit.page.waitForEvent('download');
      await grid.choose('File', item);
      return readFileSync(await (await downloading).path(), 'utf8').split(',')[0];
    };
    expect(await first('Download "Sheet1" as CSV')).toBe("'=1+1");
    expect(await first('The same with raw texts')).toBe('=1+1');
  });
});
