import { describeCount } from '../query/describe';

/** All that a query says of itself, in words: in lists, in notes, in status cells and in the health view alike. */
export const words = {
  unreadable: 'can’t be read',
  repairing: 'being repaired: part of it may be old, part of it new, until its next refresh',
  needsAgreement: 'needs your agreement',
  needsSomebody: 'needs the agreement of whoever refreshes it',
  needsLogin: 'needs login',
  never: 'never refreshed',
  gone: 'its table is gone',
  fresh: (at: string) => `fresh as of ${at}`,
  next: (by: string) => `next refresh by ${by}`,
  showing: (at: string) => `showing data from ${at}`,
  overdue: (since: string) => `overdue since ${since}`,
  due: (by: string) => `refresh due by ${by}`,
  pausedUntil: (until: string) => `paused until ${until}`,
  paused: 'paused',
  done: (requests: number, all: number) =>
    `${describeCount(requests)} of ${describeCount(all)} requests done`,
  sent: (requests: number) =>
    requests === 1 ? '1 request done' : `${describeCount(requests)} requests done`,
  cells: {
    query: 'Query',
    state: 'State',
    data: 'Showing data from',
    complete: 'Complete',
    period: 'Period',
    zone: 'Time zone',
    next: 'Next refresh',
    until: 'This holds until',
    none: '–',
    by: (at: string) => `by ${at}`,
    unscheduled: 'not scheduled',
    nextRefresh: 'its next refresh',
    more: (number: number) => (number === 1 ? 'and 1 more' : `and ${describeCount(number)} more`),
  },
};
