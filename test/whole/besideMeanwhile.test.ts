import type { Query } from '../../src/query/query';
import { keep, putBack } from '../../workbench/faults/keep';
import type { OnCall } from '../../workbench/gas/gate';
import { Beside, DAYS, KEPT, period, SECOND, sorted, TAB } from './besideGround';
import { newGround } from './ground';

const ground = newGround();
const beside = new Beside(ground);

/** Many executions: a machine that is busy with other things takes its time for them. */
jest.setTimeout(300_000);

/**
 * Calls of a refresh while it holds the lock, every so many of them, but for the moment between the last look at what is beside
 * the table and the flush of what is written there: what is typed in it is overwritten, as the decision page says.
 */
async function callsOf(query: Query, share: number): Promise<{ calls: string[]; places: number[] }> {
  const calls: string[] = [];
  await ground.refresh(query, { onCall: ({ name }) => void calls.push(name) });
  const [first, last] = [calls.indexOf('Lock.tryLock'), calls.lastIndexOf('Lock.releaseLock')];
  const look = calls.lastIndexOf('Range.getValues', calls.lastIndexOf('Range.getFormulas'));
  const written = calls.indexOf('SpreadsheetApp.flush', look);
  const places = [...calls.keys()].filter(
    (at) => at > first && at < last && (at - first) % share === 0 && (at < look || at > written),
  );
  return { calls, places };
}

/** What is beside each row, by the row's id. */
const besideRows = () => new Map(beside.ids().map((id, row) => [id, beside.cells('D')[row]]));

/** What is wrong beside the table: of all rows but one, of which something else was typed meanwhile. */
function faultsBut(id: string | null, all: string[]): string[] {
  const kept = beside.tabs().includes(KEPT) ? ground.sheet.values(KEPT).map((line) => line[3]) : [];
  const stands = besideRows();
  return all.flatMap((one) => {
    if (one === id) return [];
    const found = stands.has(one) ? stands.get(one) === `of ${one}` : kept.includes(`of ${one}`);
    return found ? [] : [`${one}: ${stands.get(one)}`];
  });
}

const CASES: Record<string, () => Promise<Query>> = {
  'is sorted': async () => beside.change(await beside.fill(), sorted('entry-id')),
  shrinks: async () => beside.change(await beside.fill(), { ...period(SECOND), ...sorted('entry-id') }),
  grows: async () =>
    beside.change(await beside.fill({ days: SECOND }), { ...period(DAYS), ...sorted('entry-id') }),
};

describe.each(Object.entries(CASES))('while a table %s', (_, prepare) => {
  test('what somebody types beside it is beside its row or kept, and nothing else changes', async () => {
    const query = await prepare();
    const all = beside.ids();
    const start = keep(ground.session);
    const { calls, places } = await callsOf(query, 29);
    const faults: string[] = [];
    for (const at of places) {
      putBack(ground.session, start);
      let over: string | null = null;
      const onCall: OnCall = ({ index }) => {
        if (index !== at) return;
        over = beside.ids()[2];
        beside.type('D4', 'late');
      };
      const { state } = await ground.session.refresh(query.id, { onCall });
      if (state !== 'done') await ground.refresh(query);
      const say = (fault: string) => faults.push(`${at} ${calls[at]}: ${fault}`);
      if (!beside.everything().has('late')) say('late is lost');
      // What was typed may be of the row that stood there before or of the one that came.
      for (const fault of faultsBut(over, all)) if (!fault.endsWith('late')) say(fault);
    }
    expect(faults).toEqual([]);
  });

  test('all is in its place though a row is inserted above it', async () => {
    const query = await prepare();
    const all = beside.ids();
    ground.sheet.insertRows(TAB, 1, 1);
    const start = keep(ground.session);
    const { calls, places } = await callsOf(query, 31);
    const faults: string[] = [];
    for (const at of places) {
      putBack(ground.session, start);
      const onCall: OnCall = ({ index }) => {
        if (index === at) ground.sheet.insertRows(TAB, 1, 1);
      };
      const { state } = await ground.session.refresh(query.id, { onCall });
      if (state !== 'done') await ground.refresh(query);
      ground.sheet.deleteRows(TAB, 1, 2);
      for (const fault of faultsBut(null, all)) faults.push(`${at} ${calls[at]}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });
});
