import { problemOfFailure } from '../clockify/refusal';
import { datasetOf } from '../datasets';
import type { Problem } from '../problems/problem';
import type { PageRefused } from './event';
import type { Job, List } from './job';

/** The problem that a refused page is to the person who waits for its table. */
export function problemOfPage(job: Job, refused: PageRefused, logins: string[], now: number): Problem {
  const list = job.lists.find(({ number }) => number === refused.list) ?? job.lists[0];
  const dataset = datasetOf(list.reading.dataset);
  const workspace = job.accounts[list.reading.account].name;
  const asked = {
    login: logins[list.reading.account],
    workspace,
    what: dataset.title,
    permission: dataset.permission,
  };
  return problemOfFailure(refused.failure, asked, now);
}

/** The problem of a list that gives the same page again and again. */
export function endless(job: Job, list: List): Problem {
  const { title } = datasetOf(list.reading.dataset);
  const workspace = job.accounts[list.reading.account].name;
  return {
    code: 'paging-endless',
    scope: { workspace },
    title: `The list of ${title} of account ${workspace} never ends: Clockify gives the same page again and again.`,
    remedy: 'Try again in a few minutes. If this continues, tell whoever gave you the add-on.',
    retry: 'later',
  };
}

/** The problem of rows that don't agree with what Clockify states, for a reason in a few words. */
export function disagrees({ reading }: List, reason: string): Problem {
  const { title } = datasetOf(reading.dataset);
  return {
    code: 'totals-disagree',
    scope: {},
    title: `What was read doesn't agree with what Clockify states (${reason}), twice in a row.`,
    remedy: `Somebody may be editing ${title} right now. Try again in a minute.`,
    retry: 'later',
    cause: '2 readings',
  };
}

/** How often what waits between two executions may be lost before the refresh is given up: it might go on for ever. */
export const MOST_LOSSES = 4;

/** The problem of a refresh whose rows don't survive from one execution to the next. */
export function losing(): Problem {
  return {
    code: 'cache-losing',
    scope: {},
    title: 'Google keeps losing the rows that were read, so this refresh would begin again for ever.',
    remedy: 'Try again later, or choose a shorter period or fewer columns so that less has to wait.',
    retry: 'later',
  };
}
