import type { Query } from '../../src/query/query';
import { callsOf, endAt } from '../../workbench/faults/interrupt';
import { keep, putBack } from '../../workbench/faults/keep';
import { endEverywhere } from '../../workbench/faults/sweep';
import type { KilledWrites } from '../../workbench/gas/batch';
import { newGround } from './ground';

const ground = newGround();

/** Hundreds of executions: a machine that is busy with other things takes its time for them. */
jest.setTimeout(300_000);

const COLUMNS = ['date', 'duration', 'description'];
/** 116 entries a day: one day is a short table of one page, nine are one of two pages. */
const ONE: [string, string] = ['2026-02-01', '2026-02-01'];
const TWO: [string, string] = ['2026-02-01', '2026-02-02'];
const NINE: [string, string] = ['2026-02-01', '2026-02-09'];

/** Somebody's own cells, around the place of the table. */
const FOREIGN: [a1: string, text: string][] = [
  ['A1', 'above'],
  ['H3', 'beside'],
  ['H90', 'beside, further down'],
  ['B1300', 'below'],
];

/** A tab with somebody's cells in it, and a query whose table goes between them. */
async function among(days: [string, string]): Promise<Query> {
  await ground.login('bench');
  const { sheet } = ground;
  sheet.insertRows('Sheet1', 1000, 400);
  for (const [a1, text] of FOREIGN) sheet.type('Sheet1', a1, text);
  const target = { kind: 'cell' as const, sheet: sheet.tabs()[0].id, row: 3, column: 2 };
  return ground.query({ accounts: ['Bench 10k'], days, columns: COLUMNS, target });
}

/** The same, refreshed once and then changed. */
async function changed(days: [string, string], change: Partial<Query>): Promise<Query> {
  const query = await among(days);
  await ground.refresh(query);
  const { query: placed } = await ground.view(query);
  return ground.session.saveQuery({ ...(placed as Query), ...change });
}

const period = ([from, to]: [string, string]) => ({ period: { kind: 'fixed' as const, from, to } });
const columns = (fields: string[]) => ({ columns: fields.map((field) => ({ field })) });

test('a refresh of several pages whose table grows can be ended at every call', async () => {
  const { ends, faults } = await endEverywhere(ground, await changed(ONE, period(NINE)), 'every call');
  expect(faults).toEqual([]);
  expect(ends).toBeGreaterThan(60);
});

// What becomes of tables that grow and shrink in every other way is in changes.ts.
test.each<KilledWrites>(['lost', 'applied', 'half'])(
  'a refresh that gives a table more and other columns can be ended at every change, with what it has not flushed %s',
  async (killedWrites) => {
    await ground.open({ killedWrites });
    const query = await changed(ONE, columns(['duration', 'entry-id', 'date', 'billable']));
    const { ends, faults } = await endEverywhere(ground, query, 'every change');
    expect(faults).toEqual([]);
    expect(ends).toBeGreaterThan(8);
  },
);

test('a table that is placed anew with fewer rows has none of the rows that an ended execution wrote', async () => {
  await ground.login('bench');
  const query = await ground.query({ accounts: ['Bench 10k'], days: TWO, columns: COLUMNS });
  const calls = await callsOf(ground, query);
  await ground.open();
  await ground.login('bench');
  const again = await ground.query({ accounts: ['Bench 10k'], days: TWO, columns: COLUMNS });
  // The table's own flush: the journal ends after it, and the lock is flushed once more before it is released.
  const journalEnds = calls.lastIndexOf('Properties.deleteProperty');
  await endAt(ground.session, again, calls.lastIndexOf('SpreadsheetApp.flush', journalEnds));
  await ground.session.saveQuery({ ...again, ...period(ONE) });
  await ground.refresh(again);
  expect(ground.sheet.values('Time entries')).toHaveLength(116);
});

test('until the next refresh such a query is called repairing', async () => {
  const query = await changed(TWO, period(ONE));
  const calls = keep(ground.session);
  const writes = (await callsOf(ground, query)).indexOf('Range.setValues');
  putBack(ground.session, calls);
  await endAt(ground.session, query, writes);
  expect((await ground.view(query)).repairing).toBe(true);
  await ground.refresh(query);
  expect((await ground.view(query)).repairing).toBe(false);
});
