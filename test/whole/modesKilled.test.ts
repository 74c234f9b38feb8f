import type { Query } from '../../src/query/query';
import { endEverywhere } from '../../workbench/faults/sweep';
import type { KilledWrites } from '../../workbench/gas/batch';
import { newGround } from './ground';

const ground = newGround();

/** Dozens of executions: a machine that is busy with other things takes its time for them. */
jest.setTimeout(300_000);

const LUMEN = 'Lumen & Loom';
const LAST_DAYS: Partial<Query> = { mode: { kind: 'last-days', days: 3 } };

async function begun(): Promise<{ query: Query; ids: string[] }> {
  await ground.login('demo');
  const query = await ground.fill({
    accounts: [LUMEN],
    period: { kind: 'since', from: '2026-06-24', to: 'today' },
    columns: ['date', 'description', 'entry-id'],
    ask: LAST_DAYS,
  });
  const { values } = await ground.table(query);
  return { query, ids: values.slice(1).map((row) => String(row[2])) };
}

const more = Array.from({ length: 5 }, (_, hour) => ({
  start: `2026-06-30T0${hour}:00:00Z`,
  end: `2026-06-30T0${hour}:30:00Z`,
}));

test.each<[string, KilledWrites]>([
  ['lost', 'lost'],
  ['half done', 'half'],
])(
  'last days that get more rows can be updated in executions that end at every change, with what isn’t flushed %s',
  async (_, killedWrites) => {
    await ground.open({ killedWrites });
    const { query, ids } = await begun();
    await ground.control.editEntries({
      workspace: LUMEN,
      add: more,
      edit: [{ id: ids[ids.length - 2], description: 'edited' }],
    });
    const { ends, faults } = await endEverywhere(ground, query, 'every change');
    expect(faults).toEqual([]);
    expect(ends).toBeGreaterThan(4);
  },
);

test('an entry that was moved into the last days is never lost, wherever an execution ends', async () => {
  const { query, ids } = await begun();
  await ground.control.editEntries({
    workspace: LUMEN,
    edit: [{ id: ids[1], start: '2026-06-30T05:00:00Z', end: '2026-06-30T06:00:00Z' }],
    remove: ids.slice(-4),
  });
  const { faults } = await endEverywhere(ground, query, 'every change');
  expect(faults).toEqual([]);
});
