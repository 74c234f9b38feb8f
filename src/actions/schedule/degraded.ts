import type { Hindered } from '../../schedule/heartbeat';

/** Why schedules wait for the sidebar, in plain words; null when they don't. */
export function degradedIn(hindered: Hindered | null): string | null {
  return hindered && `${WHY[hindered]} Until then what is due is refreshed when you open the sidebar.`;
}

const WHY: Record<Hindered, string> = {
  permission:
    'A permission of the add-on was withdrawn: allow all of them when you open it from the Extensions menu.',
  'no-spreadsheet': 'Google lets the add-on run by itself, but doesn’t let it reach this spreadsheet then.',
  'time-used-up': 'The time that Google gives to what runs by itself is used up for today.',
  'too-many': 'You have 20 spreadsheets that refresh by themselves, which is as many as Google allows.',
  off: 'Google doesn’t let the add-on run by itself here: it isn’t installed, or was disabled.',
};
