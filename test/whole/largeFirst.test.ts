import type { Query } from '../../src/query/query';
import { repairing } from '../../workbench/faults/invariants';
import { keep, putBack } from '../../workbench/faults/keep';
import { tabNames } from '../../workbench/faults/picture';
import type { OnCall } from '../../workbench/gas/gate';
import { newGround } from './ground';

const ground = newGround();

/** Many executions: a machine that is busy with other things takes its time for them. */
jest.setTimeout(300_000);

/** 10,000 entries and a header in 200 columns: two million cells and a few more than go by one call. */
const DAYS: [string, string] = ['2026-01-01', '2026-03-31'];
const COLUMNS = ['entry-id', 'duration', ...Array.from({ length: 198 }, () => 'billable')];
const FEW = '2026-01-04';
const TAB = 'Time entries';

async function large(): Promise<Query> {
  await ground.login('bench');
  return ground.query({ accounts: ['Bench 10k'], days: DAYS, columns: COLUMNS });
}

/** The same query about few days and one column. */
async function reduced(query: Query): Promise<Query> {
  const { query: stored } = await ground.view(query);
  const period = { kind: 'fixed' as const, from: DAYS[0], to: FEW };
  return ground.session.saveQuery({ ...(stored as Query), period, columns: [{ field: 'entry-id' }] });
}

const tabs = () => tabNames(ground.sheet);

test('the first placement of a table too large for one call can be ended anywhere, and leaves no trace once repaired', async () => {
  await ground.open({ killedWrites: 'applied' });
  const query = await large();
  const start = keep(ground.session);
  const days = { from: DAYS[0], to: FEW };
  const truth = await ground.control.truth({ workspace: 'Bench 10k', ...days, zone: 'Europe/Berlin' });
  const ids = truth.ids.sort();
  for (const [name, count] of ENDS) {
    putBack(ground.session, start);
    const { ended } = await ground.session.platform.run(
      'startRefresh',
      [JSON.stringify({ query: query.id })],
      {
        via: 'client',
        onCall: endAt(name, count),
      },
    );
    expect([name, count, ended]).toEqual([name, count, 'killed']);
    expect([name, count, repairing(ground.session)]).toEqual([name, count, true]);
    await ground.refresh(await reduced(query));
    expect([name, count, tabs()]).toEqual([name, count, ['Sheet1', 'Clocktable (queries)', TAB]]);
    expect([name, count, ground.sheet.values(TAB).slice(1).flat().sort()]).toEqual([name, count, ids]);
    expect([name, count, repairing(ground.session)]).toEqual([name, count, false]);
  }
});

test('what an ended execution left of such a table is in no other’s way', async () => {
  await ground.open({ killedWrites: 'applied' });
  const query = await large();
  const onCall = endAt('Range.setValues', 2);
  await ground.session.platform.run('startRefresh', [JSON.stringify({ query: query.id })], { onCall });
  expect(tabs()).toContain('Clocktable (building)');
  const other = await ground.query({ name: 'Other', accounts: ['Bench 10k'], days: DAYS, columns: COLUMNS });
  await ground.refresh(other);
  expect(tabs()).toEqual(['Sheet1', 'Clocktable (queries)', TAB, 'Other']);
});

/** Calls at which a refresh is ended: while it builds, before and after it moves what it built, and at the end. */
const ENDS: [name: string, count: number][] = [
  ['Range.setValues', 2],
  ['Range.copyTo', 1],
  ['Spreadsheet.deleteSheet', 1],
  ['Range.setNote', 1],
];

/** Ends an execution at a call, the so-and-so-manieth of its name. */
function endAt(name: string, count: number): OnCall {
  let met = 0;
  return (call) => {
    if (call.name === name) met += 1;
    return call.name === name && met === count ? 'end' : undefined;
  };
}
