import type { Query } from '../../src/query/query';
import { repairing } from '../../workbench/faults/invariants';
import { keep, putBack } from '../../workbench/faults/keep';
import type { OnCall } from '../../workbench/gas/gate';
import { kindOf } from '../../workbench/gas/methods';
import { newGround, type Wish } from './ground';

const ground = newGround();

/** Hundreds of executions: a machine that is busy with other things takes its time for them. */
jest.setTimeout(300_000);

const COLUMNS = ['date', 'description', 'duration'];
/** Eight entries, and two. */
const DAYS: [string, string] = ['2026-06-01', '2026-06-02'];
const DAY: [string, string] = ['2026-06-01', '2026-06-01'];
const wish: Wish = { accounts: ['Quirks'], days: DAYS, columns: COLUMNS };
const TAB = 'Sheet1';

const period = ([from, to]: [string, string]) => ({ period: { kind: 'fixed' as const, from, to } });

/** A query with a table at C3, and somebody's cells around it, and then changed. */
async function changed(days: [string, string], change: Partial<Query>): Promise<Query> {
  for (const a1 of ['A1', 'I3', 'B40']) ground.sheet.type(TAB, a1, 'mine');
  const target = { kind: 'cell' as const, sheet: ground.sheet.tabs()[0].id, row: 3, column: 3 };
  const query = await ground.fill({ ...wish, days, target });
  const { query: placed } = await ground.view(query);
  return ground.session.saveQuery({ ...(placed as Query), ...change });
}

const SCENARIOS: Record<string, () => Promise<Query>> = {
  'stays as large': () => changed(DAYS, {}),
  grows: () => changed(DAY, period(DAYS)),
  shrinks: () => changed(DAYS, period(DAY)),
  'gets more columns and fewer rows': () =>
    changed(DAYS, { columns: [...COLUMNS, 'user'].map((field) => ({ field })), ...period(DAY) }),
};

const ACTS: Record<string, () => void> = {
  'a row is inserted above': () => ground.sheet.insertRows(TAB, 2, 1),
  'a column is inserted left of it': () => ground.sheet.insertColumns(TAB, 2, 1),
  'a row above is deleted': () => ground.sheet.deleteRows(TAB, 2, 1),
};

/** All cells that hold something, each with where it would be had nothing moved. */
function cells(): string[] {
  return ground.sheet
    .values(TAB)
    .flatMap((line, row) => line.map((value, column) => [row + 1, column + 1, value] as const))
    .filter(([, , value]) => value !== '')
    .map(([row, column, value]) => `${row}:${column} ${value}`);
}

const notes = () =>
  ground.sheet
    .attributes(TAB, 'note', 'A1:Z50')
    .flatMap((line, row) => line.flatMap((note, column) => (note ? [`${row + 1}:${column + 1}`] : [])));

/** Each kind of table, and each kind of move. */
const CASES = [
  ['stays as large', 'a row is inserted above'],
  ['grows', 'a row is inserted above'],
  ['grows', 'a column is inserted left of it'],
  ['grows', 'a row above is deleted'],
  ['shrinks', 'a row is inserted above'],
  ['gets more columns and fewer rows', 'a column is inserted left of it'],
];

describe('a table', () => {
  test.each(CASES)(
    'that %s is whole, and nowhere else, when %s at any call of its commit',
    async (scenario, move) => {
      const act = ACTS[move];
      const query = await SCENARIOS[scenario]();
      const { session } = ground;
      const start = keep(session);
      const calls: string[] = [];
      await ground.refresh(query, { onCall: ({ name }) => void calls.push(name) });
      act();
      const [done, noted] = [cells(), notes()];
      const first = calls.indexOf('Lock.tryLock');
      const last = calls.lastIndexOf('Lock.releaseLock');
      const places = [...calls.keys()].filter(
        (at) => at > first && at <= last && kindOf(calls[at]) !== 'local',
      );
      const faults: string[] = [];
      for (const at of places) {
        putBack(session, start);
        const onCall: OnCall = ({ index }) => {
          if (index === at) act();
        };
        const { state, problem } = await session.refresh(query.id, { onCall });
        const say = (fault: string) => faults.push(`${at} ${calls[at]}: ${fault}`);
        if (state !== 'done' && !repairing(session)) say(`${problem?.title} ${problem?.cause}`);
        if (state !== 'done') await ground.refresh(query).catch((error: Error) => say(error.message));
        if (JSON.stringify(cells()) !== JSON.stringify(done)) say(cells().join(', ').slice(0, 400));
        if (JSON.stringify(notes()) !== JSON.stringify(noted)) say(`notes at ${notes()}`);
        const before = cells();
        await ground.refresh(query);
        if (JSON.stringify(cells()) !== JSON.stringify(before)) say('the next refresh makes it another');
      }
      expect(faults).toEqual([]);
      expect(places.length).toBeGreaterThan(20);
    },
  );

  test.each(['stays as large', 'grows'])(
    'that %s leaves no header behind when a row is inserted before its values are written, and another right after',
    async (scenario) => {
      const query = await SCENARIOS[scenario]();
      const act = ACTS['a row is inserted above'];
      let acted = 0;
      let flushed = false;
      const onCall: OnCall = ({ name }) => {
        if (acted === 0 && name === 'Range.setValues') {
          act();
          acted = 1;
        }
        if (acted === 1 && flushed) {
          act();
          acted = 2;
        }
        flushed ||= acted === 1 && name === 'SpreadsheetApp.flush';
      };
      const { state } = await ground.session.refresh(query.id, { onCall });
      expect([acted, state]).toEqual([2, 'done']);
      const headers = ground.sheet
        .values(TAB)
        .flatMap((line, row) => (line.includes('Date') ? [row + 1] : []));
      expect(headers).toEqual([5]);
    },
  );
});
