import { count, queries, requests } from './numbers';

/** What is said of all queries together: what is late, what was used, what is to come. */
export const healthWords = {
  health: {
    title: 'Health',
    open: 'Health',
    reading: 'Looking after your queries…',
    woke: (moment: string) => `Last woke ${moment}`,
    wakes: 'Clocktable wakes every hour and refreshes what is due, also while this is closed.',
    notYet: 'Hasn’t woken yet',
    notYetText: 'Google wakes it for the first time within two hours.',
    overdueText:
      'It should have woken since. It was looked after just now; what is due is refreshed while this is open.',
    unneeded: 'Nothing runs by itself for you here',
    unneededText: 'Set a schedule on the page of a query.',
    hinderedTitle: 'Refreshes when you open the sidebar',
    late: 'Needs care',
    allWell: (total: number) => `${queries(total)}, none late and none with a problem.`,
    refreshNow: 'Refresh now',
    look: 'Look at it',
    used: 'Used today',
    requests: 'Requests',
    requestsOf: (total: number) => requests(total),
    byAccount: (account: string, total: number) => `${account || 'Unnamed'} ${count(total)}`,
    time: 'Time by itself',
    timeOf: (used: number, all: number) => `${count(used)} of ${count(all)} minutes`,
    timeHint: 'Of the last 24 hours, in all of your spreadsheets together.',
    next: 'Next 24 hours',
    nothingNext: 'Nothing is refreshed by itself in the next 24 hours.',
    names: (names: string[], more: number) =>
      more > 0 ? `${names.join(', ')} and ${count(more)} more` : names.join(', '),
    list: (parts: string[]) => parts.join(', '),
    cells: 'Show status in cells',
    cellsHint: 'All queries, at the selected cell: for charts and PDFs. Kept true after each run.',
    removeCells: 'Remove status cells',
    placed: (address: string) => `The status is in ${address}.`,
    removed: 'The status cells are gone.',
  },
};
