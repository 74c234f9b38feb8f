import type { Query } from '../../../src/query/query';
import type { Ground } from '../ground';

/** Somebody's own cells, around the place of the table. */
const FOREIGN: [a1: string, text: string][] = [
  ['A1', 'above'],
  ['H3', 'beside'],
  ['H90', 'beside, further down'],
  ['B1300', 'below'],
];

/** A table of one page among somebody's cells, changed so that it needs several. 116 entries a day. */
export async function severalPages(ground: Ground): Promise<Query> {
  await ground.login('bench');
  const { sheet } = ground;
  sheet.insertRows('Sheet1', 1000, 400);
  for (const [a1, text] of FOREIGN) sheet.type('Sheet1', a1, text);
  const query = await ground.fill({
    accounts: ['Bench 10k'],
    days: ['2026-02-01', '2026-02-01'],
    columns: ['date', 'duration', 'description'],
    target: { kind: 'cell', sheet: sheet.tabs()[0].id, row: 3, column: 2 },
  });
  const { query: placed } = await ground.view(query);
  const period = { kind: 'fixed' as const, from: '2026-02-01', to: '2026-02-09' };
  return ground.session.saveQuery({ ...(placed as Query), period });
}
