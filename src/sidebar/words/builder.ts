import type { Operator } from '../../query/filter';
import type { ValueType } from '../../reports/report';
import { count, rows, several, sized } from './numbers';

/** What the form of a query says, from its first step to its last section. */
export const builderWords = {
  start: {
    title: 'What do you want in your sheet?',
    accountMissing: 'Choose an account first.',
    reports: 'Report type',
    own: 'Build my own',
    ownSentence: 'Choose every column, the period and the place yourself.',
  },

  check: {
    title: 'Check and get data',
    getData: 'Get data',
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

  marks: {
    label: 'What this login can’t see',
    sure: { empty: 'will be empty', refused: 'closed to this login', partial: 'not all of it' },
    maybe: { empty: 'may be empty', refused: 'may be refused', partial: 'maybe not all of it' },
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
    tellTypedOver: 'Say which cells were typed over',
    tellTypedOverHint: 'A refresh puts them right either way. Columns beside the table are yours.',
    summary: (zone: string, decimal: boolean) => `${zone} · ${decimal ? 'decimal hours' : 'durations'}`,
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
};
