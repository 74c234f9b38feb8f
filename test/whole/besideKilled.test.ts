import type { Query } from '../../src/query/query';
import { callsOf, ENDINGS, FAILURES, refreshing, type Way } from '../../workbench/faults/interrupt';
import type { Witness } from '../../workbench/faults/invariants';
import { stateOf, tablesOf, witnessOf } from '../../workbench/faults/invariants';
import { keep, putBack } from '../../workbench/faults/keep';
import { interruptEach, placesOf, type Swept } from '../../workbench/faults/sweep';
import { Beside, DAYS, period, SECOND, sorted } from './besideGround';
import { newGround } from './ground';

const ground = newGround();
const beside = new Beside(ground);

/** Hundreds of executions: a machine that is busy with other things takes its time for them. */
jest.setTimeout(300_000);

/** What is kept of rows that are gone is the add-on's own, on a tab that no table is on. */
const OWN_TAB = /^cells of others changed: Time entries \(kept\)/;

/** Interrupts a refresh everywhere; what people typed has to be somewhere in between, and in its place after the next. */
async function sweep(query: Query, ways: readonly Way[], share: number): Promise<Swept> {
  const { session } = ground;
  const typed = beside.ids().map((id) => `of ${id}`);
  const start = keep(session);
  const [old, before] = [tablesOf(session), stateOf(session, query)];
  const calls = await callsOf(ground, query);
  const done = tablesOf(session);
  const witness = witnessOf(session, { query, old, done, before, beside: 2 });
  const watching: Witness = {
    ...witness,
    during(progress) {
      const held = beside.everything();
      const lost = typed.filter((text) => !held.has(text));
      const faults = witness.during(progress).filter((fault) => !OWN_TAB.test(fault));
      return [...faults, ...(lost.length > 0 ? [`lost: ${lost.join()}`] : [])];
    },
  };
  const places = placesOf(calls, 'every change', ways).filter((_, at) => at % share === 0);
  const begin = () => putBack(session, start);
  return interruptEach(session, refreshing(ground, query), begin, watching, places, calls);
}

const CASES: Record<string, () => Promise<Query>> = {
  'grows and is sorted anew': async () =>
    beside.change(await beside.fill({ days: SECOND }), { ...period(DAYS), ...sorted('entry-id') }),
  'shrinks and is sorted anew': async () =>
    beside.change(await beside.fill(), { ...period(SECOND), ...sorted('entry-id') }),
  'gets rows back': async () => {
    const query = await beside.fill();
    await beside.edit(query, period(SECOND));
    return beside.change(query, { ...period(DAYS), ...sorted('entry-id') });
  },
};

describe.each(Object.entries(CASES))('what is beside a table that %s', (_, prepare) => {
  test('is in its place after a refresh that was ended anywhere, and never lost', async () => {
    const { ends, faults } = await sweep(await prepare(), ENDINGS, 19);
    expect(faults).toEqual([]);
    expect(ends).toBeGreaterThan(8);
  });

  test('is in its place after a refresh in which Sheets failed anywhere, and never lost', async () => {
    const { ends, faults } = await sweep(await prepare(), FAILURES, 19);
    expect(faults).toEqual([]);
    expect(ends).toBeGreaterThan(5);
  });
});
