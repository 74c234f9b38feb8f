import { count, requests, rows, several } from './numbers';

/** What is said of refreshes that have ended. */
export const logWords = {
  log: {
    title: 'Refresh log',
    empty:
      'No refresh yet. Each one is recorded here: when it ran, who ran it, what it changed, how long it took and how it ended.',
    outcomes: { complete: 'complete', failed: 'failed', stopped: 'stopped' },
    reasons: {
      hand: 'by hand',
      resume: 'resumed',
      schedule: 'on schedule',
      'catch-up': 'caught up',
    },
    rows: (before: number | null | undefined, total: number | null) => {
      if (total === null) return 'no rows';
      return before === null || before === undefined || before === total
        ? rows(total)
        : `${count(before)} → ${rows(total)}`;
    },
    added: (total: number) => `${count(total)} new`,
    changed: (total: number) => `${count(total)} changed`,
    gone: (total: number) => `${count(total)} gone`,
    hours: (text: string) => `${text} h`,
    unchanged: 'nothing changed',
    confirmed: (total: number | null) => `${rows(total ?? 0)}, confirmed by a second reading`,
    list: (parts: string[]) => parts.join(', '),
    line: (parts: string[]) => parts.join(' · '),
    who: 'Who',
    why: 'Why',
    rowsTerm: 'Rows',
    changes: 'Changes',
    typedOver: (total: number) => `${several(total, 'cell', 'cells')} typed over, put right`,
    accounts: 'Accounts',
    period: 'Period',
    requests: 'Requests',
    requestsOf: (total: number, again: number) =>
      again > 0 ? `${requests(total)}, ${count(again)} sent again` : requests(total),
    took: 'Took',
    began: 'Began',
    older: 'Show older ones',
    export: 'Export to a tab',
    exported: (address: string) => `The log was written to ${address}.`,
  },
};
