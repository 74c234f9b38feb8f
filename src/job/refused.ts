import { passing } from '../clockify/failure';
import { waitAfter, worthRetrying } from '../clockify/refusal';
import { datasetOf } from '../datasets';
import { halved, pageMissing } from '../plan/pages';
import { readingsOf, shorterLimit } from '../plan/plan';
import { reportOf } from '../reports';
import { fail, nextNumber, replace, withWarnings } from './change';
import { type Job, type List, newList } from './job';
import type { Asked, PageRefused } from './outcome';
import { problemOfPage } from './problems';

/**
 * The job after pages of a batch were refused: asked again later where that can help, on other terms where Clockify allows
 * less than was asked for, else ended.
 */
export function refuse(job: Job, refused: PageRefused[], outcome: Asked): Job {
  const final = refused.find(({ failure }) => !passing(failure));
  return final ? refusedForGood(job, final, outcome) : refusedForNow(job, refused, outcome);
}

function refusedForNow(job: Job, refused: PageRefused[], outcome: Asked): Job {
  const { results, at } = outcome;
  const failures = refused.map(({ failure }) => failure);
  // A batch of which a part got through is progress: only failures without any count up to giving up.
  const count = refused.length < results.length ? 1 : job.failures + 1;
  const wait = waitAfter(failures, count, outcome.chance);
  if (!worthRetrying(failures, count, wait)) {
    const worst = refused.reduce((a, b) =>
      (b.failure.retryAfter ?? 0) > (a.failure.retryAfter ?? 0) ? b : a,
    );
    return fail(job, problemOfPage(job, worst, outcome.logins, at));
  }
  let { lists } = job;
  let lighter = false;
  for (const { list: number, page, failure } of refused) {
    const list = lists.find((candidate) => candidate.number === number);
    if (!list) continue;
    const missing = pageMissing(list.pages, page);
    // A heavy page is tried twice as it is: the first failure may have been the network's.
    const heavy = failure.kind !== 'rate-limited' && count > 1;
    const pages = heavy ? halved(datasetOf(list.reading.dataset).paging, missing) : missing;
    // What is asked for then is another request: its failures are counted anew.
    if (pages.size < list.pages.size) lighter = true;
    lists = replace(lists, { ...list, pages });
  }
  return { ...job, lists, failures: lighter ? 1 : count, notBefore: Math.max(job.notBefore, at + wait) };
}

function refusedForGood(job: Job, refused: PageRefused, outcome: Asked): Job {
  const list = job.lists.find(({ number }) => number === refused.list);
  if (!list) return job;
  const { kind } = refused.failure;
  const account = job.plan.accounts[list.reading.account];
  if (kind === 'forbidden' && list.reading.purpose === 'names') return withoutNames(job, list, account.name);
  if (kind === 'forbidden' && datasetOf(list.reading.dataset).dated && account.amounts !== 'hidden') {
    const warning = `Amounts are hidden from this login in workspace ${account.name}: those columns are empty.`;
    return replanned(job, list.reading.account, { amounts: 'hidden' }, [warning]);
  }
  // The plan may have changed since the account was read, or never have said: a shorter window settles it.
  if (kind === 'refused' && refused.failure.status === 400) {
    const mostDays = shorterLimit(list.reading.days);
    if (mostDays !== null) return replanned(job, list.reading.account, { mostDays }, []);
  }
  return fail(job, problemOfPage(job, refused, outcome.logins, outcome.at));
}

/** Names are a convenience: without the right to read them their column stays empty, and that is said. */
function withoutNames(job: Job, list: List, workspace: string): Job {
  const { title } = datasetOf(list.reading.dataset);
  const pages = { ...list.pages, next: 2, last: 1, again: [] };
  return {
    ...job,
    lists: replace(job.lists, { ...list, pages }),
    warnings: withWarnings(job, [`The ${title} of workspace ${workspace} are hidden from this login.`]),
  };
}

/** Starts the lists of one account anew, with other terms. */
function replanned(job: Job, index: number, terms: object, warnings: string[]): Job {
  const account = { ...job.plan.accounts[index], ...terms };
  const accounts = job.plan.accounts.map((other, position) => (position === index ? account : other));
  const readings = readingsOf(index, account, reportOf(job.query.report), job.plan.days);
  const first = nextNumber(job);
  return {
    ...job,
    plan: { ...job.plan, accounts },
    lists: [
      ...job.lists.filter(({ reading }) => reading.account !== index),
      ...readings.map((reading, position) => newList(first + position, reading)),
    ],
    pieces: job.pieces.filter(
      ({ list }) => job.lists.find(({ number }) => number === list)?.reading.account !== index,
    ),
    warnings: withWarnings(job, warnings),
    failures: 0,
  };
}
