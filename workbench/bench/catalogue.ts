import type { Query, QueryColumn } from '../../src/query/query';
import type { KeyName } from '../clockify/keys';

/** A question that people have, over accounts of the demo. */
export interface Question {
  name: string;
  key: KeyName;
  accounts: readonly string[];
  days: readonly [from: string, to: string];
  report?: string;
  columns: readonly (string | QueryColumn)[];
  more?: Partial<Query>;
}

const agency = { key: 'demo', accounts: ['Lumen & Loom'] } as const;
const year = { key: 'bench', accounts: ['Bench year'], days: ['2025-01-01', '2025-12-31'] } as const;
const quarter = { key: 'bench', accounts: ['Bench 10k'], days: ['2026-01-01', '2026-03-31'] } as const;
const MAY: Question['days'] = ['2026-05-01', '2026-05-31'];
const LAST_WEEK: Question['days'] = ['2026-05-25', '2026-05-31'];
const LAST_YEAR: Question['days'] = ['2025-06-01', '2026-05-31'];

const is = (field: string, value: string | boolean) => ({ field, op: 'is' as const, values: [value] });
const isNot = (field: string, value: string | boolean) => ({ field, op: 'is-not' as const, values: [value] });
const empty = (field: string) => ({ field, op: 'empty' as const, values: [] });

/** Those that are asked of time entries again and again, then those that say what a reading costs. */
export const QUESTIONS: readonly Question[] = [
  {
    ...agency,
    name: 'Invoice backing',
    days: MAY,
    columns: [
      ...['client', 'project', 'task', 'user', 'date', 'description'],
      ...['invoice-hours', 'rate', 'invoice-amount', 'invoice-id'],
    ],
    more: { grain: 'each', filters: [is('billable', true)], totals: true },
  },
  {
    ...agency,
    name: 'Uninvoiced work',
    days: ['2025-01-01', '2026-05-31'],
    columns: ['client', 'project', 'hours', 'amount'],
    more: { filters: [is('billable', true), isNot('invoiced', true)], totals: true },
  },
  {
    ...agency,
    name: 'Hours and billable share by person and week',
    days: ['2026-04-06', '2026-05-31'],
    columns: ['user', 'week', 'hours', 'billable-hours', 'billable-ratio'],
    more: { filters: [isNot('type', 'BREAK')] },
  },
  {
    ...agency,
    name: 'Team by month',
    days: LAST_YEAR,
    columns: ['groups', 'hours'],
    more: { split: { field: 'month', most: 12 } },
  },
  {
    ...agency,
    name: 'Missing time',
    days: LAST_WEEK,
    columns: ['user', 'date', 'hours'],
    more: { fill: ['people', 'dates'] },
  },
  {
    ...agency,
    name: 'Entry hygiene',
    days: MAY,
    columns: ['user', 'date', 'project', 'task', 'description', 'hours'],
    more: {
      grain: 'each',
      filters: [{ or: [empty('project'), empty('task'), empty('description')] }],
    },
  },
  {
    ...agency,
    name: 'Burn-down by week',
    days: ['2026-01-01', '2026-05-31'],
    columns: ['client', 'project', 'week', 'hours', { field: 'hours', show: 'running', title: 'So far' }],
  },
  {
    ...agency,
    name: 'Retainers by month',
    days: LAST_YEAR,
    columns: ['client', 'project', 'month', 'hours'],
  },
  {
    ...agency,
    name: 'Client month',
    days: MAY,
    columns: ['client', 'project', 'hours', 'billable-hours', 'billable-ratio', 'amount'],
    more: { compare: { with: 'previous-period' }, totals: true },
  },
  {
    ...agency,
    name: 'Profitability',
    days: ['2026-01-01', '2026-05-31'],
    columns: ['client', 'project', 'hours', 'amount', 'cost', 'profit', 'margin', 'effective-rate'],
    more: { totals: true },
  },
  {
    ...agency,
    name: 'Time by tag and task',
    days: MAY,
    columns: ['tags', 'task', 'hours', { field: 'hours', show: 'share', title: 'Share' }, 'entries'],
  },
  { ...year, name: 'A year by client', columns: ['client', 'hours', 'amount'] },
  { ...year, name: 'A year by person and month', columns: ['user', 'month', 'hours'] },
  { ...year, name: 'A year day by day', columns: ['date', 'hours'] },
  { ...year, name: 'A year billable by client', columns: ['client', 'billable-hours', 'billable-ratio'] },
  {
    ...year,
    name: 'A year by client, split by month',
    columns: ['client', 'hours'],
    more: { split: { field: 'month', most: 12, totals: true } },
  },
  {
    ...year,
    name: 'Half a year compared with the one before',
    days: ['2025-07-01', '2025-12-31'],
    columns: ['client', 'hours'],
    more: { compare: { with: 'previous-period' } },
  },
  {
    ...year,
    name: 'The ten largest projects of a year',
    columns: ['project', 'hours'],
    more: { sort: [['hours', 'desc']], limit: 10 },
  },
  { ...year, name: 'A year in one row', columns: ['hours', 'amount', 'effective-rate'] },
  { ...quarter, name: 'Weekday and hour', columns: ['weekday', 'hour', 'hours', 'entries'] },
  { ...quarter, name: 'People and days by client', columns: ['client', 'people', 'days', 'hours-per-day'] },
  {
    ...quarter,
    name: 'Billable entries of a quarter',
    columns: ['date', 'user', 'project', 'description', 'duration'],
    more: { grain: 'each', filters: [is('billable', true)] },
  },
  {
    ...quarter,
    name: 'Invoice hours by project',
    columns: ['client', 'project', 'invoice-hours', 'invoice-amount'],
  },
  {
    key: 'free',
    accounts: ['Free Spirits'],
    days: ['2026-01-01', '2026-05-31'],
    name: 'A month at a time by client',
    columns: ['client', 'hours'],
  },
  {
    key: 'demo',
    accounts: ['Lumen & Loom', 'Harbour Works'],
    days: MAY,
    name: 'Two accounts by client',
    columns: ['client', 'hours'],
  },
  {
    ...agency,
    report: 'projects',
    days: MAY,
    name: 'Projects and what is left of them',
    columns: ['project', 'client', 'tracked-hours', 'time-estimate', 'progress'],
    more: { grain: 'each' },
  },
  {
    ...agency,
    report: 'tasks',
    days: MAY,
    name: 'Tasks',
    columns: ['task', 'project', 'tracked-hours'],
    more: { grain: 'each' },
  },
];

/** Five questions about one month of one account. */
export const FIVE: readonly Question[] = [
  {
    ...agency,
    name: 'Entries',
    days: MAY,
    columns: ['date', 'user', 'project', 'task', 'description', 'hours'],
    more: { grain: 'each' },
  },
  { ...agency, name: 'Tasks', days: MAY, columns: ['client', 'project', 'task', 'hours', 'entries'] },
  { ...agency, name: 'People', days: MAY, columns: ['user', 'days', 'hours-per-day'] },
  { ...agency, name: 'Weeks', days: MAY, columns: ['week', 'hours', 'people'] },
  { ...agency, name: 'Tags', days: MAY, columns: ['tags', 'hours', 'entries'] },
];
