import type { Query } from '../../src/query/query';
import { callsOf } from '../../workbench/faults/interrupt';
import { keep, putBack } from '../../workbench/faults/keep';
import type { OnCall } from '../../workbench/gas/gate';
import { newGround, type Wish } from './ground';

const ground = newGround();

/** Eight entries of two days, and two of the first. */
const DAYS: [string, string] = ['2026-06-01', '2026-06-02'];
const DAY: [string, string] = ['2026-06-01', '2026-06-01'];
const wish: Wish = { accounts: ['Quirks'], columns: ['date', 'duration'] };

const period = ([from, to]: [string, string]) => ({ period: { kind: 'fixed' as const, from, to } });

/** A query with a table, changed since. */
async function changed(): Promise<Query> {
  const query = await ground.fill({ ...wish, days: DAY });
  const { query: placed } = await ground.view(query);
  return ground.session.saveQuery({ ...(placed as Query), ...period(DAYS), name: 'Changed' });
}

/** What is asked for under the document lock. */
const ACTIONS: Record<string, (query: Query, onCall: OnCall) => Promise<unknown>> = {
  'a refresh': ({ id }, onCall) => ground.session.call('startRefresh', { query: id }, { onCall }),
  'saving a query': (query, onCall) =>
    ground.session.call('saveQuery', { query: { ...query, name: 'Renamed' } }, { onCall }),
  'saving a new query': ({ id: _, ...query }, onCall) =>
    ground.session.call(
      'saveQuery',
      { query: { ...query, name: 'New', target: { kind: 'new-tab' } } },
      { onCall },
    ),
  'deleting a query': ({ id }, onCall) => ground.session.call('deleteQuery', { query: id }, { onCall }),
  'forgetting everything': (_, onCall) => ground.session.call('forgetAll', {}, { onCall }),
};

test.each(Object.entries(ACTIONS))('%s leaves nothing to land once the lock is open', async (_, act) => {
  const query = (await ground.view(await changed())).query as Query;
  const start = keep(ground.session);
  const calls: string[] = [];
  await act(query, ({ name }) => void calls.push(name));
  const releases = [...calls.keys()].filter((at) => calls[at] === 'Lock.releaseLock');
  for (const release of releases) {
    putBack(ground.session, start);
    const ended = act(query, ({ index }) =>
      index === release ? { end: 'after', unflushed: 'later' } : undefined,
    );
    await expect(ended).rejects.toThrow('killed');
    expect([release, ground.session.platform.lateWrites]).toEqual([release, []]);
  }
  expect(releases.length).toBeGreaterThan(0);
});

test('what one that was refreshed still has to write when it ends does not touch the table of the next', async () => {
  const query = await changed();
  await callsOf(ground, query);
  const before = ground.sheet.values('Time entries');
  const { query: placed } = await ground.view(query);
  await ground.session.call(
    'startRefresh',
    { query: query.id },
    {
      onEnd: async () => {
        await ground.session.saveQuery({ ...(placed as Query), ...period(DAY) });
        await ground.refresh(query);
      },
    },
  );
  expect(before).toHaveLength(9);
  expect(ground.sheet.values('Time entries')).toHaveLength(3);
  expect((await ground.view(query)).state.complete?.rows).toBe(2);
});
