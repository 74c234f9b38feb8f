import type { Problem } from '../problems/problem';
import type { Query } from '../query/query';
import type { QueryState } from '../query/state';
import type { Grid } from '../table/grid';
import { type AgreementView, agreementOf } from './agreement';
import type { Effects } from './effects';
import { type OwnAccounts, ownAccounts } from './ownAccounts';

/** A query of the spreadsheet with what is known of its table. */
export interface QueryView {
  id: string;
  name: string;
  /** Null when it can't be read; `problem` says why. */
  query: Query | null;
  problem: Problem | null;
  state: QueryState;
  /** Where its table is now, as `Aug!A5:G90`, and in which tab; null when it has none. */
  place: { tab: string; sheet: number; address: string } | null;
  /** Whether an execution ended while it was writing the table: until the next refresh nothing can be said of it. */
  repairing: boolean;
  /** What this person has to agree to before it reads with their login; null when there is nothing. */
  agreement: AgreementView | null;
}

/** The queries of the spreadsheet, in the order in which they were made. */
export function listQueries(effects: Effects): QueryView[] {
  const unfinished = effects.journal.all();
  const agreed = effects.agreements.all();
  const own = ownAccounts(effects);
  return effects.queries.all().map((entry) => {
    const terms = agreed.get(entry.id) ?? [];
    return {
      ...entry,
      query: entry.query && withOwnNames(entry.query, own),
      place: placeOf(effects.grid, entry.query),
      repairing: unfinished.has(entry.id),
      agreement: entry.query && agreementOf(effects, entry.query, own, terms),
    };
  });
}

/** A query whose accounts are called what this person's logins know them as, whatever the spreadsheet says. */
function withOwnNames(query: Query, own: OwnAccounts): Query {
  const accounts = query.accounts.map((account) => ({
    ...account,
    name: own.account(account) ?? account.name,
  }));
  return { ...query, accounts };
}

function placeOf(grid: Grid, query: Query | null): QueryView['place'] {
  if (query?.target.kind !== 'placed') return null;
  const area = grid.named(query.target.range);
  const tab = area && grid.tabName(area.sheet);
  return area && tab !== null ? { tab, sheet: area.sheet, address: grid.address(area) } : null;
}
