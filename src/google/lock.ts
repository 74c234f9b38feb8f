import { raise } from '../problems/problem';
import type { Lock } from '../store/lock';
import { refusable } from './refusal';

const LONGEST_WAIT = 30_000;

/**
 * A lock of `LockService` as a `Lock`. `settle` makes sure that what was done under it is there for whoever holds it next;
 * what it raises is the problem of the work.
 */
export function lockOf(open: () => GoogleAppsScript.Lock.Lock, settle: () => void): Lock {
  return {
    hold(work) {
      const lock = refusable(open);
      if (!refusable(() => lock.tryLock(LONGEST_WAIT))) raise(busy());
      try {
        return settledAfterwards(work, settle);
      } finally {
        release(lock);
      }
    },
  };
}

/** What Google doesn't release now it releases at the end of the execution: the work is done all the same. */
function release(lock: GoogleAppsScript.Lock.Lock): void {
  try {
    lock.releaseLock();
  } catch {
    // Nothing depends on it.
  }
}

/** Does `work` and settles it, also when it fails: then its own error is the one that counts. */
function settledAfterwards<T>(work: () => T, settle: () => void): T {
  let result: T;
  try {
    result = work();
  } catch (error) {
    try {
      settle();
    } catch {
      // Whatever could not be written is told by the error that came first.
    }
    throw error;
  }
  settle();
  return result;
}

/** Held while this user's logins are changed: user properties are shared by all spreadsheets, and written at once. */
export const userLock = lockOf(
  () => LockService.getUserLock(),
  () => undefined,
);

/** Held while what all users of the script share is made, which happens once. */
export const scriptLock = lockOf(
  () => LockService.getScriptLock(),
  () => undefined,
);

function busy() {
  return {
    code: 'busy' as const,
    scope: {},
    title: 'Another refresh is writing to this spreadsheet.',
    remedy: 'Try again in a minute. Nothing was changed.',
    retry: 'later' as const,
  };
}
