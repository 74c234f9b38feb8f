import { Beside, column, DAYS, doubled, KEPT, period, SECOND, sorted, TAB } from './besideGround';
import { newGround } from './ground';

const ground = newGround();
const beside = new Beside(ground);

const NONE: [string, string] = ['2026-06-20', '2026-06-21'];
const FIELDS = (fields: string[]) => ({ columns: fields.map((field) => ({ field })) });

/** Every typed cell is beside its row, every row has its formula, and nothing is below. */
function expectInOrder(): void {
  const ids = beside.ids();
  expect(beside.cells('D')).toEqual(column(ids.map((id) => `of ${id}`)));
  expect(beside.formulas()).toEqual(doubled(Math.max(1, ids.length)));
}

describe('what is typed beside a table', () => {
  test('travels with its rows when they are sorted', async () => {
    const query = await beside.fill();
    const before = beside.ids();
    await beside.edit(query, sorted('entry-id'));
    expect(beside.ids()).not.toEqual(before);
    expectInOrder();
    expect(beside.tabs()).not.toContain(KEPT);
  });

  test('travels with its rows when somebody sorted the table alone, and its order is put right', async () => {
    const query = await beside.fill();
    const before = beside.ids();
    const rows = ground.sheet.values(TAB, 'A2:C9');
    rows.reverse().forEach((row, at) => {
      for (const [across, value] of row.entries()) beside.type(`${'ABC'[across]}${at + 2}`, String(value));
      beside.type(`D${at + 2}`, `of ${row[0]}`);
    });
    await ground.refresh(query);
    expect(beside.ids()).toEqual(before);
    expectInOrder();
  });

  test('stays with its rows among new ones, to which formulas are filled down', async () => {
    const query = await beside.fill({ days: SECOND });
    const known = beside.ids();
    await beside.edit(query, period(DAYS));
    const ids = beside.ids();
    expect(ids).toHaveLength(8);
    expect(beside.cells('D')).toEqual(column(ids.map((id) => (known.includes(id) ? `of ${id}` : ''))));
    expect(beside.formulas()).toEqual(doubled(8));
  });

  test('stays with its groups when the columns of a grouped table change places', async () => {
    const grouped = { grain: 'grouped' as const, ...FIELDS(['project', 'user', 'duration']) };
    const query = await ground.fill({ accounts: ['Quirks'], days: DAYS, ask: grouped });
    const names = () =>
      ground.sheet.values(TAB, 'A2:B20').map((row) =>
        row
          .filter((one) => one !== '')
          .sort()
          .join(' / '),
      );
    beside.type('D1', 'Approved');
    const typed = names().filter((name) => name !== '');
    for (const [row, name] of typed.entries()) beside.type(`D${row + 2}`, name);
    await beside.edit(query, { ...FIELDS(['user', 'project', 'duration']), ...sorted('duration') });
    expect(beside.cells('D')).toEqual(names());
    expect(beside.tabs()).not.toContain(`${TAB} (kept)`);
    expect(typed.length).toBeGreaterThan(2);
  });

  test('is kept where its row is gone, pointed at, and comes back with it', async () => {
    const query = await beside.fill();
    const before = beside.ids();
    await beside.edit(query, period(SECOND));
    expectInOrder();
    const gone = before.filter((id) => !beside.ids().includes(id));
    const [, ...kept] = ground.sheet.values(KEPT);
    expect(kept.map(([, , title, typed]) => [title, typed])).toEqual(gone.map((id) => ['PO', `of ${id}`]));
    kept.forEach(([since, text], at) => {
      expect(since).toMatch(/^2026-\d\d-\d\d$/);
      expect(text).toContain(gone[at]);
    });
    expect((await ground.view(query)).state.warnings.join()).toContain(KEPT);
    expect(ground.sheet.attributes(TAB, 'note', 'A1')[0][0]).toContain(KEPT);
    await beside.edit(query, period(DAYS));
    expectInOrder();
    expect(beside.ids()).toEqual(before);
    expect(beside.tabs()).not.toContain(KEPT);
    expect((await ground.view(query)).state.warnings.join()).not.toContain(KEPT);
  });

  test('is kept of a table without rows, which keeps one of its formulas', async () => {
    const query = await beside.fill();
    await beside.edit(query, period(NONE));
    expect(beside.formulas()).toEqual(doubled(1));
    expect(ground.sheet.values(KEPT)).toHaveLength(9);
    await beside.edit(query, period(DAYS));
    expectInOrder();
  });

  test('is what it was: numbers, dates, texts like numbers, formulas of its own', async () => {
    const query = await beside.fill();
    const typed = ['007', '12.5', '2026-03-04', '50%', "'=1+1", 'TRUE', '=C8+1', '36:15:00'];
    for (const [row, text] of typed.entries()) beside.type(`D${row + 2}`, text);
    ground.sheet.setAttribute(TAB, 'D2', 'numberFormat', '@');
    beside.type('D2', '007');
    const cellsOf = () =>
      beside.ids().map((id, row) => {
        const at = `D${row + 2}`;
        const [[value], [shown], [formula]] = [
          ground.sheet.values(TAB, at)[0],
          ground.sheet.displayed(TAB, at)[0],
          ground.sheet.formulas(TAB, at)[0],
        ];
        return [id, value, shown, formula.replace(`C${row + 2}`, 'C')];
      });
    const own = (cells: unknown[][]) => new Map(cells.map(([id, ...cell]) => [id, cell]));
    const before = own(cellsOf());
    await beside.edit(query, sorted('entry-id'));
    expect(own(cellsOf())).toEqual(before);
  });

  test('travels with rows of a table whose last days alone are read anew', async () => {
    const query = await beside.fill({
      period: { kind: 'since', from: '2026-06-01', to: 'today' },
      ask: { mode: { kind: 'last-days', days: 30 }, ...sorted('entry-id') },
    });
    const [gone, stays] = [beside.ids()[3], beside.ids()[5]];
    await ground.control.editEntries({ workspace: 'Quirks', remove: [gone] });
    await ground.refresh(query);
    expect(beside.ids()).toContain(stays);
    expectInOrder();
    expect(ground.sheet.values(KEPT).flat()).toContain(`of ${gone}`);
  });

  test('over a formula of its column travels, and the formula fills its place', async () => {
    const query = await beside.fill();
    beside.type('E4', 'by hand');
    const id = beside.ids()[2];
    await beside.edit(query, sorted('entry-id'));
    const place = beside.ids().indexOf(id);
    expect(place).not.toBe(2);
    expect(beside.cells('E')[place]).toBe('by hand');
    expect(beside.formulas()).toEqual(doubled(8).map((formula, row) => (row === place ? '' : formula)));
  });

  test('below a table that stays as it is costs no write, and one look', async () => {
    const query = await beside.fill();
    const calls: string[] = [];
    await ground.refresh(query, { onCall: ({ name }) => void calls.push(name) });
    expect(calls.filter((name) => name === 'Range.isBlank').length).toBeLessThanOrEqual(1);
    expect(calls.filter((name) => ['Range.copyTo', 'Spreadsheet.insertSheet'].includes(name))).toEqual([]);
  });
});

