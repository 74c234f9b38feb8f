import type { KeyView } from '../clockify/control/client';
import { shows } from '../clockify/people';
import type { DemoPerson } from './protocol';

const namedAtMost = 3;

/** The people of the demo whose keys a page offers, in the order of what they show. */
export function peopleOf(world: readonly KeyView[]): DemoPerson[] {
  return Object.entries(shows).flatMap(([name, sentence]) => {
    const found = world.find((each) => each.name === name);
    return found
      ? [{ name: found.person, key: found.key, accounts: accountsOf(found), shows: sentence }]
      : [];
  });
}

function accountsOf({ workspaces }: KeyView): string {
  const names = workspaces.slice(0, namedAtMost).map(({ name }) => name);
  const more = workspaces.length - names.length;
  if (names.length === 0) return 'no account';
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
