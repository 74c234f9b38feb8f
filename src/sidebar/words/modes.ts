import { type Mode, modeWords as saidIn } from '../../query/mode';

/** What is said of how a refresh goes on from the table that stands. */
export const modeWords = {
  mode: {
    label: 'When refreshing',
    replace: 'Replace everything',
    lastDays: 'Update the last days, keep older rows',
    byId: 'Add and update by ID',
    replaceHint: 'The table is what Clockify has, and nothing else.',
    lastDaysHint:
      'The last days are what Clockify has, what was deleted there too. Older rows stay as they are. The first time, all of the period is read.',
    byIdHint: 'Rows that Clockify no longer gives stay, too. The first time, the table is replaced.',
    days: 'Days',
    badDays: (most: number) => `A whole number of days from 1 to ${most} is needed.`,
    barred: (why: string, remedy: string) => `Not as it is: ${why}. ${remedy} first.`,
    summary: (options: string, mode: Mode | undefined) => (mode ? `${options} · ${saidIn(mode)}` : options),
  },
};
