import type { Query } from '../../src/query/query';
import type { Ground, Wish } from './ground';

const COLUMNS = ['date', 'description', 'duration'];
/** Eight entries of two days, and two of the first. */
const DAYS: [string, string] = ['2026-06-01', '2026-06-02'];
const DAY: [string, string] = ['2026-06-01', '2026-06-01'];
const wish: Wish = { accounts: ['Quirks'], days: DAYS, columns: COLUMNS };

const period = ([from, to]: [string, string]) => ({ period: { kind: 'fixed' as const, from, to } });
const columns = (fields: string[]) => ({ columns: fields.map((field) => ({ field })) });
const MORE = columns([...COLUMNS, 'billable', 'user']);
const FEWER = columns(['duration']);

/** Somebody's own cells above, beside and below the place of the table, which begins at B3. */
const AROUND = ['A1', 'B2', 'A5', 'I3', 'B40'];

/** A query whose table goes between somebody's cells. */
function among(ground: Ground, days: [string, string], more: string[] = []): Promise<Query> {
  for (const a1 of [...AROUND, ...more]) ground.sheet.type('Sheet1', a1, 'mine');
  const target = { kind: 'cell' as const, sheet: ground.sheet.tabs()[0].id, row: 3, column: 2 };
  return ground.query({ ...wish, days, target });
}

/** The same, refreshed once and then changed. */
async function changed(
  ground: Ground,
  days: [string, string],
  change: Partial<Query>,
  more: string[] = [],
): Promise<Query> {
  const query = await among(ground, days, more);
  await ground.refresh(query);
  const { query: placed } = await ground.view(query);
  return ground.session.saveQuery({ ...(placed as Query), ...change });
}

/** What becomes of the table in the refresh that is interrupted, by the words for it. */
export const CHANGES = {
  'first gets a tab of its own': (ground: Ground) => ground.query(wish),
  'is first placed at a cell': (ground: Ground) => among(ground, DAYS),
  'stays as large': (ground: Ground) => changed(ground, DAYS, {}),
  'gets more rows': (ground: Ground) => changed(ground, DAY, period(DAYS)),
  'gets fewer rows': (ground: Ground) => changed(ground, DAYS, period(DAY)),
  'gets more columns': (ground: Ground) => changed(ground, DAYS, MORE),
  'gets more columns and more rows': (ground: Ground) => changed(ground, DAY, { ...MORE, ...period(DAYS) }),
  'gets more columns and fewer rows': (ground: Ground) => changed(ground, DAYS, { ...MORE, ...period(DAY) }),
  'gets more columns and fewer rows, around cells of others in the corner': (ground: Ground) =>
    changed(ground, DAYS, { ...MORE, ...period(DAY) }, ['E8']),
  'gets fewer columns and more rows': (ground: Ground) => changed(ground, DAY, { ...FEWER, ...period(DAYS) }),
  'gets fewer columns and more rows, around cells of others in the corner': (ground: Ground) =>
    changed(ground, DAY, { ...FEWER, ...period(DAYS) }, ['D8']),
  'gets fewer columns and fewer rows': (ground: Ground) =>
    changed(ground, DAYS, { ...FEWER, ...period(DAY) }),
} satisfies Record<string, (ground: Ground) => Promise<Query>>;
