import { describePeriod } from '../query/describe';
import type { Query, QueryAccount } from '../query/query';
import { fieldsOf, reports } from '../reports';
import type { AnyReport } from '../reports/report';
import type { Terms } from './terms';

/** What the words need to know of the world. */
export interface Naming {
  /** An account with its login, as the person's own login knows it. */
  account(account: Pick<QueryAccount, 'login' | 'workspace'>): string;
  /** Where the table of a query is or goes, as `Aug!A5` or in words. */
  target(target: Query['target']): string;
}

/** What a query that nobody here agreed to would do, in sentences. */
export function describeQuery(query: Query, naming: Naming): string[] {
  const report = reports.find(({ id }) => id === query.report);
  const title = report?.title ?? query.report;
  return [
    `This query is new to you: it reads ${title} of ${list(query.accounts.map(naming.account))}.`,
    `Its columns are ${list(query.columns.map(({ field }) => titleOf(report, field)))}.`,
    `Its table goes to ${naming.target(query.target)}.`,
  ];
}

/** What is different in a query from what was agreed to, in sentences. */
export function describeChanges(query: Query, now: Terms, agreed: Terms, naming: Naming): string[] {
  const parts = [...new Set([...Object.keys(agreed), ...Object.keys(now)])];
  return parts
    .filter((part) => agreed[part] !== now[part])
    .flatMap((part) => {
      const describe = PARTS.get(part);
      return describe ? describe(query, texts(agreed[part]), naming) : [`The part "${part}" was changed.`];
    });
}

/** Says what is different in one part; `before` are its members as they were agreed to, null when they weren't kept. */
type Describe = (query: Query, before: string[] | null, naming: Naming) => string[];

const PARTS = new Map<string, Describe>(
  Object.entries({
    report: ({ report }) => [
      `The report type is now ${reports.find(({ id }) => id === report)?.title ?? report}.`,
    ],
    accounts: ({ accounts }, before, naming) => {
      const old = before ?? [];
      const added = accounts.filter((account) => !old.includes(keyOf(account)));
      const kept = accounts.map(keyOf);
      const removed = old.filter((key) => !kept.includes(key)).map(accountOf);
      if (before === null || added.length === accounts.length)
        return [`The account is now ${list(accounts.map(naming.account))}.`];
      return [
        ...(added.length > 0 ? [`It now reads ${list(added.map(naming.account))} too.`] : []),
        ...(removed.length > 0 ? [`It no longer reads ${list(removed.map(naming.account))}.`] : []),
      ];
    },
    columns: ({ report, columns }, before) => {
      const own = reports.find(({ id }) => id === report);
      const fields = [...new Set(columns.map(({ field }) => field))];
      const titles = (ids: string[]) => list(ids.map((id) => titleOf(own, id)));
      if (before === null) return [`The columns are now ${titles(fields)}.`];
      const added = fields.filter((field) => !before.includes(field));
      const removed = before.filter((field) => !fields.includes(field));
      return [
        ...(added.length > 0 ? [`${titles(added)} ${added.length > 1 ? 'were' : 'was'} added.`] : []),
        ...(removed.length > 0 ? [`${titles(removed)} ${removed.length > 1 ? 'were' : 'was'} removed.`] : []),
      ];
    },
    period: ({ period }) => [`The period is now ${describePeriod(period)}.`],
    zone: ({ zone }) => [`The time zone is now ${zone}.`],
    options: () => ['The options were changed.'],
    target: ({ target }, _, naming) => [`The table now goes to ${naming.target(target)}.`],
  } satisfies Record<string, Describe>),
);

/** The members of a part that is a list of texts; null for any other, and where only the digest was kept. */
function texts(part: string | undefined): string[] | null {
  if (part === undefined || !part.startsWith('[')) return null;
  const value: unknown = JSON.parse(part);
  return Array.isArray(value) && value.every((member) => typeof member === 'string') ? value : null;
}

function keyOf({ login, workspace }: Pick<QueryAccount, 'login' | 'workspace'>): string {
  return `${login}/${workspace}`;
}

function accountOf(key: string): Pick<QueryAccount, 'login' | 'workspace'> {
  const [login, workspace] = key.split('/');
  return { login, workspace };
}

/** The title of a field: in its report, else, since the report may have changed too, in any that has it. */
function titleOf(report: AnyReport | undefined, field: string): string {
  const fields = [...(report ? fieldsOf(report) : []), ...reports.flatMap(fieldsOf)];
  return fields.find(({ id }) => id === field)?.title ?? field;
}

/** How many things are named one by one. */
const MOST_NAMED = 20;

function list(names: string[]): string {
  const named = names.slice(0, MOST_NAMED);
  if (names.length > MOST_NAMED) named.push(`${names.length - MOST_NAMED} more`);
  const last = named.pop() ?? '';
  return named.length > 0 ? `${named.join(', ')} and ${last}` : last;
}
