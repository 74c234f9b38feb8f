import type { Query, QueryAccount } from '../query/query';
import type { Effects } from './effects';

/** An account that queries of the spreadsheet read with a login. */
export interface AccountInUse {
  workspace: string;
  /** What the query calls it. */
  name: string;
  queries: Query[];
}

/** The accounts that queries of the spreadsheet read, by login, each once. */
export function accountsInUse({ queries }: Pick<Effects, 'queries'>): Map<string, AccountInUse[]> {
  const found = new Map<string, AccountInUse[]>();
  for (const { query } of queries.all()) {
    for (const account of query?.accounts ?? []) {
      entryOf(found, account).queries.push(query as Query);
    }
  }
  return found;
}

function entryOf(found: Map<string, AccountInUse[]>, { login, workspace, name }: QueryAccount): AccountInUse {
  const accounts = found.get(login) ?? [];
  const known = accounts.find((account) => account.workspace === workspace);
  if (known) return known;
  const added = { workspace, name, queries: [] };
  found.set(login, [...accounts, added]);
  return added;
}
