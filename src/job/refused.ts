import { passing } from '../clockify/failure';
import { FOR_A_TABLE, retryWait } from '../clockify/retry';
import { datasetOf } from '../datasets';
import { lessOf } from '../plan/account';
import { halved, isRead, pageMissing } from '../plan/pages';
import { type PlannedAccount, shorterLimit, tooLongFor } from '../plan/plan';
import type { Reading } from '../plan/reading';
import { type Days, windowsOf } from '../query/period';

import { fail, nextNumber, replace, takersOf, warned } from './change';
import type { AskEvent, PageRefused } from './event';
import { usedUp } from './hour';
import { isWanted, type Job, type List, newList } from './job';
import { leavesOpen, withRecords } from './open';
import { problemOfPage } from './problems';

/**
 * The job after pages of a batch were refused: asked again later where that can help, on other terms where Clockify allows
 * less than was asked for, else the end of the queries that need them. What came beside them stays, and a wait that one of
 * them asks for holds for all.
 */
export function refuse(job: Job, refused: PageRefused[], event: AskEvent): Job {
  let after = job;
  const passed: PageRefused[] = [];
  for (const page of refused) {
    const list = listOf(after, page.list);
    if (list && leavesOpen(list, page)) after = withRecords(after, list);
    else if (passing(page.failure)) passed.push(page);
    else after = refusedForGood(after, page, event, job.accounts);
  }
  return passed.length > 0 ? refusedForNow(after, passed, event) : after;
}

/** A list that somebody still waits for. */
function listOf(job: Job, number: number): List | undefined {
  return job.lists.find((list) => list.number === number && isWanted(job, list));
}

