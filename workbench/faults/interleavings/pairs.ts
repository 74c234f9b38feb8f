import type { Query } from '../../../src/query/query';
import type { Run } from '../../../src/record/run';
import type { OnCall } from '../../gas/gate';
import type { CallOptions } from '../../session';
import type { Ground } from '../ground';
import { queryOf } from '../ground';
import { due, triggerRun } from '../kill/triggered';
import { ACCOUNT, COLUMNS, DAYS, fresh, refreshed, type Stand } from '../stand';
import { differenceToTruth, faultsOfFresh, filledCells } from '../whole';

export type Work = (onCall: OnCall) => Promise<unknown>;

/** Two that are run at once, and what has to hold. */
export interface Pair {
  what: string;
  /** What both find besides. */
  prepare?(ground: Ground, stand: Stand): Promise<void>;
  works(ground: Ground, stand: Stand): readonly [Work, Work];
  /** Codes of problems with which one of them may end, besides `busy`. */
  fair?: readonly string[];
  /** What is wrong when both have ended, where the tables aren't what they were and nothing waits for repair. */
  standing(ground: Ground, stand: Stand, ends: readonly string[]): Promise<string[]>;
  /** What is wrong once all was done that a person would do then. */
  afterwards(ground: Ground, stand: Stand, ends: readonly string[]): Promise<string[]>;
}

const COLLEAGUE = { user: 'user-2' };
const refresh =
  (ground: Ground, query: Pick<Query, 'id'>, options: CallOptions = {}): Work =>
  (onCall) =>
    ground.refresh(query, { onCall, ...options });
const call =
  (ground: Ground, entry: string, payload: unknown, options: CallOptions = {}): Work =>
  (onCall) =>
    ground.session.call(entry, payload, { onCall, ...options });

async function nothing(): Promise<string[]> {
  return [];
}

/** Both tables whole, whoever refreshed which. */
async function both(ground: Ground, stand: Stand, other: Query): Promise<string[]> {
  await ground.refresh(stand.query);
  await ground.refresh(other);
  const sizes = await Promise.all([stand.query, other].map((query) => ground.table(query)));
  const cells = sizes.flatMap(({ values }) => values.flat()).filter((value) => value !== '').length;
  const filled = filledCells(ground);
  return [
    ...(await faultsOfFresh(ground, stand.query, stand.expected)),
    ...(await faultsOfFresh(ground, other, stand.expected)),
    ...(filled === stand.mine + cells ? [] : [`${filled} filled cells instead of ${stand.mine + cells}`]),
  ];
}

const newest = async (ground: Ground): Promise<Query> => {
  const views = await ground.session.call<{ query: Query }[]>('listQueries');
  return views[views.length - 1].query;
};

export const PAIRS: readonly Pair[] = [
  {
    what: 'Two people refresh one query',
    works: (ground, { query }) => [refresh(ground, query), refresh(ground, query, COLLEAGUE)],
    standing: fresh,
    afterwards: refreshed,
  },
  {
    what: 'One refreshes, another refreshes all',
    works: (ground, { query }) => [
      refresh(ground, query),
      (onCall) => ground.session.refreshTogether([query.id], { onCall, ...COLLEAGUE }),
    ],
    standing: fresh,
    afterwards: refreshed,
  },
  {
    what: 'One refreshes, another renames the query',
    works: (ground, { query }) => [
      refresh(ground, query),
      call(ground, 'saveQuery', { query: { ...query, name: 'Renamed' } }, COLLEAGUE),
    ],
    standing: differenceOf,
    async afterwards(ground, stand, ends) {
      const faults = await refreshed(ground, stand);
      const { name } = await ground.view(stand.query);
      return name === (ends[1] === 'done' ? 'Renamed' : stand.query.name)
        ? faults
        : [...faults, `it is called ${name}`];
    },
  },
  {
    what: 'One refreshes, another gives the query other columns',
    works: (ground, { query }) => [
      refresh(ground, query),
      call(ground, 'saveQuery', {
        query: { ...query, columns: ['duration', 'billable', 'entry-id'].map((field) => ({ field })) },
      }),
    ],
    standing: differenceOf,
    afterwards: refreshed,
  },
  {
    what: 'One refreshes, another deletes the query',
    works: (ground, { query }) => [
      refresh(ground, query),
      call(ground, 'deleteQuery', { query: query.id }, COLLEAGUE),
    ],
    fair: ['query-unknown', 'job-unknown'],
    standing: nothing,
    async afterwards(ground, stand, ends) {
      if (ends[1] !== 'done') return refreshed(ground, stand);
      const left = await ground.session.call<unknown[]>('listQueries');
      return [
        ...(left.length === 0 ? [] : ['the deleted query is back']),
        ...(ground.sheet.names().length === 0 ? [] : ['its named range is left']),
      ];
    },
  },
  {
    what: 'Two people refresh two queries in one tab, one of them for the first time',
    works: (ground, { query, login }) => [
      refresh(ground, query, COLLEAGUE),
      async (onCall) => {
        const target = { kind: 'cell' as const, sheet: ground.sheet.tabs()[0].id, row: 3, column: 9 };
        const wish = { name: 'Other', accounts: [ACCOUNT], columns: COLUMNS, days: DAYS, target };
        const other = await ground.session.call<Query>('saveQuery', { query: queryOf(wish, login) });
        await ground.refresh(other, { onCall });
      },
    ],
    standing: nothing,
    afterwards: async (ground, stand) => both(ground, stand, await newest(ground)),
  },
  {
    what: 'Two people refresh a query that has no table yet',
    works(ground, { login }) {
      const wish = { name: 'Other', accounts: [ACCOUNT], columns: COLUMNS, days: DAYS };
      const saved = ground.session.call<Query>('saveQuery', { query: queryOf(wish, login) });
      return [
        async (onCall) => ground.refresh(await saved, { onCall }),
        async (onCall) => ground.refresh(await saved, { onCall, ...COLLEAGUE }),
      ];
    },
    standing: nothing,
    afterwards: async (ground, stand) => both(ground, stand, await newest(ground)),
  },
  {
    what: 'One refreshes while the trigger of the same person runs',
    prepare: (ground, { query }) => due(ground, query),
    works: (ground, { query }) => [refresh(ground, query), (onCall) => triggerRun(ground, onCall)],
    standing: fresh,
    afterwards: refreshed,
  },
  {
    what: 'One refreshes while the trigger of another runs',
    prepare: (ground, { query }) => due(ground, query),
    works: (ground, { query }) => [refresh(ground, query, COLLEAGUE), (onCall) => triggerRun(ground, onCall)],
    standing: fresh,
    afterwards: refreshed,
  },
  {
    what: 'The triggers of two people run at once',
    prepare: (ground, { query }) => due(ground, query, ['user-1', 'user-2']),
    works: (ground) => [
      (onCall) => triggerRun(ground, onCall),
      (onCall) => triggerRun(ground, onCall, 'user-2'),
    ],
    standing: fresh,
    async afterwards(ground, stand) {
      const runs = await ground.session.call<Run[]>('listRuns');
      const ran = runs.filter(({ why }) => why === 'schedule').length;
      const faults = ran <= 1 ? [] : [`it ran ${ran} times`];
      return [...faults, ...(await refreshed(ground, stand))];
    },
  },
];

function differenceOf(ground: Ground, { query, expected }: Stand): Promise<string[]> {
  return differenceToTruth(ground, query, expected);
}
