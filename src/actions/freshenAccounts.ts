import type { Managing } from '../logins/managing';
import { type LoginView, listLogins } from '../logins/view';
import { ProblemError } from '../problems/problem';
import type { Effects } from './effects';
import { askedWith } from './refusedKey';

/** How long logins are gone through, in milliseconds: those that are left have their turn the next time. */
const READING_TIME = 20_000;

/**
 * Reads again what is known of accounts for more than a day, or was contradicted since, and gives all logins as they are seen
 * then. Of logins that can't be asked now it is what was known; those whose keys are refused aren't asked.
 */
export function freshenAccounts(effects: Effects, managing: Managing): LoginView[] {
  const { logins, workspaces, clock } = effects;
  const stopsAt = clock.now() + READING_TIME;
  for (const login of logins.all()) {
    if (login.refusedAt !== null || clock.now() >= stopsAt) continue;
    try {
      askedWith(effects, login, () => workspaces.freshen(login));
    } catch (error) {
      // Nobody waits for it: whoever refreshes with the login is told.
      if (!(error instanceof ProblemError)) throw error;
    }
  }
  return listLogins(managing);
}
