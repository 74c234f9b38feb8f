import type { QueryView } from '../../actions/listQueries';
import type { Entries } from '../entries';
import { words } from '../words';
import { readersOf } from './logins';

/** What a key that is to replace another turns out to be. */
export type Inspection = Entries['inspectKey'][1];

/** What is lost or otherwise when a login gets a key, in sentences; none when it is a key like the one before. */
export function changesOf({ lost, changes }: Inspection, login: string, views: QueryView[]): string[] {
  // Of accounts that queries read the script has told what it means for them.
  const unread = lost.filter(({ id }) => readersOf(login, id, views).length === 0);
  return unread.length === 0 ? changes : [...changes, words.replaceKey.lost(unread.map(({ name }) => name))];
}

/** Whether a key may be taken without a further word: all that was seen before is seen as before. */
export function isHarmless({ samePerson, lost, changes }: Inspection): boolean {
  return samePerson && lost.length === 0 && changes.length === 0;
}
