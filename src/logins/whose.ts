import { rightsOf, type Seen } from './rights';
import type { Workspace } from './workspace';

type Counted = Pick<Workspace, 'people'>;

const WHOSE = {
  all: "everybody's time",
  team: "the time of the key's owner and of the people they manage",
  projects: "the time of the key's owner and on the projects they manage",
  own: "the key owner's own time",
} as const;

/**
 * Whose time a key sees, with the number of people where that is known and fewer than all. Null while its owner's role isn't
 * known.
 */
export function whoseTime(account: Seen & Counted): string | null {
  const { time } = rightsOf(account);
  if (time === null) return null;
  const { people } = account;
  if (!people || time === 'all') return WHOSE[time];
  if (people.of !== null) return `${WHOSE[time]} (${people.seen} of ${people.of} people)`;
  return people.seen === 1 ? WHOSE[time] : `${WHOSE[time]} (${people.seen} people)`;
}

/** An account with the number of its people that another key knows, where its own doesn't. */
export function withPeopleOf<T extends Counted>(account: T, { people: others }: Counted): T {
  const { people } = account;
  return people && people.of === null && others
    ? { ...account, people: { ...people, of: others.of } }
    : account;
}