function refusedForNow(job: Job, refused: PageRefused[], event: AskEvent): Job {
  const { results, at } = event;
  const failures = refused.map(({ failure }) => failure);
  // A batch of which a part got through is progress: only failures without any count up to giving up.
  const count = refused.length < results.length ? 1 : job.failures + 1;
  const hour = hourUsedUp(job, refused, event, count);
  if (hour !== null) return hour;
  const wait = retryWait(failures, count, event.chance, FOR_A_TABLE);
  if (wait === null) return givenUp(job, refused, event);
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

/** Ends the queries that need what was refused, each for the reason that takes longest to pass. */
function givenUp(job: Job, refused: PageRefused[], { logins, at }: AskEvent): Job {
  const worst = [...refused].sort((a, b) => (b.failure.retryAfter ?? 0) - (a.failure.retryAfter ?? 0));
  let after = { ...job, failures: 0 };
  for (const page of worst) {
    const list = listOf(after, page.list);
    if (list) after = { ...fail(after, takersOf(list), problemOfPage(after, page, logins, at)), failures: 0 };
  }
  return after;
}

/**
 * The job once the hour of a Free account is used up: what came is kept, and what was refused is asked for when the hour
 * renews. Null where the refusal is no such one, or nothing has come that would be lost.
 */
function hourUsedUp(job: Job, refused: PageRefused[], { at }: AskEvent, count: number): Job | null {
  const retryAfter = Math.max(0, ...refused.map(({ failure }) => failure.retryAfter ?? 0));
  // The first refusal may be of too many requests in a second, which is soon over.
  const isHour = retryAfter > LONG || (retryAfter === 0 && count > 1 && count < MOST_HOURS);
  if (!isHour || job.pieces.length === 0) return null;
  let { lists } = job;
  const hours = { ...job.hours };
  for (const { list: number, page, failure } of refused) {
    const list = lists.find((candidate) => candidate.number === number);
    if (!list) continue;
    const { account } = list.reading;
    const { hourly } = job.accounts[account];
    const hour = hours[account];
    if (failure.kind !== 'rate-limited' || hourly === null || hour === undefined) return null;
    hours[account] = usedUp(hour, hourly, at, retryAfter || null);
    lists = replace(lists, { ...list, pages: pageMissing(list.pages, page) });
  }
  return { ...job, lists, hours, failures: count };
}

/** A wait that is no matter of a second, in milliseconds. */
const LONG = 60_000;
/** How many hours in a row may be found used up, by others, before the refresh is given up. */
const MOST_HOURS = 6;

/** `asked` are the accounts on the terms on which the batch was asked for. */
function refusedForGood(job: Job, refused: PageRefused, event: AskEvent, asked: PlannedAccount[]): Job {
  const list = listOf(job, refused.list);
  if (!list) return job;
  const { kind } = refused.failure;
  const { account: index, purpose } = list.reading;
  const account = job.accounts[index];
  const filling = list.reading.takes.filter(({ fills }) => fills !== undefined);
  if (kind === 'forbidden' && purpose !== 'rows') return withoutList(job, list, account.name);
  if (kind === 'forbidden' && filling.length > 0) {
    // Rows of one query that fill another: whom it only fills goes on without it.
    const rows = list.reading.takes.filter(({ fills }) => fills === undefined).map(({ query }) => query);
    const problem = problemOfPage(job, refused, event.logins, event.at);
    const fills: List = { ...list, reading: { ...list.reading, purpose: 'fill', takes: filling } };
    const left = withoutPieces({ ...job, lists: replace(job.lists, fills) }, [list]);
    return fail(withoutList(left, fills, account.name), (query) => rows.includes(query), problem);
  }
  if (kind === 'forbidden' && datasetOf(list.reading.dataset).amounts) {
    const wanted = lessOf(list.reading.amounts, asked[index].amounts);
    // Another page of the batch may have been refused for the same reason: one step down is enough for both.
    if (lessOf(list.reading.amounts, account.amounts) !== wanted) return job;
    if (wanted !== 'hidden') return withFewerAmounts(job, index, wanted);
  }
  // The plan may have changed since the account was read, or never have said: a shorter window settles it.
  if (kind === 'refused' && refused.failure.status === 400) {
    const mostDays = shorterLimit(list.reading.days);
    if (mostDays !== null) return withShorterWindows(job, index, mostDays);
  }
  return fail(job, takersOf(list), problemOfPage(job, refused, event.logins, event.at));
}

/** Asks for cost no more, or, where that is refused too, for no amounts. Lists that have been read keep what they have. */
function withFewerAmounts(job: Job, index: number, refused: 'earned' | 'earned-and-cost'): Job {
  const { name } = job.accounts[index];
  const [amounts, warning] =
    refused === 'earned-and-cost'
      ? (['earned', costHidden(name)] as const)
      : (['hidden', amountsHidden(name)] as const);
  const after = onOtherTerms(job, index, { amounts }, (reading) => [reading]);
  const wants = (query: number) => {
    const { accounts, amounts: wanted } = after.queries[query];
    return (
      accounts.includes(index) && (amounts === 'earned' ? wanted === 'earned-and-cost' : wanted !== 'hidden')
    );
  };
  // That all amounts are hidden says it of cost, too.
  const queries = after.queries.map((asked) =>
    amounts === 'earned'
      ? asked
      : { ...asked, warnings: asked.warnings.filter((known) => known !== costHidden(name)) },
  );
  return warned({ ...after, queries }, wants, [warning]);
}

function costHidden(account: string): string {
  return `Cost is hidden from this login in account ${account}: cost and profit are empty.`;
}

function amountsHidden(account: string): string {
  return `Amounts are hidden from this login in account ${account}: those columns are empty.`;
}

/** Cuts what has not been read into windows that Clockify takes. */
function withShorterWindows(job: Job, index: number, mostDays: number): Job {
  const account = { ...job.accounts[index], mostDays };
  let after = job;
  job.queries.forEach(({ days, compared, accounts }, query) => {
    if (!accounts.includes(index)) return;
    const tooLong = [days, compared].flatMap((period) => (period && tooLongFor(period, account)) ?? []);
    if (tooLong.length > 0) after = fail(after, (other) => other === query, tooLong[0]);
  });
  return onOtherTerms(after, index, { mostDays }, (reading) =>
    windowsOf(reading.days as Days, mostDays).map((days) => ({ ...reading, days })),
  );
}

/** Names, and those without time, are a convenience: without the right to read them they are left out, and that is said. */
function withoutList(job: Job, list: List, workspace: string): Job {
  const { title } = datasetOf(list.reading.dataset);
  const pages = { ...list.pages, next: 2, last: 1, again: [] };
  return warned({ ...job, lists: replace(job.lists, { ...list, pages, refused: true }) }, takersOf(list), [
    `The ${title} of account ${workspace} are hidden from this login.`,
  ]);
}

/** Starts those dated lists of an account anew that have not been read to their end, each as the readings that `anew` gives. */
function onOtherTerms(
  job: Job,
  index: number,
  terms: Partial<PlannedAccount>,
  anew: (reading: Reading) => Reading[],
): Job {
  const accounts = job.accounts.map((account, position) =>
    position === index ? { ...account, ...terms } : account,
  );
  const open = job.lists.filter(
    (list) =>
      list.reading.account === index &&
      list.reading.days !== null &&
      !isRead(list.pages) &&
      isWanted(job, list),
  );
  const first = nextNumber(job);
  const begun = open
    .flatMap(({ reading }) => anew(reading))
    .map((reading, position) => newList(first + position, reading));
  return {
    ...job,
    accounts,
    lists: [...job.lists.filter((list) => !open.includes(list)), ...begun],
    pieces: withoutPieces(job, open).pieces,
    failures: 0,
  };
}

function withoutPieces(job: Job, lists: List[]): Job {
  return { ...job, pieces: job.pieces.filter(({ list }) => !lists.some(({ number }) => number === list)) };
}
