import type { Query } from '../../src/query/query';
import { effectful } from '../../workbench/faults/interrupt';
import { type Tables, tablesOf } from '../../workbench/faults/invariants';
import { keep, putBack } from '../../workbench/faults/keep';
import { type Ground, newGround, QUERY_TAB, queryOf } from './ground';

const ground = newGround();

jest.setTimeout(300_000);

const TEN = Array.from({ length: 10 }, (_, index) => `Query ${index}`);

/** Ten queries over a few days, each with a small table in a tab of its own, refreshed once and then changed. */
async function tenTables(): Promise<Query[]> {
  const login = await ground.login();
  const queries: Query[] = [];
  for (const [index, name] of TEN.entries()) {
    const days: [string, string] = ['2026-06-01', index % 2 === 0 ? '2026-06-01' : '2026-06-02'];
    queries.push(
      await ground.session.saveQuery(
        queryOf({ name, accounts: ['Quirks'], days, columns: ['date', 'hours'] }, login),
      ),
    );
  }
  await refreshAll(queries);
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

async function refreshAll(queries: Query[]): Promise<void> {
  const { queries: ended } = await ground.session.refreshTogether(queries.map(({ id }) => id));
  expect(ended.map(({ state }) => state)).toEqual(queries.map(() => 'done'));
}

/** What a tab holds and how it looks, by its name. */
function tabsOf({ tabs }: Tables): Map<string, string> {
  return new Map(Object.entries(tabs).map(([name, tab]) => [name, JSON.stringify(tab)]));
}

/** The queries of which an execution ended in the middle of a commit, as the journal tells it. */
function inRepair({ session }: Ground, queries: Query[]): Set<string> {
  const keys = session.platform.properties('document').keys();
  return new Set(
    queries.filter(({ id }) => keys.some((key) => key === `commit.${id}`)).map(({ name }) => name),
  );
}

/** What the hidden sheet calls complete of a query, as text. */
function completeOf({ session }: Ground): Map<string, string> {
  const rows = session.platform.spreadsheet.values(QUERY_TAB).slice(1);
  return new Map(rows.map((row) => [String(row[0]), JSON.stringify(JSON.parse(String(row[3])).complete)]));
}

test('a refresh of ten queries can be ended at every call that does something: every table is the old or the new one', async () => {
  const queries = await tenTables();
  const { session } = ground;
  const ids = queries.map(({ id }) => id);
  const start = keep(session);
  const [old, before] = [tabsOf(tablesOf(session)), completeOf(ground)];
  const calls: string[] = [];
  await session.refreshTogether(ids, { onCall: ({ name }) => void calls.push(name) });
  const done = tabsOf(tablesOf(session));
  const faults: string[] = [];
  const seen = new Set<string>();
  let ends = 0;
  for (const [at, call] of calls.entries()) {
    if (!effectful(call)) continue;
    ends += 1;
    putBack(session, start);
    const finished = await session.platform.run('startRefreshes', [JSON.stringify({ queries: ids })], {
      via: 'client',
      onCall: ({ index }) => (index === at ? { end: 'before' } : undefined),
    });
    const found = finished.ended === 'killed' ? [] : [`ended ${finished.ended}`];
    const repairing = inRepair(ground, queries);
    const now = tabsOf(tablesOf(session));
    const complete = completeOf(ground);
    for (const { id, name } of queries) {
      const [isOld, isNew] = [now.get(name) === old.get(name), now.get(name) === done.get(name)];
      if (!isOld && !isNew && !repairing.has(name)) found.push(`${name} is neither old nor new`);
      if (complete.get(id) !== before.get(id) && !isNew) found.push(`${name} is called fresh and isn't new`);
    }
    const left = JSON.stringify([[...now], [...repairing]]);
    if (!seen.has(left)) {
      seen.add(left);
      await refreshAll(queries);
      const repaired = tabsOf(tablesOf(session));
      for (const name of TEN) if (repaired.get(name) !== done.get(name)) found.push(`${name} isn't repaired`);
      if (inRepair(ground, queries).size > 0) found.push('still in the journal');
    }
    faults.push(...found.map((fault) => `${at} ${call}: ${fault}`));
  }
  expect(faults).toEqual([]);
  expect(ends).toBeGreaterThan(100);
});
