import { factsIn } from '../logins/workspace';
import type { AccountFacts } from '../plan/plan';
import type { Query } from '../query/query';
import type { Effects } from './effects';
import { askedWith } from './refusedKey';

/**
 * What the planner needs of a query's accounts. Of a login whose key is refused it is what was known before. Raises
 * `login-unknown`, `key-refused`, `workspace-gone`.
 */
export function factsOf(effects: Effects, { accounts }: Query): AccountFacts[] {
  const { workspaces, logins } = effects;
  return accounts.map(({ login: id, workspace, name }) => {
    const login = logins.get(id);
    const known =
      login.refusedAt === null ? undefined : workspaces.known(id).find((each) => each.id === workspace);
    return known
      ? factsIn(login, known)
      : askedWith(effects, login, () => workspaces.facts(login, workspace, name));
  });
}
