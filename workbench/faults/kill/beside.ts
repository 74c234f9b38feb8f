import type { Query } from '../../../src/query/query';
import type { Ground } from '../ground';

/** How many columns beside the table belong to its rows: one that somebody types into, and one of formulas. */
export const BESIDE = 2;

const DAY: [string, string] = ['2026-06-01', '2026-06-01'];
const DAYS: [string, string] = ['2026-06-01', '2026-06-02'];
const FOREIGN = ['A1', 'B1', 'H3', 'B30'];

/** A table with a typed and a formula column beside it, changed so that it grows or shrinks. */
export async function withBeside(ground: Ground, how: 'grows' | 'shrinks'): Promise<Query> {
  const { sheet, session } = ground;
  for (const a1 of FOREIGN) sheet.type('Sheet1', a1, 'mine');
  const target = { kind: 'cell' as const, sheet: sheet.tabs()[0].id, row: 3, column: 2 };
  const [before, after] = how === 'grows' ? [DAY, DAYS] : [DAYS, DAY];
  const query = await ground.fill({
    accounts: ['Quirks'],
    columns: ['entry-id', 'duration'],
    days: before,
    target,
  });
  const rows = (await ground.table(query)).values.length;
  sheet.type('Sheet1', 'D3', 'PO number');
  sheet.type('Sheet1', 'E3', 'Hours');
  for (let row = 4; row < 3 + rows; row++) {
    sheet.type('Sheet1', `D${row}`, `PO ${row}`);
    sheet.type('Sheet1', `E${row}`, `=C${row}*24`);
  }
  await ground.refresh(query);
  const { query: placed } = await ground.view(query);
  const [from, to] = after;
  return session.saveQuery({ ...(placed as Query), period: { kind: 'fixed', from, to } });
}
