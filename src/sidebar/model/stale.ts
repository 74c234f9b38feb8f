import type { LoginView } from '../../logins/view';

const A_DAY = 86_400_000;

/** Whether something known of accounts is older than a day, or nothing is known: logins whose keys are refused can't be asked. */
export function isStale(logins: LoginView[], now: number): boolean {
  return logins.some(
    ({ refusedAt, accounts }) =>
      refusedAt === null && (accounts.length === 0 || accounts.some(({ readAt }) => readAt <= now - A_DAY)),
  );
}
