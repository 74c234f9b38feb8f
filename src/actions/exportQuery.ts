import { exportedQuery } from '../query/exchange';
import type { Effects } from './effects';
import { ownAccounts, withOwnNames } from './ownAccounts';

/**
 * A query of the spreadsheet as JSON, to be kept or given to others: nothing in it says through which login it was read, or where
 * its table is. Raises `query-unknown`, and what keeps it from being read.
 */
export function exportQuery(effects: Effects, id: string): { json: string } {
  const { query } = effects.queries.get(id);
  return { json: exportedQuery(withOwnNames(query, ownAccounts(effects))) };
}
