import type { QueryView } from '../../src/actions/listQueries';
import type { Overview, ReportView } from '../../src/actions/overview';
import type { LoginView } from '../../src/logins/manage';
import { problemOf } from '../../src/problems/problem';
import type { Query } from '../../src/query/query';

/** Wednesday, 4 November 2026, 09:30 UTC. */
export const NOW = Date.UTC(2026, 10, 4, 9, 30);

export const HOUR = 3_600_000;

export const report: ReportView = {
  id: 'time-entries',
  title: 'Time entries',
  sentence: 'Every finished time entry.',
  rows: 'entries',
  row: 'entry',
  fills: ['people', 'projects'],
  limited: 'time',
  limitedFills: { people: 'team', projects: 'projects' },
  dated: true,
  idField: 'entry-id',
  defaults: ['date', 'user', 'duration'],
  fields: [
    field('date', 'Date', false),
    field('user', 'User', false),
    field('duration', 'Duration', false),
    field('amount', 'Amount', true),
  ],
};

/** A report with fields of every kind that the builder tells apart. */
export const grouped: ReportView = {
  ...report,
  fields: [
    { ...field('date', 'Date', false), type: 'date', time: 'date' },
    { ...field('month', 'Month', false), type: 'month', time: 'month' },
    { ...field('weekday', 'Weekday', false), time: 'weekday' },
    { ...field('user', 'User', false), entity: 'user' },
    { ...field('client', 'Client', false), entity: 'client' },
    { ...field('project', 'Project', false), entity: 'project' },
    { ...field('tags', 'Tags', false), entity: 'tag', multiple: true },
    { ...field('description', 'Description', false), each: true },
    { ...field('billable', 'Billable', false), type: 'boolean' },
    { ...field('duration', 'Duration', false), type: 'duration', role: 'metric', adds: true },
    { ...field('hours', 'Hours', false), type: 'hours', role: 'metric', adds: true },
    { ...field('amount', 'Amount', true), type: 'money', role: 'metric', adds: true },
    {
      ...field('ratio', 'Billable ratio', false),
      type: 'percent',
      role: 'metric',
      formula: 'billable hours ÷ hours',
    },
  ],
};

export const clients: ReportView = {
  ...report,
  id: 'clients',
  title: 'Clients',
  dated: false,
  defaults: ['user'],
};

function field(id: string, title: string, confidential: boolean): ReportView['fields'][number] {
  return { id, title, sentence: `What ${title} is.`, type: 'text', role: 'dimension', confidential };
}

export function login(id: string, workspaces: string[], name = id): LoginView {
  return {
    id,
    name,
    region: 'global',
    user: { id: `user of ${id}`, name: `Owner of ${id}`, email: '' },
    timeZone: 'Europe/Berlin',
    weekStart: 'MONDAY',
    activeWorkspace: workspaces[workspaces.length - 1] ?? null,
    owner: 'person',
    sharedBy: null,
    refusedAt: null,
    lastUsedAt: null,
    samePersonAs: [],
    sharedElsewhere: 0,
    addedAt: 0,
    accounts: workspaces.map((workspace) => ({
      id: workspace,
      name: `Workspace ${workspace}`,
      roles: [],
      features: [],
      plan: '',
      currencies: [],
      defaultCurrency: null,
      onlyAdminsSeeAllTimeEntries: false,
      onlyAdminsSeeBillableRates: false,
      readAt: NOW,
    })),
  };
}

export function query(change: Partial<Query> = {}): Query {
  return {
    version: 2,
    grain: 'each',
    id: 'q1',
    name: 'Hours',
    report: 'time-entries',
    accounts: [{ login: 'a', workspace: 'w1', name: 'Acme' }],
    period: { kind: 'preset', preset: 'last-month' },
    zone: 'Europe/Berlin',
    columns: [{ field: 'date' }, { field: 'duration' }],
    options: { durations: 'duration' },
    target: { kind: 'new-tab' },
    ...change,
  };
}

export function view(name: string, change: Partial<QueryView> = {}): QueryView {
  const id = change.id ?? name;
  return {
    id,
    name,
    query: query({ id, name }),
    problem: null,
    state: { complete: null, warnings: [], problem: null, problemAt: null },
    place: change.state?.complete ? { tab: 'Sheet1', sheet: 0, address: 'Sheet1!A1:C9' } : null,
    repairing: false,
    agreement: null,
    schedule: null,
    ...change,
  };
}

export function complete(at: number, rows = 2311): QueryView['state'] {
  const days = { from: '2026-10-01', to: '2026-10-31' };
  return {
    complete: { at, rows, days, zone: 'Europe/Berlin', fields: ['date:date'] },
    warnings: [],
    problem: null,
    problemAt: null,
  };
}

export function problem(code: string, change: object = {}) {
  return { ...problemOf(new Error('x')), code: code as 'unexpected', ...change };
}

export function overview(change: Partial<Overview> = {}): Overview {
  return {
    now: NOW,
    logins: [login('a', ['w1', 'w2'])],
    queries: [],
    reports: [report, clients],
    amountsTold: false,
    lastAccounts: [],
    displayName: null,
    sharingOff: null,
    links: { on: true },
    schedules: { carried: 0, wokeAt: null, overdue: false, degraded: null },
    ...change,
  };
}
