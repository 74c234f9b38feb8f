import type { LoginView } from '../src/logins/manage';
import type { FilterNode } from '../src/query/filter';
import { parametersOf } from '../src/query/parameters';
import { type Grain, type Query, type QueryColumn, readCandidate } from '../src/query/query';
import { fieldsOf, reportOf } from '../src/reports';
import type { AnyField, AnyReport } from '../src/reports/report';
import { shapeOf } from '../src/rows/shape';
import { type ReportOptions, splitOf } from './args';
import { accountUnknown, columnUnknown, fieldMisplaced, fieldUnknown } from './problems';
import { Refused } from './session';
import { conditionOn } from './where';

/** A query as a file has it: whatever is in it is looked at when it is saved. */
export type Stored = Partial<Omit<Query, 'version'>> & { version?: number };

/**
 * Raises `Refused` or `BadArguments` for fields that the report doesn't have or not in that place, and for values that a field
 * can't have, with what there is: before anything is asked.
 */
export function assertAsked(options: ReportOptions, stored: Stored): void {
  const report = reportFor(options, stored);
  if (Array.isArray(options.columns)) {
    for (const { field } of options.columns) known(report, field);
  }
  if (options.split !== undefined) dimension(report, options.split);
  for (const [field] of options.sort) known(report, field, '--sort');
  splitOf(options, stored.split);
  filtersOf(options, report, undefined);
}

function known(report: AnyReport, id: string, option?: string): AnyField {
  const fields = fieldsOf(report);
  const found = fields.find((field) => field.id === id);
  if (found) return found;
  const ids = fields.map((field) => field.id);
  throw new Refused(
    option === undefined ? columnUnknown(report.id, id, ids) : fieldUnknown(report.id, option, id, ids),
  );
}

function dimension(report: AnyReport, id: string): void {
  const field = known(report, id, '--split');
  if (field.role === 'dimension') return;
  const others = fieldsOf(report).filter(({ role }) => role === 'dimension');
  throw new Refused(
    fieldMisplaced(
      '--split',
      id,
      others.map((other) => other.id),
    ),
  );
}

/**
 * Raises what is wrong with the query that the options describe, whoever logs in: the problems that saving it would end with.
 * What stands in cells is known only then.
 */
export function assertPossible(options: ReportOptions, stored: Stored): void {
  const nobody = { login: 'nobody', workspace: 'nowhere', name: '' };
  const candidate = { ...questionOf(options, stored), id: 'new', accounts: [nobody], zone: 'Etc/UTC' };
  const query = readCandidate(candidate, candidate.name ?? 'The query');
  if (parametersOf(query).length === 0) shapeOf(query, reportOf(query.report));
}

/** The query that the options describe; what they leave open is as in the file, else as for a new query. */
export function queryOf(options: ReportOptions, stored: Stored, login: LoginView): Partial<Query> {
  return {
    ...questionOf(options, stored),
    accounts: accountsOf(options, login, stored),
    zone: options.zone ?? stored.zone ?? login.timeZone,
  };
}

/** The query without what a login says: its accounts and its zone. */
function questionOf(options: ReportOptions, stored: Stored): Partial<Query> {
  const report = reportFor(options, stored);
  const sameReport = stored.report === undefined || stored.report === report.id;
  // Of another report's query neither the columns nor what is said of them can be kept.
  const kept: Stored = sameReport ? stored : withoutFields(stored);
  const columns = columnsOf(options, kept, report);
  return {
    name: report.title,
    options: { durations: 'duration' },
    ...kept,
    id: undefined,
    version: newer(kept) ? (kept.version as Query['version']) : 2,
    grain: options.grain ?? grainOf(kept, columns, report),
    report: report.id,
    period: options.period ?? stored.period ?? { kind: 'preset', preset: 'last-month' },
    columns,
    filters: filtersOf(options, report, kept.filters),
    split: splitOf(options, kept.split),
    compare: options.compare ?? kept.compare,
    fill: options.fill ?? kept.fill,
    sort: options.sort.length > 0 ? options.sort : kept.sort,
    limit: options.limit ?? kept.limit,
    totals: options.totals || kept.totals,
    target: { kind: 'new-tab' },
  };
}

function reportFor(options: ReportOptions, stored: Stored): AnyReport {
  return reportOf(options.report ?? stored.report ?? 'time-entries');
}

function withoutFields({
  columns,
  filters,
  split,
  sort,
  subtotals,
  grain,
  version,
  ...rest
}: Stored): Stored {
  return rest;
}

/** Whether a later version of the add-on wrote it, which it is for the add-on to say. */
function newer({ version }: Stored): boolean {
  return version !== undefined && version !== 1 && version !== 2;
}

/** Of a file the grain is its own; one without any is of the first version, which had one row each. */
function grainOf(stored: Stored, columns: QueryColumn[], report: AnyReport): Grain {
  if (stored.version === 1) return 'each';
  if (stored.columns !== undefined) return stored.grain ?? 'each';
  return stored.grain ?? suggestedGrain(columns, report);
}

/** Grouped unless a column is of one record alone. */
export function suggestedGrain(columns: readonly QueryColumn[], report: AnyReport): Grain {
  const each = new Set(report.fields.filter(isEach).map((field) => field.id));
  return columns.some(({ field }) => each.has(field)) ? 'each' : 'grouped';
}

function isEach(field: AnyField): boolean {
  return field.role === 'dimension' && field.each === true;
}

function columnsOf({ columns }: ReportOptions, stored: Stored, report: AnyReport): QueryColumn[] {
  if (columns === 'all') return report.fields.map(({ id }) => ({ field: id }));
  return columns ?? stored.columns ?? report.defaults.map((field) => ({ field }));
}

/** The conditions of a file, and those of `--where`: all must hold. */
function filtersOf(
  { where }: ReportOptions,
  report: AnyReport,
  stored: FilterNode[] | undefined,
): FilterNode[] | undefined {
  if (where.length === 0) return stored;
  const typed = where.map((condition) => conditionOn(known(report, condition.field, '--where'), condition));
  return [...(stored ?? []), ...typed];
}

function accountsOf({ accounts }: ReportOptions, login: LoginView, stored: Stored): Query['accounts'] {
  const wanted =
    accounts.length > 0 ? accounts : (stored.accounts?.map(({ workspace }) => workspace) ?? suggested(login));
  return wanted.map((wish) => {
    const byId = login.accounts.filter((account) => account.id === wish);
    const found =
      byId.length > 0 ? byId : login.accounts.filter(({ name }) => name.toLowerCase() === wish.toLowerCase());
    if (found.length !== 1) throw new Refused(accountUnknown(login, wish, found.length));
    return { login: login.id, workspace: found[0].id, name: found[0].name };
  });
}

/** The account to begin with: the one that the key's owner works in, else the first. */
function suggested({ accounts, activeWorkspace }: LoginView): string[] {
  return [(accounts.find(({ id }) => id === activeWorkspace) ?? accounts[0]).id];
}
