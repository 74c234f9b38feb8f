import type { Query } from '../../../src/query/query';
import { type Ground, queryOf } from '../ground';
import { type Act, endedOrRefused, type Way } from '../interrupt';
import { type Tables, tablesOf, witnessOfTabs } from '../invariants';
import { keep, putBack } from '../keep';
import { interruptEach, placesOf, type Sample, type Swept } from '../sweep';

/** So many queries over a few days, each with a small table in a tab of its own, refreshed once and then changed. */
export async function tenTables(ground: Ground, count = 10): Promise<Query[]> {
  const login = await ground.login();
  const queries: Query[] = [];
  for (let index = 0; index < count; index++) {
    const days: [string, string] = ['2026-06-01', index % 2 === 0 ? '2026-06-01' : '2026-06-02'];
    const wish = { name: `Query ${index}`, accounts: ['Quirks'], days, columns: ['date', 'hours'] };
    queries.push(await ground.session.saveQuery(queryOf(wish, login)));
  }
  await refreshAll(ground, queries);
  const changed: Query[] = [];
  for (const [index, query] of queries.entries()) {
    const { query: placed } = await ground.view(query);
    const day = index % 3 === 0 ? '2026-06-02' : '2026-06-01';
    changed.push(
      await ground.session.saveQuery({
        ...(placed as Query),
        period: { kind: 'fixed', from: '2026-06-01', to: day },
        columns: index % 5 === 0 ? [{ field: 'hours' }] : [{ field: 'hours' }, { field: 'date' }],
      }),
    );
  }
  return changed;
}

async function refreshAll({ session }: Ground, queries: Query[]): Promise<void> {
  const { queries: ended } = await session.refreshTogether(queries.map(({ id }) => id));
  const problem = ended.find(({ state }) => state !== 'done')?.problem;
  if (problem) throw new Error(problem.title);
}

/** Interrupts a refresh of several queries, each with a tab named like itself, at its calls. */
export async function together(
  ground: Ground,
  queries: Query[],
  ways: readonly Way[],
  sample: Sample = (places) => places,
): Promise<Swept> {
  const { session } = ground;
  const ids = queries.map(({ id }) => id);
  const start = keep(session);
  const old: Tables = tablesOf(session);
  const calls: string[] = [];
  await session.refreshTogether(ids, { onCall: ({ name }) => void calls.push(name) });
  const done = tablesOf(session);
  const act: Act = {
    async run(onCall) {
      await endedOrRefused(() => session.refreshTogether(ids, { onCall }));
      return null;
    },
    repair: () => refreshAll(ground, queries),
  };
  const back = () => putBack(session, start);
  back();
  const witness = witnessOfTabs(session, queries, old, done);
  return interruptEach(session, act, back, witness, sample(placesOf(calls, 'every change', ways)), calls);
}
