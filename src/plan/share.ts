import { windowsOf } from '../query/period';
import type { PlannedAccount } from './account';
import type { Need } from './need';
import type { Reading } from './reading';

/** The readings that answer needs, in windows as long as their accounts may ask for. */
export function readingsFor(needs: Need[], accounts: PlannedAccount[]): Reading[] {
  return needs.flatMap(({ query, side, account, zone, days, dataset, amounts }) => {
    const windows = days === null ? [null] : windowsOf(days, accounts[account].mostDays);
    return windows.map(
      (window): Reading => ({
        account,
        dataset,
        zone,
        days: window,
        purpose: 'rows',
        takes: [{ query, side, days: null, pushed: false }],
        amounts,
      }),
    );
  });
}