describe('columns beside a table', () => {
  test('are those of nobody when it is placed', async () => {
    for (const a1 of ['D1', 'D2', 'D3']) ground.sheet.type('Sheet1', a1, `mine ${a1}`);
    const target = { kind: 'cell' as const, sheet: ground.sheet.tabs()[0].id, row: 1, column: 1 };
    await ground.fill({
      accounts: ['Quirks'],
      days: DAYS,
      columns: ['entry-id', 'date', 'duration'],
      target,
    });
    expect(ground.sheet.values('Sheet1', 'D1:D3').flat()).toEqual(['mine D1', 'mine D2', 'mine D3']);
  });

  test('are in the way of a table that gets wider, and travel once there is room', async () => {
    const query = await beside.fill();
    await beside.change(query, {
      ...FIELDS(['entry-id', 'date', 'duration', 'description']),
      ...sorted('entry-id'),
    });
    const problem = await ground.refusal(query);
    expect(problem).toMatchObject({ code: 'cells-in-the-way', room: { columns: 1 } });
    await ground.session.call('insertColumns', { query: query.id, columns: 1 });
    await ground.refresh(query);
    const ids = beside.ids();
    expect(ground.sheet.values(TAB, 'E2:E9').flat()).toEqual(ids.map((id) => `of ${id}`));
  });

  test('still belong to a table that got narrower', async () => {
    const query = await beside.fill();
    await beside.edit(query, FIELDS(['entry-id', 'date']));
    await beside.edit(query, sorted('entry-id'));
    expect(beside.cells('D')).toEqual(column(beside.ids().map((id) => `of ${id}`)));
  });

  test('end before one that is blank, and before another table', async () => {
    const query = await beside.fill();
    for (let row = 1; row < 10; row++) beside.type(`G${row}`, `mine ${row}`);
    await beside.edit(query, sorted('entry-id'));
    expectInOrder();
    expect(ground.sheet.values(TAB, 'G1:G9').flat()).toEqual(
      Array.from({ length: 9 }, (_, at) => `mine ${at + 1}`),
    );
  });

  test('that one formula fills from above are left alone', async () => {
    const query = await beside.fill();
    beside.type('F1', 'Spilled');
    beside.type('F2', '=ARRAYFORMULA(C2:C9)');
    for (let row = 3; row < 10; row++) beside.type(`F${row}`, `spilled ${row}`);
    await beside.edit(query, sorted('entry-id'));
    expectInOrder();
    expect(beside.cells('F').slice(1, 8)).toEqual(Array.from({ length: 7 }, (_, at) => `spilled ${at + 3}`));
  });

  test('keep what is below them: a table that would cover it says so', async () => {
    const query = await beside.fill({ days: SECOND });
    beside.type('E8', '=SUM(E2:E7)');
    await beside.change(query, period(DAYS));
    expect(await ground.refusal(query)).toMatchObject({ code: 'cells-in-the-way', room: { rows: 2 } });
  });

  test('that are protected are refused before anything is written', async () => {
    const query = await beside.fill();
    ground.session.platform.protect(TAB, 'D3:D4', { editors: ['somebody'] });
    await beside.change(query, sorted('entry-id'));
    const problem = await ground.refusal(query);
    expect(problem.code).toBe('target-protected');
    expect(problem.title).toContain('beside the table');
  });

  test('that are a native table are refused before anything is written', async () => {
    const query = await beside.fill();
    ground.sheet.makeTable(TAB, 'D1:D9');
    await beside.change(query, sorted('entry-id'));
    expect(await ground.refusal(query)).toMatchObject({ code: 'target-typed' });
  });
});
