import type { AccountFacts } from '../plan/plan';
import type { Query } from '../query/query';
import type { Effects } from './effects';

/** What the planner needs of a query's accounts. Raises `login-unknown`, `workspace-gone`. */
export function factsOf({ workspaces, logins }: Effects, { accounts }: Query): AccountFacts[] {
  return accounts.map(({ login, workspace, name }) => workspaces.facts(logins.get(login), workspace, name));
}
