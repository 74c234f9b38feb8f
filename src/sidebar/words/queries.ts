import { count, queries, requests, rows } from './numbers';

/** What is said about the queries that are there: the list, one of them, its refresh, and what others changed. */
export const queryWords = {
  home: {
    title: 'Queries',
    search: 'Search queries',
    settings: 'Settings',
    problems: (total: number) => `Problems ${total}`,
    thisTab: (total: number) => `This tab ${total}`,
    all: (total: number) => `All ${total}`,
    show: 'Show',
    noTable: 'Without a table',
    refreshAll: 'Refresh all',
    stopAll: (total: number) => (total === 1 ? 'Stop' : `Stop all ${total}`),
    batch: (done: number, total: number, skipped: number) =>
      [
        done === total
          ? `All ${total} refreshed.`
          : `${done} of ${total} refreshed. The others show their old data.`,
        skipped > 0 ? `${skipped} skipped: changed by somebody else.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    here: 'this tab',
    refreshPicked: 'Refresh the selected queries',
    deletePicked: 'Delete the selected queries',
    new: 'New',
    meta: (accounts: string, period: string) =>
      `${period.slice(0, 1).toUpperCase()}${period.slice(1)} · ${accounts}`,
    refreshOne: (name: string) => `Refresh ${name}`,
    stopOne: (name: string) => `Stop refreshing ${name}`,
    moreOf: (name: string) => `More for ${name}`,
    select: (name: string) => `Select ${name}`,
    selected: (total: number) => `${total} selected`,
    selectAll: 'Select all that are shown',
    clear: 'Clear selection',
    emptyTitle: 'No queries yet',
    empty:
      'A query is a question to Clockify with a table in this spreadsheet. Make the first one: it takes a minute.',
    emptyNew: 'New query',
    noProblems: 'No problems. Every table is as it should be.',
    nothingHere: 'No table on this tab. Queries whose table is here are shown in this list.',
    showAll: 'Show all queries',
    duplicate: 'Duplicate',
    goTo: 'Go to table',
    edit: 'Edit',
    group: (tab: string, total: number) => `${tab}, ${queries(total)}`,
    copyOf: (name: string) => `${name} (copy)`,
    deleted: (total: number) => `${queries(total)} deleted. The tables stay as plain cells.`,
    duplicated: (name: string) => `${name} was created. Refresh it to fill a new tab.`,
    renamed: (name: string) => `Renamed to ${name}.`,
    results: (total: number) => `${queries(total)} shown`,
  },

  banner: {
    keyRefused: 'Clockify no longer accepts the key of',
    staleSince: (total: number, moment: string | null) =>
      moment === null
        ? `${queries(total)} can’t be refreshed.`
        : `${queries(total)} ${total === 1 ? 'shows' : 'show'} data from ${moment}.`,
  },

  query: {
    running: 'Getting your data',
    refreshing: 'Refreshing',
    complete: (total: number) => `${rows(total)}, complete`,
    empty: 'Nothing tracked then',
    noTableTitle: 'No table now',
    asOf: (moment: string) => `As of ${moment}`,
    goTo: 'Go to table',
    refresh: 'Refresh',
    edit: 'Edit',
    stop: 'Stop',
    stopHint: 'If you stop, the old table stays as it is.',
    stopHintNew: 'If you stop, nothing is written.',
    stoppingHint: 'The current request finishes first; nothing else is sent. The old table stays.',
    stopped: 'Stopped',
    stoppedText: 'Nothing was written. The table stays as it was.',
    checkNow: 'Check now',
    place: 'Table',
    noPlace: 'No table yet',
    period: 'Period',
    zone: 'Time zone',
    accounts: 'Accounts',
    requestsOf: (done: number, left: number | null) =>
      left ? `${count(done)} of ${count(done + left)}` : count(done),
    elapsed: 'Elapsed',
    left: 'Time left',
    leftAbout: (time: string) => `about ${time}`,
    rowsOf: (done: number, total: number | null) =>
      total === null ? count(done) : `${count(done)} of ${count(total)}`,
    rowsLabel: 'Rows',
    requestsLabel: 'Requests',
    finished: (name: string, total: number) =>
      total === 0 ? `${name}: nothing tracked then.` : `${name}: ${rows(total)}, complete.`,
    failed: (name: string) => `${name} was not refreshed.`,
    began: (name: string) => `Refreshing ${name}.`,
    repairTitle: 'Needs repair',
    neverTitle: 'Not refreshed yet',
    neverText: 'Refresh it to put its table into the sheet.',
  },

  status: {
    fresh: (total: number, moment: string) => `${rows(total)} · ${moment}`,
    showing: (moment: string) => `Showing data from ${moment}`,
    overdue: (since: string, shown: string) =>
      `Overdue since ${since} · ${shown.slice(0, 1).toLowerCase()}${shown.slice(1)}`,
    due: (by: string, shown: string) => `${shown}; refresh due by ${by}`,
    paused: (until: string | null, shown: string) =>
      `${until === null ? 'Paused' : `Paused until ${until}`} · ${shown.slice(0, 1).toLowerCase()}${shown.slice(1)}`,
    empty: (moment: string) => `Nothing tracked then · ${moment}`,
    noTable: 'No table now. Refresh to write it.',
    offline: 'Offline. Goes on by itself when you are back online.',
    never: 'Not refreshed yet',
    neverRefreshed: 'Never refreshed',
    repairing: 'Was interrupted while writing. Refresh to repair it.',
    needsLogin: 'Needs one of your logins',
    unreadable: 'Can’t be read',
    broken: 'Can’t be shown',
    queued: 'Queued',
    reading: (total: number) => `${rows(total)} so far`,
    readingOf: (total: number, expected: number) => `${count(total)} of ${rows(expected)}`,
    starting: 'Asking Clockify…',
    writing: 'Writing the table…',
    waiting: (time: string) => `Clockify asked to wait. Continues about ${time}.`,
    waitingLong: (done: number, total: number | null, time: string, wakes: boolean) =>
      `${total === null ? requests(done) : `${count(done)} of ${requests(total)}`} done; continues about ${time}, ${wakes ? 'also when this is closed' : 'while this sidebar is open'}`,
    until: (shown: string) => `Until then: ${shown.slice(0, 1).toLowerCase()}${shown.slice(1)}.`,
    left: (time: string) => `about ${time} left`,
    stopping: 'Stopping…',
    restarted: 'Google ended the first attempt, so it started again.',
  },

  agreement: {
    status: 'Changed by somebody else',
    problem: (query: string) => ({
      title: `${query} was changed by somebody else, or came with a copied file.`,
      remedy: 'It reads with your login, so it isn’t refreshed until you agree to the changes.',
    }),
    review: 'See what changed',
    banner: (total: number) => `${queries(total)} wait for your agreement.`,
    bannerText:
      'Somebody else changed them, or they came with a copied file. They read with your logins, so they aren’t refreshed until you agree.',
    title: (total: number) => (total === 1 ? 'Agree to this change?' : `Agree to ${total} changed queries?`),
    lead: 'What a query reads with your login lands in this spreadsheet, where others can see it.',
    unsaid: 'What it reads was changed.',
    agree: 'Agree',
    agreeAndRefresh: 'Agree and refresh',
    notNow: 'Not now',
    skipped: (total: number) =>
      `${queries(total)} skipped: changed by somebody else. Open ${total === 1 ? 'it' : 'them'} to see what changed.`,
  },

  entries: {
    show: 'Show entries behind this',
    hint: 'Select a row, or a number, of the table first.',
    made: (name: string) => `${name} was made.`,
  },

  json: {
    copy: 'Copy as JSON',
    copyTitle: 'Copy this query',
    copyText:
      'Without keys: whoever gets it needs a login of their own. Paste it under “New ▸ From JSON” elsewhere.',
    label: 'The query as JSON',
    copyNow: 'Copy',
    copied: 'Copied.',
    copyByHand: 'Press Ctrl+C to copy what is selected.',
    close: 'Close',
    from: 'From JSON',
    fromSentence: 'Paste a query that was copied in another spreadsheet.',
    pasteTitle: 'New from JSON',
    pasteText: 'Nothing is read or saved before you have seen the query.',
    make: 'Look at it',
    missing: 'Paste the JSON first.',
    imported: 'Not all of it could be taken over:',
  },

  deleteQueries: {
    title: (total: number) => `Delete ${total === 1 ? 'this query' : queries(total)}?`,
    text: (total: number) =>
      `${total === 1 ? 'Its table stays' : 'The tables stay'} in the sheet as plain cells and no longer ${total === 1 ? 'refreshes' : 'refresh'}. Nothing in Clockify changes.`,
    more: (total: number) => `and ${total} more`,
  },

  renameQuery: { title: 'Rename query' },
};
