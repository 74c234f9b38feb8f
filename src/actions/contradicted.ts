import { datasetOf } from '../datasets';
import type { Dataset, Scope } from '../datasets/dataset';
import type { Job } from '../job/job';
import { type Rights, rightsOf } from '../logins/rights';
import type { Workspaces } from '../logins/workspaces';

/** The account that was asked, and since when it is asked: what was read of it since then is as new as the answer. */
interface AskedAccount {
  login: string;
  workspace: string;
  since: number;
}

/**
 * Has an account read again before it is planned with next, where Clockify refused a list that its login should see by what is
 * known of role, settings and plan: one of them has changed.
 */
export function expireRefused(
  workspaces: Workspaces,
  account: AskedAccount,
  dataset: Dataset<unknown>,
): void {
  expireWhere(workspaces, account, (rights) => shouldSee(rights, dataset));
}

/** The same for all that a refresh was refused since `before`. */
export function expireContradicted(workspaces: Workspaces, before: Job, after: Job): void {
  after.accounts.forEach((planned, index) => {
    const then = before.accounts[index];
    const account = { ...planned, since: after.startedAt };
    // Clockify allowed a shorter report than was known.
    if (planned.mostDays !== then.mostDays) workspaces.expire(planned.login, planned.workspace);
    if (planned.amounts !== then.amounts)
      expireWhere(workspaces, account, (rights) => shouldSeeMore(rights, planned.amounts));
    for (const { reading, refused } of after.lists)
      if (refused && reading.account === index)
        expireRefused(workspaces, account, datasetOf(reading.dataset));
  });
}

function expireWhere(
  workspaces: Workspaces,
  { login, workspace, since }: AskedAccount,
  contradicted: (rights: Rights) => boolean,
): void {
  const known = workspaces.known(login).find(({ id }) => id === workspace);
  if (known && known.readAt < since && contradicted(rightsOf(known))) workspaces.expire(login, workspace);
}

function shouldSee({ team, reports, earned }: Rights, { limited, amounts }: Dataset<unknown>): boolean {
  if (limited === 'team') return team === 'seen';
  return amounts ? reports !== 'doubtful' && earned !== 'hidden' : true;
}

function shouldSeeMore({ earned, cost }: Rights, given: Scope['amounts']): boolean {
  return given === 'hidden' ? earned !== 'hidden' : cost === 'seen';
}
