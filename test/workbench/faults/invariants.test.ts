import type { Query } from '../../../src/query/query';
import { QUERY_TAB } from '../../../workbench/faults/ground';
import { type Due, stateOf, tablesOf, witnessOf } from '../../../workbench/faults/invariants';
import { keep, putBack } from '../../../workbench/faults/keep';
import { fresh, type Stand, stand } from '../../../workbench/faults/stand';
import { newGround } from '../../whole/ground';

/* What a campaign looks at has to see what can be wrong: each test puts one wrong thing into a spreadsheet. */

const ground = newGround();
let stood: Stand;
let due: Due;

/** A table before it grows; what it is after that is known. */
beforeEach(async () => {
  stood = await stand(ground);
  const { session } = ground;
  const start = keep(session);
  const [old, before] = [tablesOf(session), stateOf(session, stood.query)];
  await ground.refresh(stood.query);
  due = { query: stood.query, old, done: tablesOf(session), before };
  putBack(session, start);
});

const during = () => witnessOf(ground.session, due).during(null);

/** Calls the query complete as of now in the hidden sheet, where an execution would. */
function callFresh({ id }: Pick<Query, 'id'>): void {
  const rows = ground.sheet.values(QUERY_TAB);
  const row = rows.findIndex(([first]) => first === id);
  const state = JSON.parse(String(rows[row][3]));
  state.complete.at += 1000;
  ground.sheet.type(QUERY_TAB, `D${row + 1}`, JSON.stringify(state));
}

test('the old table is all well', () => {
  expect(during()).toEqual([]);
});

test('a mixed table without a sign is seen', () => {
  ground.sheet.type('Sheet1', 'C4', '0.5');
  expect(during()).toEqual(['a mixed table without a sign']);
});

test('an emptied table is seen', () => {
  ground.sheet.clear('Sheet1', 'B3:C5');
  expect(during()).toEqual(['a mixed table without a sign']);
});

test('an old table that is called fresh is seen', () => {
  callFresh(stood.query);
  expect(during()).toEqual(['called fresh, but it is not the new table']);
});

test('somebody’s cell that is lost is seen', () => {
  ground.sheet.clear('Sheet1', 'G3');
  expect(during()).toContain('cells of others changed: Sheet1, row 3, column 7');
});

test('a refresh that says it is done over an old table is seen', () => {
  const progress = { state: 'done' } as Parameters<ReturnType<typeof witnessOf>['during']>[0];
  expect(witnessOf(ground.session, due).during(progress)).toEqual([
    'answered "done", but it is not the new table',
  ]);
});

test('a table that isn’t repaired by the next refresh is seen', () => {
  expect(witnessOf(ground.session, due).after()).toEqual([expect.stringContaining('not the new table')]);
});

test('entries that are missing in a fresh table, and a table that stands twice, are seen', async () => {
  await ground.refresh(stood.query);
  expect(await fresh(ground, stood)).toEqual([]);
  ground.sheet.type('Sheet1', 'B40', 'again');
  expect(await fresh(ground, stood)).toEqual([expect.stringContaining('filled cells instead of')]);
  ground.sheet.type('Sheet1', 'B5', 'another');
  expect(await fresh(ground, stood)).toContain('8 entries instead of the 8 of Clockify');
});
