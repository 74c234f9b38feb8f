import type { Query } from '../../src/query/query';
import { TIMED_OUT } from '../../workbench/faults/interrupt';
import { repairing } from '../../workbench/faults/invariants';
import { tabNames } from '../../workbench/faults/picture';
import type { OnCall, Verdict } from '../../workbench/gas/gate';
import { latency, scaled } from '../../workbench/gas/latency';
import { newGround, QUERY_TAB } from './ground';

/** Nothing costs time, so that each refresh ends in the execution that began it. */
const ground = newGround({ prices: scaled(latency, 0) });

/** Executions with millions of cells: a machine that is busy with other things takes its time for them. */
jest.setTimeout(300_000);

const ACCOUNT = 'Bench 10k';
const QUARTER: [string, string] = ['2026-01-01', '2026-03-31'];
const DAY: [string, string] = ['2026-01-01', '2026-01-01'];
const TAB = 'Time entries';
const COLUMNS = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? 'entry-id' : 'duration'));
const period = ([from, to]: [string, string]) => ({ period: { kind: 'fixed' as const, from, to } });

/** The same query about other days. */
async function asking(query: Query, days: [string, string]): Promise<Query> {
  const { query: placed } = await ground.view(query);
  // With another title the header is written too: without that line the table is just short enough for one call.
  const [first, ...others] = (placed as Query).columns;
  const columns = [{ ...first, title: `Entry of ${days.join()}` }, ...others];
  return ground.session.saveQuery({ ...(placed as Query), ...period(days), columns });
}

/** A table of one day, and its query, which now asks for more than is written by one call. */
async function grown(): Promise<Query> {
  await ground.login('bench');
  const query = await ground.fill({ accounts: [ACCOUNT], days: DAY, columns: COLUMNS });
  return asking(query, QUARTER);
}

/** Interrupts the call that moves the built table to its place: the first copy after the values were written. */
function atTheMove(verdict: Verdict): OnCall {
  let building = false;
  let done = false;
  return ({ name, args }) => {
    building ||= name === 'Spreadsheet.insertSheet';
    if (!building || done || name !== 'Range.copyTo' || JSON.stringify(args).includes('PASTE_FORMAT')) {
      return undefined;
    }
    done = true;
    return verdict;
  };
}

const VERDICTS: Verdict[] = [
  { end: 'middle', unflushed: 'applied' },
  { fail: TIMED_OUT, when: 'after' },
];

test.each(VERDICTS)('a table that is built aside can have its move interrupted by %j', async (verdict) => {
  const query = await grown();
  const payload = [JSON.stringify({ query: query.id })];
  const onCall = atTheMove(verdict);
  const { ended, value } = await ground.session.platform.run('startRefresh', payload, { onCall });
  expect(ended ?? String(value)).toMatch(/killed|sheets-failing/);
  expect(repairing(ground.session)).toBe(true);
  await ground.refresh(await asking(query, DAY));
  expect(repairing(ground.session)).toBe(false);
  const question = { workspace: ACCOUNT, from: DAY[0], to: DAY[1], zone: 'Europe/Berlin' };
  const { ids } = await ground.control.truth(question);
  const shown = ground.sheet.values(TAB).slice(1);
  expect(shown.map(([id]) => id).sort()).toEqual(ids.sort());
  expect(tabNames(ground.sheet)).toEqual(['Sheet1', QUERY_TAB, TAB]);
});

test('a table that is built aside keeps its formats, also where pasting values would wipe them', async () => {
  await ground.open({ pasteValues: 'wipes formats' });
  const query = await grown();
  ground.sheet.setAttribute(TAB, 'B2:B117', 'numberFormat', '0.0000');
  await ground.refresh(query);
  const formats = ['B2', 'B3', 'B9000'].map((a1) => ground.sheet.formats(TAB, a1)[0][0]);
  expect(formats).toEqual(['0.0000', '0.0000', '0.0000']);
});
