import { flushWritten } from './flush';
import { lockOf } from './lock';
import { refusable } from './refusal';

/** Held while the spreadsheet is changed: one table at a time. Writes wait in a buffer, so what is still in it is flushed before the release. */
export const documentLock = lockOf(
  () => LockService.getDocumentLock(),
  () => refusable(flushWritten),
);
