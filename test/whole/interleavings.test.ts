import type { Query } from '../../src/query/query';
import { Baton, chances } from '../../workbench/faults/baton';
import { repairing } from '../../workbench/faults/invariants';
import type { OnCall } from '../../workbench/gas/gate';
import { Refused } from '../../workbench/session';
import { newGround, QUERY_TAB, type Wish } from './ground';

const ground = newGround();

/** Hundreds of executions: a machine that is busy with other things takes its time for them. */
jest.setTimeout(300_000);

/** Eight entries of two days, and two of the first. */
const DAYS: [string, string] = ['2026-06-01', '2026-06-02'];
const DAY: [string, string] = ['2026-06-01', '2026-06-01'];
const COLUMNS = ['date', 'description', 'duration'];
const wish: Wish = { accounts: ['Quirks'], columns: COLUMNS, days: DAY };
const period = ([from, to]: [string, string]) => ({ period: { kind: 'fixed' as const, from, to } });

const SEEDS = Array.from({ length: 16 }, (_, seed) => [seed]);

type Work = (onCall: OnCall) => Promise<unknown>;

/** Runs two at once; whoever may not go on because the other holds the lock is answered `busy`. */
async function atOnce(seed: number, works: [Work, Work]): Promise<string[]> {
  const ends: string[] = [];
  const ending = (index: number) => async (onCall: OnCall) => {
    try {
      await works[index](onCall);
      ends[index] = 'done';
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      ends[index] = error.problem.code;
    }
  };
  await new Baton(chances(seed), seed % 2 === 0 ? 'waits' : 'gives up').run([ending(0), ending(1)]);
  return ends;
}

const refresh =
  (query: Query): Work =>
  (onCall) =>
    ground.refresh(query, { onCall });
const call =
  (entry: string, payload: unknown): Work =>
  (onCall) =>
    ground.session.call(entry, payload, { onCall });

/** A query whose table is at B3 among somebody's cells, changed since so that it grows. */
async function changed(): Promise<Query> {
  for (const a1 of FOREIGN) ground.sheet.type('Sheet1', a1, 'mine');
  const target = { kind: 'cell' as const, sheet: ground.sheet.tabs()[0].id, row: 3, column: 2 };
  const query = await ground.fill({ ...wish, target });
  const { query: placed } = await ground.view(query);
  return ground.session.saveQuery({ ...(placed as Query), ...period(DAYS) });
}

const FOREIGN = ['A1', 'B1', 'G3', 'B30'];

/** Cells that hold something: somebody's own, and others. */
function cells(): { mine: number; others: number } {
  const values = ground.sheet
    .values('Sheet1')
    .flat()
    .filter((value) => value !== '');
  const mine = values.filter((value) => value === 'mine').length;
  return { mine, others: values.length - mine };
}

/** That the query's table is what Clockify has, stands once, and nothing of anybody else is missing. */
async function expectWhole(query: Query): Promise<void> {
  const { values } = await ground.table(query);
  expect(values).toHaveLength(9);
  expect(values[0]).toEqual(['Date', 'Description', 'Duration']);
  const filled = values.flat().filter((value) => value !== '').length;
  expect(cells()).toEqual({ mine: FOREIGN.length, others: filled });
  expect(repairing(ground.session)).toBe(false);
  expect((await ground.view(query)).state.complete?.rows).toBe(8);
}

describe.each(SEEDS)('in schedule %i', (seed) => {
  test('a query that is deleted while it is refreshed is gone or fresh, and nobody else’s cell is touched', async () => {
    const query = await changed();
    const [, deleted] = await atOnce(seed, [refresh(query), call('deleteQuery', { query: query.id })]);
    const names = ground.sheet.names().map(({ name }) => name);
    expect(cells().mine).toBe(FOREIGN.length);
    if (deleted === 'done') {
      expect(await ground.session.call('listQueries')).toEqual([]);
      expect(names).toEqual([]);
      expect(repairing(ground.session)).toBe(false);
    } else {
      expect(deleted).toBe('busy');
      await ground.refresh(query);
      await expectWhole(query);
    }
  });

  test('a query that is saved twice at once is what one of them said', async () => {
    const query = (await ground.view(await changed())).query as Query;
    const ends = await atOnce(seed, [
      call('saveQuery', { query: { ...query, name: 'First', columns: [{ field: 'date' }] } }),
      call('saveQuery', { query: { ...query, name: 'Second', columns: [{ field: 'user' }] } }),
    ]);
    const { query: stored } = await ground.view(query);
    const said = [(stored as Query).name, (stored as Query).columns.map(({ field }) => field).join()];
    const fair = [
      ['First', 'date'],
      ['Second', 'user'],
    ].filter((_, index) => ends[index] === 'done');
    expect(fair).toContainEqual(said);
    expect(ground.sheet.values(QUERY_TAB)).toHaveLength(2);
  });

  test('a row that a person inserts above a table while two refresh it moves it, and nothing else happens', async () => {
    const query = await changed();
    const chance = chances(seed + 1000);
    let inserted = 0;
    const person =
      (work: Work): Work =>
      (onCall) =>
        work((each) => {
          if (inserted === 0 && chance() < 0.02) {
            ground.sheet.insertRows('Sheet1', 2, 1);
            inserted++;
          }
          return onCall(each);
        });
    await atOnce(seed, [person(refresh(query)), refresh(query)]);
    await ground.refresh(query);
    await expectWhole(query);
    expect(ground.sheet.values('Sheet1')[2 + inserted][1]).toBe('Date');
  });
});
