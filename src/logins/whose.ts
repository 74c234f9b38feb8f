import { rightsOf, type Seen } from './rights';
import type { Workspace } from './workspace';

const WHOSE = {
  all: "everybody's time",
  team: "the time of the key's owner and of the people they manage",
  projects: "the time of the key's owner and on the projects they manage",
  own: "the key owner's own time",
} as const;

/**
 * Whose time a key sees, with the number of people where that is known and fewer than all; `of` is how many there are where
 * another key knows it. Null while its owner's role isn't known.
 */
export function whoseTime(account: Seen & Pick<Workspace, 'people'>, of?: number | null): string | null {
  const { time } = rightsOf(account);
  if (time === null) return null;
  const { people } = account;
  const all = people?.of ?? of ?? null;
  if (!people || time === 'all') return WHOSE[time];
  if (all !== null) return `${WHOSE[time]} (${people.seen} of ${all} people)`;
  return people.seen === 1 ? WHOSE[time] : `${WHOSE[time]} (${people.seen} people)`;
}
