import { rightsOf } from '../../logins/rights';
import type { Workspace } from '../../logins/workspace';
import { words } from '../words';

/** What a key can see in an account, in words: nothing about it while that isn't known. */
export function describeAccess(account: Workspace): string[] {
  const { time, earned } = rightsOf(account);
  if (time === null) return [];
  const { sees, noAmounts } = words.settings;
  const { people } = account;
  const counted = time !== 'all' && people && people.seen > 1 ? sees.people(people.seen, people.of) : '';
  return [sees[time] + counted, ...(earned === 'hidden' ? [noAmounts] : [])];
}
