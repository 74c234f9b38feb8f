import { datasetOf } from '../datasets';
import type { PlannedAccount } from './account';
import type { Reading } from './reading';

/** How many requests a plan takes: the least, and whether there may be more since how long a list is shows when it is read. */
export interface PlannedRequests {
  requests: number;
  atLeast: boolean;
  /** By dataset and account, by its name. */
  readings: { dataset: string; account: string; requests: number }[];
}

interface Readings {
  accounts: PlannedAccount[];
  readings: Reading[];
}

/** How many requests the readings of a plan take, before any is sent. */
export function requestsOf({ readings, accounts }: Readings): PlannedRequests {
  const each = new Map<string, PlannedRequests['readings'][number]>();
  for (const { account, dataset } of readings) {
    const key = `${account} ${dataset}`;
    const line = each.get(key) ?? { dataset, account: accounts[account].name, requests: 0 };
    each.set(key, { ...line, requests: line.requests + 1 });
  }
  return {
    requests: readings.length,
    atLeast: readings.some(({ dataset }) => datasetOf(dataset).paging.kind !== 'whole'),
    readings: [...each.values()],
  };
}
