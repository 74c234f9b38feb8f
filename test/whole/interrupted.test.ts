import type { Query } from '../../src/query/query';
import { chances } from './baton';
import { newGround, type Wish } from './ground';
import { ENDINGS, endEverywhere, FAILURES, failEverywhere, interruptTwice } from './killing';

const ground = newGround();

/** Hundreds of executions: a machine that is busy with other things takes its time for them. */
jest.setTimeout(600_000);

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
function among(days: [string, string], more: string[] = []): Promise<Query> {
  for (const a1 of [...AROUND, ...more]) ground.sheet.type('Sheet1', a1, 'mine');
  const target = { kind: 'cell' as const, sheet: ground.sheet.tabs()[0].id, row: 3, column: 2 };
  return ground.query({ ...wish, days, target });
}

/** The same, refreshed once and then changed. */
async function changed(days: [string, string], change: Partial<Query>, more: string[] = []): Promise<Query> {
  const query = await among(days, more);
  await ground.refresh(query);
  const { query: placed } = await ground.view(query);
  return ground.session.saveQuery({ ...(placed as Query), ...change });
}

/** What becomes of the table in the refresh that is interrupted. */
const SCENARIOS: Record<string, () => Promise<Query>> = {
  'first gets a tab of its own': () => ground.query(wish),
  'is first placed at a cell': () => among(DAYS),
  'stays as large': () => changed(DAYS, {}),
  'gets more rows': () => changed(DAY, period(DAYS)),
  'gets fewer rows': () => changed(DAYS, period(DAY)),
  'gets more columns': () => changed(DAYS, MORE),
  'gets more columns and more rows': () => changed(DAY, { ...MORE, ...period(DAYS) }),
  'gets more columns and fewer rows': () => changed(DAYS, { ...MORE, ...period(DAY) }),
  'gets more columns and fewer rows, around cells of others in the corner': () =>
    changed(DAYS, { ...MORE, ...period(DAY) }, ['E8']),
  'gets fewer columns and more rows': () => changed(DAY, { ...FEWER, ...period(DAYS) }),
  'gets fewer columns and more rows, around cells of others in the corner': () =>
    changed(DAY, { ...FEWER, ...period(DAYS) }, ['D8']),
  'gets fewer columns and fewer rows': () => changed(DAYS, { ...FEWER, ...period(DAY) }),
};

describe.each(Object.entries(SCENARIOS))('a refresh whose table %s', (_, prepare) => {
  test('can be ended before and in the middle of every call, whatever becomes of unflushed writes', async () => {
    const { ends, faults } = await endEverywhere(ground, await prepare(), 'every change', ...ENDINGS);
    expect(faults).toEqual([]);
    expect(ends).toBeGreaterThan(30);
  });

  test('can be interrupted twice running, anywhere', async () => {
    expect(await interruptTwice(ground, await prepare(), chances(1), 12)).toEqual([]);
  });

  test('can have every call fail, before, in the middle of and after it took effect', async () => {
    const { ends, faults } = await failEverywhere(ground, await prepare(), 'every change', ...FAILURES);
    expect(faults).toEqual([]);
    expect(ends).toBeGreaterThan(20);
  });
});
