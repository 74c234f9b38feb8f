import type { Problem, ProblemScope } from '../problems/problem';
import type { Failure } from './failure';

/** What was asked and by whom, for the message. */
export interface AskedFor extends ProblemScope {
  /** What was asked for, in the plural: "time entries". */
  what: string;
  /** What a person needs to be given it. */
  permission: string;
}

/** The problem that a failed request is to the person who waits for its rows. `now` in milliseconds since 1970. */
export function problemOfFailure(failure: Failure, asked: AskedFor, now: number): Problem {
  const { what, permission, ...scope } = asked;
  const where = scope.workspace ? ` of account ${scope.workspace}` : '';
  const login = scope.login ?? 'this login';
  // Some of Clockify's sentences end with a full stop, as ours do.
  const said = failure.message.replace(/[.\s]+$/, '');
  const cause = `${failure.status} ${failure.message}`;
  const later = now + (failure.retryAfter ?? 60_000);
  switch (failure.kind) {
    case 'key-refused':
      return {
        code: 'key-refused',
        scope,
        title: `Clockify no longer accepts the key of ${login}.`,
        remedy: 'Replace the key. If the account moved to another region, choose that region too.',
        retry: 'never',
        cause,
      };
    case 'forbidden':
      return {
        code: 'forbidden',
        scope,
        title: `The owner of ${login} isn't allowed to see the ${what}${where}.`,
        remedy: `You need ${permission}. Ask an owner of the account for it, or use the key of somebody who has it.`,
        retry: 'never',
        cause,
      };
    case 'not-found':
      return {
        code: 'workspace-gone',
        scope,
        title: `Account ${scope.workspace ?? ''} can't be found: it was deleted, or ${login} no longer belongs to it.`,
        remedy: 'Choose another account for the query, or ask to be invited again.',
        retry: 'never',
        cause,
      };
    case 'rate-limited':
      return {
        code: 'rate-limited',
        scope,
        title: `Clockify accepts no more requests${scope.workspace ? ` for account ${scope.workspace}` : ''} for now: there were too many in a short time.`,
        remedy: 'Try again later. Accounts on the Free plan have 30 requests an hour.',
        retry: 'later',
        retryAt: later,
        cause,
      };
    case 'unreachable':
      return {
        code: 'unreachable',
        scope,
        title: `Clockify could not be reached for the ${what}${where}.`,
        remedy: 'Check whether Clockify works in the browser, then try again.',
        retry: 'later',
        retryAt: later,
        cause,
      };
    case 'server':
      return {
        code: 'clockify-failing',
        scope,
        title: `Clockify failed to answer for the ${what}${where} (error ${failure.status}).`,
        remedy: 'This is usually over in a few minutes. Try again then.',
        retry: 'later',
        retryAt: later,
        cause,
      };
    case 'unreadable':
      return {
        code: 'answer-unreadable',
        scope,
        title: `Clockify's answer for the ${what}${where} could not be read: ${said}.`,
        remedy:
          'Try again in a few minutes. If this continues, Clockify has changed its answers: tell whoever gave you the add-on.',
        retry: 'later',
        retryAt: later,
        cause,
      };
    case 'refused':
      return {
        code: 'request-refused',
        scope,
        title: `Clockify refused the request for the ${what}${where}: ${said}.`,
        remedy: 'Change the period or the columns of the query and try again.',
        retry: 'never',
        cause,
      };
  }
}
