import { raise } from '../problems/problem';
import type { Lock } from '../store/lock';

const LONGEST_WAIT = 30_000;

/** A lock of `LockService` as a `Lock`. */
function lockOf(open: () => GoogleAppsScript.Lock.Lock): Lock {
  return {
    hold(work) {
      const lock = open();
      if (!lock.tryLock(LONGEST_WAIT)) raise(busy());
      try {
        return work();
      } finally {
        lock.releaseLock();
      }
    },
  };
}

/** Held while the spreadsheet is changed: one table at a time. */
export const documentLock = lockOf(() => LockService.getDocumentLock());

/** Held while this user's logins are changed: user properties are shared by all spreadsheets. */
export const userLock = lockOf(() => LockService.getUserLock());

function busy() {
  return {
    code: 'busy' as const,
    scope: {},
    title: 'Another refresh is writing to this spreadsheet.',
    remedy: 'Try again in a minute. Nothing was changed.',
    retry: 'later' as const,
  };
}
