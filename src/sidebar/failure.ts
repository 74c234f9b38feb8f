import { permissionsIn } from '../problems/permissions';
import type { SidebarProblem } from './problem';
import { words } from './words';

/**
 * The problem behind a call that Google itself let fail: its failure handler gets a sentence and no more. The wordings are
 * those that users report; the several-accounts one is Google's issue 69270374.
 */
export function problemOfFailure(message: string, online: boolean, now: number): SidebarProblem {
  if (!online || /NetworkError|HTTP 0|Failed to fetch|network (connection|error)/i.test(message))
    return { ...problem('offline'), ...words.problems.offline };
  if (/permissions are not sufficient|do not have permission/i.test(message))
    return {
      ...problem('permission-missing', 'never'),
      ...words.problems.permissionMissing(permissionsIn(message)),
    };
  if (/PERMISSION_DENIED|authorization is required to perform that action/i.test(message))
    return { ...problem('accounts-mixed', 'never'), ...words.problems.accountsMixed };
  if (/too many times for one day|too much computer time/i.test(message))
    return { ...problem('quota-used-up', 'later'), ...words.problems.quota, retryAt: now + 86_400_000 };
  if (/too many scripts running/i.test(message))
    return {
      ...problem('scripts-too-many', 'later'),
      ...words.problems.scriptsTooMany,
      retryAt: now + 60_000,
    };
  if (
    /exceeded maximum execution time|timed out|timeout|execution was ended|server error|HTTP 5\d\d/i.test(
      message,
    )
  )
    return { ...problem('execution-ended'), ...words.problems.executionEnded };
  return { ...problem('unexpected'), ...words.problems.unexpected, cause: message };
}

function problem<C extends SidebarProblem['code']>(code: C, retry: SidebarProblem['retry'] = 'now') {
  return { code, scope: {}, retry };
}
