import type { Job } from '../../job/job';
import { type Problem, problemOf } from '../../problems/problem';
import type { Effects } from '../effects';

/**
 * Clockify refuses a workspace that is gone, or that the key's owner left, like one with fewer rights. Which it is, the list
 * of workspaces tells; null when it is there, or can't be had now.
 */
export function workspaceGone(
  { logins, workspaces }: Pick<Effects, 'logins' | 'workspaces'>,
  { accounts }: Job,
  problem: Problem | null,
): Problem | null {
  if (problem?.code !== 'forbidden') return null;
  try {
    const account = accounts.find(
      ({ login, name }) => name === problem.scope.workspace && logins.get(login).name === problem.scope.login,
    );
    const login = account ? logins.get(account.login) : null;
    if (account && login?.refusedAt === null) workspaces.confirm(login, account.workspace, account.name);
    return null;
  } catch (error) {
    const found = problemOf(error);
    const gone = found.code === 'workspace-gone' || found.code === 'workspaces-none';
    return gone ? { ...found, scope: { ...problem.scope, ...found.scope } } : null;
  }
}
