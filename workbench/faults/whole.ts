import type { Query } from '../../src/query/query';
import { type Ground, HIDDEN_TABS } from './ground';
import { repairing, stateOf } from './invariants';

/** Days of an account that a table of single entries should have; its columns are `entry-id` and `duration`. */
export interface Expected {
  account: string;
  days: readonly [from: string, to: string];
}

const ZONE = 'Europe/Berlin';

/** What a table of entry ids and durations has that Clockify hasn't, or lacks; empty when it equals the truth. */
export async function differenceToTruth(
  ground: Ground,
  query: Pick<Query, 'id'>,
  { account, days: [from, to] }: Expected,
): Promise<string[]> {
  const now = ground.session.platform.clock.now();
  const truth = await ground.control.truth({ workspace: account, from, to, zone: ZONE, now });
  const { values } = await ground.table(query);
  const [titles, ...rows] = values;
  const [id, duration] = [titles.indexOf('Entry ID'), titles.indexOf('Duration')];
  if (id < 0 || duration < 0) return [`its columns are ${titles.join()}`];
  const ids = rows.map((row) => String(row[id]));
  const seconds = Math.round(rows.reduce((sum, row) => sum + Number(row[duration]) * 86_400, 0));
  const [found, due] = [ids.sort().join(), [...truth.ids].sort().join()];
  return [
    ...(found === due ? [] : [`${ids.length} entries instead of the ${truth.ids.length} of Clockify`]),
    ...(seconds === truth.seconds ? [] : [`${seconds} s instead of ${truth.seconds} s`]),
  ];
}

/** What is wrong with a query that was refreshed and that nothing is done to any more; empty when all is well. */
export async function faultsOfFresh(
  ground: Ground,
  query: Pick<Query, 'id'>,
  expected: Expected,
): Promise<string[]> {
  const { complete, problem } = stateOf(ground.session, query);
  const { values } = await ground.table(query);
  return [
    ...(await differenceToTruth(ground, query, expected)),
    ...(complete?.rows === values.length - 1 ? [] : ['its state names another number of rows']),
    ...(problem === null ? [] : [`it has the problem ${problem.code}`]),
    ...(repairing(ground.session) ? ['it is in the journal'] : []),
  ];
}

/** How many cells hold something, hidden tabs left out. */
export function filledCells({ sheet }: Ground): number {
  const tabs = sheet.tabs().filter(({ name }) => !HIDDEN_TABS.includes(name));
  return tabs.flatMap(({ name }) => sheet.values(name).flat()).filter((value) => value !== '').length;
}
