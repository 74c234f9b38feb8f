import { type Problem, raise } from '../problems/problem';
import { type Days, lengthInDays } from '../query/period';
import type { AccountFacts } from './account';

/** More requests than anybody waits for: forty years of a month each. */
const MOST_WINDOWS = 500;

/** In how many windows an account answers days. */
export function windowsIn(days: Days, { mostDays }: Pick<AccountFacts, 'mostDays'>): number {
  return mostDays === null ? 1 : Math.ceil(lengthInDays(days) / mostDays);
}

/** The problem of days that an account answers in too many windows; null when they are few enough. */
export function tooLongFor(days: Days, account: AccountFacts): Problem | null {
  const { name, mostDays } = account;
  const windows = windowsIn(days, account);
  if (windows <= MOST_WINDOWS) return null;
  const { from, to } = days;
  return {
    code: 'period-too-long',
    scope: { workspace: name },
    title: `The period from ${from} to ${to} takes ${windows} requests or more: account ${name} answers ${mostDays} days at a time.`,
    remedy: 'Choose a shorter period and save the query again.',
    retry: 'never',
  };
}

/**
 * A shorter limit to try when Clockify refused a window and the account's limit isn't known: Clockify's plans allow 366 or
 * 31 days. Null when the window was short already.
 */
export function shorterLimit(window: Days | null): number | null {
  const length = window === null ? 0 : lengthInDays(window);
  if (length > 366) return 366;
  return length > 31 ? 31 : null;
}

/** Raises `period-too-long` for days that an account answers in too many windows. */
export function raiseTooLong(days: Days, account: AccountFacts): void {
  const problem = tooLongFor(days, account);
  if (problem) raise(problem);
}
