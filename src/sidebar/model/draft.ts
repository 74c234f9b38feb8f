import type { Overview, ReportView } from '../../actions/overview';
import type { Query, QueryAccount } from '../../query/query';
import { words } from '../words';

/** A query while it is being made or edited: it has no id until it was saved once. */
export type Draft = Omit<Query, 'id'> & { id?: string };

/** A new query of a report: last month of the accounts, its usual columns, in the zone of their login. */
export function newDraft(report: ReportView, accounts: QueryAccount[], { logins, queries }: Overview): Draft {
  const login = logins.find(({ id }) => id === accounts[0]?.login) ?? logins[0];
  return {
    version: 2,
    name: freeName(
      report.title,
      queries.map(({ name }) => name),
    ),
    report: report.id,
    accounts,
    period: { kind: 'preset', preset: 'last-month' },
    zone: login?.timeZone ?? 'Etc/UTC',
    grain: 'each',
    columns: usualColumns(report, accounts),
    options: { durations: 'duration' },
    target: { kind: 'new-tab' },
  };
}

/** The field that says which account a row comes from. */
const ACCOUNT = 'account';

/** The columns that a report has unless somebody chooses others; rows of several accounts say first which they come from. */
export function usualColumns(report: ReportView, accounts: QueryAccount[]): Draft['columns'] {
  const several = accounts.length > 1 && report.fields.some(({ id }) => id === ACCOUNT);
  const fields = several ? [ACCOUNT, ...report.defaults.filter((id) => id !== ACCOUNT)] : report.defaults;
  return fields.map((field) => ({ field }));
}

/** What of a draft is about the fields of its report: other reports have others. */
export type Asked = Pick<
  Draft,
  'grain' | 'columns' | 'filters' | 'split' | 'compare' | 'fill' | 'sort' | 'limit' | 'totals' | 'subtotals'
>;

export function askedOf(draft: Draft): Asked {
  const { grain, columns, filters, split, compare, fill, sort, limit, totals, subtotals } = draft;
  return { grain, columns, filters, split, compare, fill, sort, limit, totals, subtotals };
}

/**
 * The draft for another report: what it asks for is what was `kept` for it, by report, else its usual columns; a name that
 * nobody chose goes with it.
 */
export function withReport(
  draft: Draft,
  report: ReportView,
  before: ReportView | undefined,
  { queries }: Overview,
  kept: Readonly<Record<string, Asked>> = {},
): Draft {
  if (report.id === draft.report) return draft;
  const names = queries.filter(({ id }) => id !== draft.id).map(({ name }) => name);
  const suggested = before !== undefined && new RegExp(`^${before.title}( \\d+)?$`).test(draft.name);
  const { grain: _, columns: __, ...nothing } = askedOf(draft);
  const blank = Object.fromEntries(Object.keys(nothing).map((part) => [part, undefined]));
  const usual: Asked = { ...blank, grain: 'each', columns: usualColumns(report, draft.accounts) };
  return {
    ...draft,
    report: report.id,
    name: suggested ? freeName(report.title, names) : draft.name,
    ...(kept[report.id] ?? usual),
  };
}

/** A copy of a query that goes to a tab of its own. */
export function copyOf(query: Query, names: string[]): Draft {
  const { id: _, ...rest } = query;
  return {
    ...rest,
    name: freeName(words.home.copyOf(query.name).slice(0, 95), names),
    target: { kind: 'new-tab' },
  };
}

/** Whether two drafts would be saved as the same query. */
export function sameDraft(a: Draft, b: Draft): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

/** `name`, or with the first number from 2 on that makes it free. */
export function freeName(name: string, taken: string[]): string {
  const names = new Set(taken.map((other) => other.trim().toLowerCase()));
  let free = name;
  for (let number = 2; names.has(free.toLowerCase()); number++) free = `${name} ${number}`;
  return free;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, ordered(part)]);
}
