import type { Operator } from '../query/filter';
import type { ValueType } from '../reports/report';

/** Everything that the sidebar says, in one place. Whole sentences: no other file puts words together. */

const count = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
const several = (value: number, one: string, more: string) => `${count(value)} ${value === 1 ? one : more}`;
const queries = (value: number) => several(value, 'query', 'queries');
const rows = (value: number) => several(value, 'row', 'rows');
const requests = (value: number) => several(value, 'request', 'requests');
const sized = (value: number, atLeast: boolean) => `${atLeast ? 'at least ' : ''}${requests(value)}`;

export const words = {
  product: 'Clocktable',
  count,
  queries,
  rows,
  requests,
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  today: (time: string) => `today ${time}`,
  yesterday: (time: string) => `yesterday ${time}`,
  onDay: (day: string, time: string) => `${day} ${time}`,

  common: {
    back: 'Back',
    cancel: 'Cancel',
    save: 'Save',
    delete: 'Delete',
    rename: 'Rename',
    name: 'Name',
    tryAgain: 'Try again',
    found: (total: number, text: string) =>
      total === 0 ? `Nothing matches “${text}”` : several(total, 'option', 'options'),
    nothingFound: (text: string) => `Nothing matches “${text}”`,
    nothingToChoose: 'Nothing more to choose',
    remove: (what: string) => `Remove ${what}`,
    working: 'Working…',
    opensInNewTab: 'opens in a new tab',
    toggleList: 'Show all',
    dismiss: 'Dismiss',
  },

  load: {
    loading: 'Loading your queries…',
    offlineTitle: 'You are offline',
    offline: (moment: string) =>
      `What you see is from ${moment}. Clocktable goes on by itself when you are back online.`,
    failedHelp: 'Your tables are untouched.',
  },

  connect: {
    title: 'Connect to Clockify',
    titleAgain: 'Add a login',
    lead: 'Your tracked time as a table that refreshes. Clocktable only reads: it never changes anything in Clockify.',
    key: 'API key',
    keyHint: 'Stored with your Google account. Nobody else sees it, not even editors of this spreadsheet.',
    show: 'Show key',
    hide: 'Hide key',
    whereTitle: 'Where is my key?',
    where: [
      'Open Clockify and click your picture at the top right.',
      'Choose Preferences, then the tab Advanced.',
      'Under API, choose Manage API keys and generate one.',
      'Copy it and paste it above.',
    ],
    openClockify: 'Open Clockify’s preferences',
    moreTitle: 'Name and region',
    nameHint: 'Suggested by the key’s owner if you leave it empty.',
    region: 'Region',
    regionHint: 'Detected automatically. Choose one if you know it.',
    subdomain: 'Sub-domain',
    subdomainHint: 'The part before .clockify.me',
    regions: {
      '': 'Detect automatically',
      global: 'Global',
      eu: 'EU (Germany)',
      us: 'USA',
      uk: 'UK',
      au: 'Australia',
      subdomain: 'A sub-domain of our own',
    } as Record<string, string>,
    connect: 'Connect',
    connecting: 'Connecting…',
    connected: (name: string, accounts: number) =>
      `Connected as ${name}: ${several(accounts, 'account', 'accounts')}.`,
    keyMissing: 'Paste your API key first.',
    same: (name: string) => `This key is already your login ${name}.`,
    sameText: 'Nothing was added. Use that login, or paste another key.',
  },

  start: {
    title: 'What do you want in your sheet?',
    accountMissing: 'Choose an account first.',
    reports: 'Report type',
    own: 'Build my own',
    ownSentence: 'Choose every column, the period and the place yourself.',
  },

  accounts: {
    label: 'Accounts',
    placeholder: 'Choose accounts',
    add: 'Add an account',
    all: (total: number, login: string) => `All ${total} accounts of ${login}`,
    current: 'current in Clockify',
    unknownLogin: 'not your login',
    missing: 'Choose at least one account.',
    named: (names: string[]) => {
      if (names.length <= 2) return names.join(' and ');
      return `${names[0]} and ${names.length - 1} more accounts`;
    },
  },

  check: {
    title: 'Check and get data',
    getData: 'Get data',
    sentence: { of: 'of', comma: ',' },
    place: 'Where it goes',
    newTab: 'A new tab',
    newTabHint: (name: string) => `Named “${name}”`,
    here: 'At the selected cell',
    hereAt: (address: string) => `Starts at ${address}`,
    hereAgain: 'Use the current selection',
    nameMissing: 'Give the query a name.',
    nameTaken: 'Another query has this name.',
    takeName: (name: string) => `Use “${name}”`,
  },

  period: {
    label: 'Period',
    groups: {
      days: 'Days',
      weeks: 'Weeks',
      months: 'Months',
      quarters: 'Quarters',
      years: 'Years',
      other: 'Other',
      typed: 'As you typed it',
    },
    forms: {
      any: 'Last …',
      since: 'Since a day',
      fixed: 'Fixed dates',
      cell: 'From a cell',
    },
    formDetails: {
      any: 'So many days, weeks, months, quarters or years',
      since: 'From a day of your own to today or yesterday',
      fixed: 'Two days of your own, or of cells',
      cell: 'A cell with a period in words, or two cells with days',
    },
    allTime: 'All there is, from 2010 on',
    count: 'How many',
    unit: 'Of what',
    units: { day: 'days', week: 'weeks', month: 'months', quarter: 'quarters', year: 'years' },
    current: {
      day: 'Include today',
      week: 'Include this week',
      month: 'Include this month',
      quarter: 'Include this quarter',
      year: 'Include this year',
    },
    from: 'From',
    to: 'To',
    toDay: 'Until',
    today: 'Today',
    yesterday: 'Yesterday',
    cell: 'Cell or range',
    cellHint: 'Holds words such as “last month” or 2026-08, or is a range of two days. Read at each refresh.',
    means: (days: string, zone: string) => `Today that means ${days} (${zone})`,
    fixedMeans: (length: number, zone: string) =>
      `${several(length, 'day', 'days')}, both ends included (${zone})`,
    cellMeans: (cells: string[], zone: string) =>
      `Read from ${cells.join(' and ')} at each refresh (${zone})`,
    undated: 'This report type has no period: it shows how things are now.',
    reversed: 'The last day is before the first.',
    none: 'no period yet',
    badCount: 'Type a whole number, 1 or more.',
    tooLong: (most: number) => `Choose at most ${count(most)}.`,
    outOfRange: (first: number, last: number) => `Choose days from ${first} to ${last}.`,
    badDay: 'Choose a day.',
  },

  compare: {
    label: 'Compare with',
    choices: {
      none: 'Nothing',
      'previous-period': 'The period before',
      'previous-year': 'The same period a year ago',
      fixed: 'Dates of my own',
    },
    show: 'Beside each metric',
    shown: { value: 'Its value then', change: 'The change', percent: 'The change in %' },
    nothing: 'Choose at least one of these.',
    means: (days: string) => `Compared with ${days}`,
    needsGroups: 'Rows are compared where they are grouped, not one by one.',
    needsMetric: 'Choose a metric first: it is what is compared.',
    allTime: 'All time can’t be compared: nothing comes before it.',
    summary: (period: string, compared: string) => `${period}, compared with ${compared}`,
    some: 'another period',
  },

  cells: {
    from: 'From a cell',
    typed: 'Type it instead',
    label: (what: string) => `Cell for ${what}`,
    placeholder: '=Settings!B2',
    hint: 'Read at each refresh. A range is a list.',
    take: 'Use the selected cell',
    bad: 'Name a cell with its tab, as =Settings!B2.',
  },

  grain: {
    label: 'Rows',
    each: (row: string) => `One row per ${row}`,
    grouped: 'Grouped',
    suggest: (titles: string[], row: string) =>
      titles.length === 1
        ? `${titles[0]} has a value of its own for each ${row}, so groups of it are hardly groups.`
        : `${titles.join(', ')} have values of their own for each ${row}, so groups of them are hardly groups.`,
    without: (titles: string[]) => (titles.length === 1 ? `Leave out ${titles[0]}` : 'Leave them out'),
    group: 'Group the rows',
  },

  preview: {
    title: 'Preview',
    look: 'Preview the first rows',
    close: 'Close the preview',
    loading: 'Asking Clockify once…',
    sample: (shown: number, of: number | null) =>
      of === null
        ? `A sample: ${rows(shown)} of what one request gives`
        : `A sample: ${count(shown)} of ${rows(of)}`,
    whole: (shown: number, of: number) =>
      shown === of ? `All ${rows(of)}` : `The first ${count(shown)} of ${rows(of)}`,
    empty: 'No rows: nothing was tracked then, or everything is filtered out.',
    outdated: 'The query was changed since.',
    again: 'Look again',
    scrolls: 'First rows, scrolls in both directions',
    yes: 'TRUE',
    no: 'FALSE',
  },

  dimensions: {
    title: 'Rows',
    add: (grouped: boolean) => (grouped ? 'Group by' : 'Add what each row says'),
    placeholder: 'Search fields',
    chosen: (grouped: boolean) => (grouped ? 'Grouped by' : 'What each row says'),
    none: (grouped: boolean) =>
      grouped
        ? 'Not grouped by anything yet: all is added up in one row.'
        : 'Nothing chosen yet but metrics.',
    summary: (grouped: boolean, row: string, titles: string[]) => {
      if (grouped) return titles.length === 0 ? 'All in one row' : `By ${titles.join(', ')}`;
      return titles.length === 0 ? `One row per ${row}` : titles.join(', ');
    },
  },

  metrics: {
    title: 'Metrics',
    add: 'Add a metric',
    placeholder: 'Search metrics',
    chosen: 'Chosen metrics',
    none: 'No metric yet: nothing is added up.',
    noneShort: 'None',
    more: (title: string) => `How to show ${title}`,
    show: {
      value: 'Show the value',
      running: 'Show the running total',
      share: 'Show the share of the total',
    },
    also: { running: 'Add its running total', share: 'Add its share of the total' },
  },

  fields: {
    reckoned: (sentence: string, formula: string) => `${sentence} ${formula}`,
    gone: 'This field no longer exists',
  },

  filters: {
    title: 'Filters',
    add: 'Add a filter',
    addAny: 'Add “any of”',
    addTo: 'Add to this group',
    field: 'Field',
    fieldPlaceholder: 'Search fields',
    operator: 'Condition',
    value: 'Value',
    values: 'Values',
    least: 'At least',
    most: 'At most',
    done: 'Done',
    remove: (what: string) => `Remove the filter ${what}`,
    removeShort: 'Remove',
    removeGroup: 'Remove the group',
    edit: (what: string) => `Change the filter ${what}`,
    none: 'No filters: everything counts.',
    noneShort: 'None',
    new: 'New filter',
    before: 'Before adding up',
    after: 'After adding up',
    afterHint: 'These decide which rows stay once everything is added up.',
    rowsHint: (row: string) => `These look at the numbers of each ${row}.`,
    group: { or: 'Any of these', and: 'All of these' },
    groupLabel: 'Which of them must hold',
    nothing: 'nothing',
    nested: 'A filter of several levels, as it was imported. It can be removed, not taken apart.',
    noField: 'Choose a field for the filter.',
    unknownField: (field: string) => `The report has no field ${field}.`,
    noValue: (title: string) => `Choose what to compare ${title} with.`,
    badValue: (title: string, form: string) => `${title} is compared with ${form}.`,
    forms: {
      text: 'a text',
      number: 'a number, such as 12.5',
      day: 'a day',
      month: 'a month, such as 2026-08',
      time: 'hours, such as 7.5 or 7:30',
    },
    operators: {
      all: {
        is: 'is',
        'is-not': 'is not',
        contains: 'contains',
        'not-contains': 'does not contain',
        starts: 'starts with',
        matches: 'matches',
        gt: 'over',
        gte: 'at least',
        lt: 'under',
        lte: 'at most',
        between: 'between',
        empty: 'is empty',
        'not-empty': 'is not empty',
      } as Record<Operator, string>,
      time: { gt: 'after', gte: 'from', lt: 'before', lte: 'until' } as Partial<Record<Operator, string>>,
      multiple: { is: 'has', 'is-not': 'does not have' } as Partial<Record<Operator, string>>,
    },
    alsoEmpty: (rowsOf: string, title: string, multiple: boolean) => {
      const low = title.toLowerCase();
      if (multiple) return `Also ${rowsOf} without ${low}.`;
      return `Also ${rowsOf} without ${/^[aeiou]/.test(low) ? 'an' : 'a'} ${low}.`;
    },
    matchesHint: '* stands for any text, ? for one character; the whole text must match. Enter adds it.',
    yes: 'Yes',
    no: 'No',
    units: {
      duration: 'hours or h:mm',
      hours: 'hours or h:mm',
      percent: '%',
      money: 'amount',
      number: '',
    } as Record<string, string>,
    addText: 'Add a value',
    addTextHint: 'Enter adds it.',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    things: {
      user: 'Search people',
      project: 'Search projects',
      client: 'Search clients',
      task: 'Search tasks',
      tag: 'Search tags',
      group: 'Search groups',
    },
    loading: 'Loading the list…',
    unlisted: 'Type a name',
    loadFailed: (why: string) => `The list could not be read: ${why}`,
    byName: (text: string) => `Use the name “${text}”`,
    archived: 'archived',
    apart: (name: string, apart: string | null) => (apart ? `${name} (${apart})` : name),
    summary: (parts: string[]) => parts.join('; '),
  },

  columns: {
    chosen: 'Chosen columns',
    order: 'Order of the columns',
    move: (title: string, at: number, of: number) =>
      `Move ${title}, position ${at} of ${of}. Use the arrow keys.`,
    moved: (title: string, at: number, of: number) => `${title} is now column ${at} of ${of}.`,
    rename: (title: string) => `Rename ${title}`,
    titleOf: (field: string) => `Title of ${field}`,
    remove: (title: string) => `Remove ${title}`,
    removed: (title: string) => `${title} removed.`,
    added: (title: string) => `${title} added.`,
    reset: 'Reset to defaults',
    all: 'Add all',
    missing: 'Choose at least one column.',
    unknown: 'This field no longer exists',
    confidential: 'Amounts: everyone who can open the spreadsheet will see them',
    empty: 'No columns yet',
    none: 'Nothing chosen yet',
    shown: {
      running: (title: string) => `${title} (running total)`,
      share: (title: string) => `${title} (share)`,
    },
    sameTitle: (title: string) => `Two columns are called ${title}. Give one another title.`,
  },

  split: {
    label: 'Split into columns by',
    none: 'Not split',
    most: 'At most so many columns',
    others: 'Add up the rest as “Others”',
    totals: 'A total for each row',
    hint: 'The largest by the first metric get a column each.',
    needsGroups: 'Rows are split into columns where they are grouped.',
    needsMetric: 'Choose a metric first: it fills the columns.',
    isRow: (title: string) =>
      `${title} is grouped by already: take it away there, or split by another field.`,
    badMost: (most: number) => `Type a whole number from 1 to ${most}.`,
    said: (title: string) => `split by ${title}`,
  },

  sort: {
    label: 'Sort by',
    none: 'In the usual order',
    add: 'Sort by a column',
    addThen: 'Then by',
    ascending: 'Ascending',
    descending: 'Descending',
    turn: (title: string, descending: boolean) =>
      `${title}: ${descending ? 'descending' : 'ascending'}. Turn round.`,
    first: (title: string) => `Sort by ${title} first`,
    remove: (title: string) => `Don’t sort by ${title}`,
    said: (titles: string[]) => `sorted by ${titles.join(', ')}`,
  },

  limit: {
    tick: 'Limit the number of rows',
    label: 'At most so many rows',
    what: 'the number of rows',
    bad: (most: number) => `Type a whole number from 1 to ${count(most)}.`,
    said: (limit: number | string) =>
      typeof limit === 'number' ? `at most ${rows(limit)}` : `rows limited by ${limit.slice(1)}`,
  },

  totals: {
    tick: 'A row with the totals',
    hint: 'At the end; one for each currency.',
    subtotals: 'Subtotals after each',
    noSubtotals: 'No subtotals',
    needsTwo: 'Subtotals need rows that are grouped by two fields.',
    needsMetric: 'Choose a metric first: it is what is added up.',
    said: 'totals',
  },

  fill: {
    label: 'Rows also for what has no time',
    dates: 'Dates',
    people: 'People',
    projects: 'Projects',
    needsGroups: 'Only grouped rows can be filled up.',
    notHere: 'This report type can’t be filled up so.',
    needsTime: 'Group by date, week, month, quarter or year first.',
    needs: { people: 'Group by user first.', projects: 'Group by project first.' },
  },

  units: {
    text: 'Text',
    date: 'Date',
    month: 'Month',
    'date-time': 'Date and time',
    duration: 'Duration',
    hours: 'Hours',
    money: 'Money',
    number: 'Number',
    percent: 'Percent',
    boolean: 'Yes or no',
  } as Record<ValueType, string>,

  options: {
    zone: 'Time zone',
    zoneHint: 'The period and every date in the table are in this time zone.',
    durations: 'Durations',
    duration: 'As durations (1:30:00)',
    decimal: 'As decimal hours (1.50)',
    columnNames: 'Name every column for formulas',
    columnNamesHint: (example: string) =>
      `A formula such as =SUM(${example}) stays right when the table grows; =SUM(A2:A1314) misses the new rows.`,
    summary: (zone: string, decimal: boolean) => `${zone} · ${decimal ? 'decimal hours' : 'durations'}`,
  },

  status: {
    fresh: (total: number, moment: string) => `${rows(total)} · ${moment}`,
    showing: (moment: string) => `Showing data from ${moment}`,
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
    waitingLong: (done: number, total: number | null, time: string) =>
      `${total === null ? requests(done) : `${count(done)} of ${requests(total)}`} done; continues about ${time} while this sidebar is open`,
    until: (shown: string) => `Until then: ${shown.slice(0, 1).toLowerCase()}${shown.slice(1)}.`,
    left: (time: string) => `about ${time} left`,
    stopping: 'Stopping…',
    restarted: 'Google ended the first attempt, so it started again.',
  },

  agreement: {
    status: 'Changed by somebody else',
    problem: (query: string) => ({
      title: `${query} was changed by somebody else.`,
      remedy: 'It reads with your login, so it isn’t refreshed until you agree to the changes.',
    }),
    review: 'See what changed',
    banner: (total: number) => `${queries(total)} ${total === 1 ? 'was' : 'were'} changed by somebody else.`,
    bannerText: 'They read with your logins, so they aren’t refreshed until you agree.',
    title: (total: number) => (total === 1 ? 'Agree to this change?' : `Agree to ${total} changed queries?`),
    lead: 'What a query reads with your login lands in this spreadsheet, where others can see it.',
    unsaid: 'What it reads was changed.',
    agree: 'Agree',
    agreeAndRefresh: 'Agree and refresh',
    notNow: 'Not now',
    skipped: (total: number) =>
      `${queries(total)} skipped: changed by somebody else. Open ${total === 1 ? 'it' : 'them'} to see what changed.`,
    takeoverTitle: (total: number, login: string) =>
      total === 1 ? `Use ${login} for this query?` : `Use ${login} for ${total} queries?`,
    takeover: (what: string, login: string) => `It will read ${what} with your login ${login}.`,
    columns: (titles: string[]) => `Columns: ${titles.join(', ')}.`,
    use: 'Use and refresh',
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

  requestCount: {
    many: (total: number, atLeast: boolean, long: boolean) =>
      `Takes ${sized(total, atLeast)} to Clockify${long ? ': some minutes' : ''}.`,
    each: (accounts: string[]) => `Of these: ${accounts.join(', ')}.`,
    within: (total: number, atLeast: boolean, hourly: number) =>
      `Takes ${atLeast ? 'at least ' : ''}${count(total)} of the ${hourly} requests an hour that an account on the Free plan has.`,
    hours: (total: number, atLeast: boolean, hourly: number, longer: number) =>
      `Takes ${sized(total, atLeast)}. An account on the Free plan has ${hourly} an hour, so this takes about ${several(longer, 'hour', 'hours')} longer; it goes on by itself while this sidebar is open.`,
  },

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
    needsLogin: (total: number) =>
      `${queries(total)} ${total === 1 ? 'was' : 'were'} made with a login that isn’t yours.`,
    goOnWith: (name: string) => `Use ${name}`,
  },

  remedies: {
    replaceKey: 'Replace key',
    connect: 'Connect',
    chooseAccounts: 'Choose accounts',
    goOnWith: (name: string) => `Use ${name}`,
    insertRows: (total: number) => `Insert ${rows(total)}`,
    insertColumns: (total: number) => `Insert ${several(total, 'column', 'columns')}`,
    newTab: 'Use new tab',
    placeHere: 'Place at selected cell',
    edit: 'Edit query',
    editColumns: 'Edit columns',
    editFilters: 'Edit filters',
    editPeriod: 'Change period',
    editOptions: 'Choose a time zone',
    reload: 'Reload sidebar',
    delete: 'Delete query',
    readAccounts: 'Reload accounts',
  },

  problems: {
    offline: {
      title: 'You are offline.',
      remedy: 'Nothing was changed. Try again when you are back online.',
    },
    accountsMixed: {
      title: 'Google refused the call: several Google accounts are signed in to this browser.',
      remedy:
        'This is a known fault of Google’s. Open the spreadsheet in a window with one account only (a private window or another browser profile), or sign out of the others. Nothing was changed.',
    },
    executionEnded: {
      title: 'Google ended the script before it was done.',
      remedy: 'The old table stays. Try again.',
    },
    scriptsTooMany: {
      title: 'Too many scripts of yours run at the same time.',
      remedy: 'Wait a minute, then try again. Nothing was changed.',
    },
    answerOdd: {
      title: 'The add-on’s answer could not be read.',
      remedy:
        'Reload the sidebar. If it happens again, tell whoever gave you the add-on, with the time it happened.',
    },
    unexpected: {
      title: 'Something went wrong between the sidebar and Google.',
      remedy:
        'Nothing was lost. Try again; if it happens again, tell whoever gave you the add-on, with the time it happened.',
    },
    damaged: (query: string) => ({
      title: `The stored query ${query} can’t be read.`,
      remedy: 'Delete it and make it again, or undo the edit of the hidden sheet. Its table stays as it is.',
    }),
    untold: (query: string) => ({
      title: `The last refresh of ${query} failed.`,
      remedy: 'Refresh it again.',
    }),
    broken: {
      title: 'This part of the sidebar can’t be shown.',
      remedy: 'Your tables are untouched. Go back, or reload the sidebar.',
    },
    permissionMissing: (names: string[]) => ({
      title:
        names.length === 0
          ? 'The add-on lacks a permission that it needs. Nothing was changed.'
          : `The add-on lacks a permission: ${names.map((name) => `“${name}”`).join(', ')}. Nothing was changed.`,
      remedy: 'Open it again from the Extensions menu and allow what it asks for.',
    }),
    noHost: {
      title: 'The sidebar was opened outside a spreadsheet.',
      remedy: 'Open it in Google Sheets: Extensions ▸ Clocktable ▸ Open.',
    },
    quota: {
      title: 'Google’s daily quota for this add-on is used up.',
      remedy: 'It comes back within 24 hours. Until then the tables stay as they are.',
    },
    needsLogin: (query: string) => ({
      title: `${query} was made with a login that isn’t yours.`,
      remedy:
        'Use a login of your own that sees the same account, or connect one. Numbers may differ with what its key can see.',
    }),
    retryAt: (moment: string) => `Possible again from ${moment}.`,
  },

  editor: {
    title: 'Edit query',
    titleNew: 'New query',
    report: 'Report and accounts',
    period: 'Period and comparison',
    columns: 'Columns and order',
    options: 'Options',
    destination: 'Destination',
    reportType: 'Report type',
    save: 'Save',
    saveAndRefresh: 'Save & refresh',
    saved: (name: string) => `${name} is saved. Refresh it to see the change.`,
    newTab: 'New tab',
    move: 'Move the table to a new tab',
    moveHint: 'The old one stays behind as plain cells.',
    stay: 'Keep it where it is',
    selectedCell: 'At the selected cell',
    periodSummary: (period: string, days: string) => {
      const said = `${period.slice(0, 1).toUpperCase()}${period.slice(1)}`;
      return days === '' || period === days ? said : `${said}: ${days}`;
    },
    dates: (days: string, compared: string, zone: string) =>
      [days, compared && `compared with ${compared}`, zone].filter(Boolean).join(' · '),
    columnsSummary: (titles: string[], more: string[]) => [titles.join(', '), ...more].join('; '),
  },

  leave: {
    title: 'Leave without saving?',
    text: (name: string) => `Your changes to ${name} are lost.`,
    leave: 'Leave',
    stay: 'Keep editing',
  },

  amounts: {
    title: 'Everyone here will see amounts',
    text: (titles: string[]) =>
      `${titles.join(', ')}: everyone who can open this spreadsheet will see ${titles.length === 1 ? 'this column' : 'these columns'}, whatever they may see in Clockify.`,
    once: 'You see this once per spreadsheet.',
    go: 'Get data',
  },

  deleteQueries: {
    title: (total: number) => `Delete ${total === 1 ? 'this query' : queries(total)}?`,
    text: (total: number) =>
      `${total === 1 ? 'Its table stays' : 'The tables stay'} in the sheet as plain cells and no longer ${total === 1 ? 'refreshes' : 'refresh'}. Nothing in Clockify changes.`,
    more: (total: number) => `and ${total} more`,
  },

  renameQuery: { title: 'Rename query' },
  renameLogin: { title: 'Rename login' },

  replaceKey: {
    title: 'Replace key',
    text: (name: string) => `A new key for ${name}. Its queries keep working.`,
    replace: 'Replace key',
    refresh: (total: number) =>
      `Then refresh ${total === 1 ? 'the query' : `the ${queries(total)}`} that failed`,
    replaced: (name: string) => `${name} works again.`,
    otherOwner: (before: string, after: string) =>
      `The new key belongs to ${after}, not to ${before}. Numbers may differ.`,
  },

  settings: {
    title: 'Settings',
    logins: 'Logins',
    addLogin: 'Add a login',
    noLogins: 'No login yet.',
    keyRefused: 'Key no longer accepted',
    replaceKey: 'Replace key',
    readAccounts: 'Reload accounts',
    readAgain: (name: string, total: number) => `${name}: found ${several(total, 'account', 'accounts')}.`,
    accounts: (total: number) => several(total, 'account', 'accounts'),
    moreOf: (name: string) => `More for ${name}`,
    usedBy: (total: number) => (total === 0 ? 'not used here' : `${queries(total)} here`),
    log: 'Refresh log',
    logHint: 'The last 50 refreshes and how they ended',
    forget: 'Forget everything',
    forgetHint: 'Removes logins, queries and the log',
    privacy: 'Logins are yours alone: stored with your Google account, for this add-on only.',
    plan: (plan: string) => `${plan} plan`,
    sees: {
      all: 'sees everybody’s time',
      team: 'sees own time and the team’s',
      projects: 'sees own time and that of managed projects',
      own: 'sees own time only',
    },
    noAmounts: 'amounts hidden',
    deleteTitle: (name: string) => `Delete the login ${name}?`,
    deleteText: (total: number) =>
      total === 0
        ? 'No query here uses it. The key itself stays valid in Clockify.'
        : `${total === 1 ? 'This query stops' : 'These queries stop'} refreshing until another login is chosen; the tables stay. The key itself stays valid in Clockify.`,
    deleted: (name: string) => `The login ${name} was deleted.`,
  },

  log: {
    title: 'Refresh log',
    empty:
      'No refresh yet. Each one is recorded here: when it ran, how many rows, how long it took and how it ended.',
    complete: 'complete',
    failed: 'failed',
    stopped: 'stopped',
    line: (total: number | null, asked: number, elapsed: string) =>
      `${total === null ? 'no rows' : rows(total)} · ${requests(asked)} · ${elapsed}`,
    of: (account: string, period: string) => [account, period].filter(Boolean).join(' · '),
  },

  forget: {
    title: 'Forget everything?',
    text: 'This can’t be undone. It removes:',
    items: (logins: number, total: number) => [
      `your ${several(logins, 'login', 'logins')} with ${logins === 1 ? 'its key' : 'their keys'}, in every spreadsheet`,
      `the ${queries(total)} and the refresh log of this spreadsheet`,
      'everything that is cached',
    ],
    tables: 'Tables stay in the sheet as plain cells.',
    revoke: 'To revoke a key everywhere, delete it in Clockify: Preferences ▸ Advanced ▸ Manage API keys.',
    confirm: 'Type FORGET to confirm',
    word: 'FORGET',
    go: 'Forget everything',
    done: 'Everything was forgotten.',
  },
};
