import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import type { Ground } from './ground';
import { type Expected, faultsOfFresh, filledCells } from './whole';

/** What executions find when they begin: a table among somebody's cells, changed since so that it grows, over a login that is shared. */
export interface Stand {
  query: Query;
  expected: Expected;
  login: LoginView;
  /** How many cells are somebody's own. */
  mine: number;
}

export const ACCOUNT = 'Quirks';
const FOREIGN = ['A1', 'B1', 'G3', 'B30'];
/** Two entries of one day, and eight of two. */
const DAY: [string, string] = ['2026-06-01', '2026-06-01'];
export const DAYS: [string, string] = ['2026-06-01', '2026-06-02'];
export const COLUMNS = ['entry-id', 'duration'];

/** Makes what executions find when they begin. */
export async function stand(ground: Ground): Promise<Stand> {
  const own = await ground.login();
  const login = await ground.session.call<LoginView>('shareLogin', { login: own.id, displayName: 'Mara' });
  for (const a1 of FOREIGN) ground.sheet.type('Sheet1', a1, 'mine');
  const target = { kind: 'cell' as const, sheet: ground.sheet.tabs()[0].id, row: 3, column: 2 };
  const first = await ground.fill({ accounts: [ACCOUNT], columns: COLUMNS, days: DAY, target });
  const { query: placed } = await ground.view(first);
  const period = { kind: 'fixed' as const, from: DAYS[0], to: DAYS[1] };
  const query = await ground.session.saveQuery({ ...(placed as Query), period });
  return { query, expected: { account: ACCOUNT, days: DAYS }, login, mine: FOREIGN.length };
}

/** What is wrong unless the table is the new one and stands once. */
export async function fresh(ground: Ground, { query, expected, mine }: Stand): Promise<string[]> {
  const faults = await faultsOfFresh(ground, query, expected);
  const cells = (await ground.table(query)).values.flat().filter((value) => value !== '').length;
  const filled = filledCells(ground);
  return [
    ...faults,
    ...(filled === mine + cells ? [] : [`${filled} filled cells instead of ${mine + cells}`]),
  ];
}

/** The same after another refresh, with nobody else about. */
export async function refreshed(ground: Ground, stand: Stand): Promise<string[]> {
  await ground.refresh(stand.query);
  return fresh(ground, stand);
}
