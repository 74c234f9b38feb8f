import { describePeriod } from '../query/describe';
import type { Query, QueryAccount } from '../query/query';
import { fieldsOf, reports } from '../reports';
import type { AnyField, AnyReport } from '../reports/report';
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
    ...listed(query.accounts.map(naming.account), (names, index) =>
      index === 0 ? `This query is new to you: it reads ${title} of ${names}.` : `It also reads ${names}.`,
    ),
    ...listed(
      titlesOf(
        report,
        query.columns.map(({ field }) => field),
      ),
      (names, index) => (index === 0 ? `Its columns are ${names}.` : `Its columns are also ${names}.`),
    ),
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
        return listed(accounts.map(naming.account), (names) => `The account is now ${names}.`);
      return [
        ...listed(added.map(naming.account), (names) => `It now reads ${names} too.`),
        ...listed(removed.map(naming.account), (names) => `It no longer reads ${names}.`),
      ];
    },
    columns: ({ report, columns }, before) => {
      const own = reports.find(({ id }) => id === report);
      const fields = [...new Set(columns.map(({ field }) => field))];
      if (before === null) return listed(titlesOf(own, fields), (names) => `The columns are now ${names}.`);
      const added = fields.filter((field) => !before.includes(field));
      const removed = before.filter((field) => !fields.includes(field));
      const were = (names: string[]) => (names.length > 1 ? 'were' : 'was');
      return [
        ...listed(titlesOf(own, added), (names) => `${names} ${were(added)} added.`),
        ...listed(titlesOf(own, removed), (names) => `${names} ${were(removed)} removed.`),
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

/**
 * The titles of fields, money first, so that nothing of it hides behind a long list. A field that its report doesn't have is
 * looked for in the others, since the report may have changed too.
 */
function titlesOf(report: AnyReport | undefined, ids: string[]): string[] {
  const all = [...(report ? fieldsOf(report) : []), ...reports.flatMap(fieldsOf)];
  const fields = ids.map(
    (id) => all.find((field) => field.id === id) ?? { id, title: id, type: 'text' as const },
  );
  const money = fields.filter(isMoney);
  return [...money, ...fields.filter((field) => !isMoney(field))].map(({ title }) => title);
}

function isMoney({ type, needs }: Pick<AnyField, 'type' | 'needs'>): boolean {
  return type === 'money' || needs !== undefined;
}

/** A sentence with more characters of names than this becomes several. */
const LONGEST_LIST = 220;
/** How many sentences a list becomes; the last says how many names are left. */
const MOST_SENTENCES = 6;

/** Sentences that name all of a list, as many as it takes; none for an empty one. */
function listed(names: string[], say: (names: string, index: number) => string): string[] {
  const groups: string[][] = [];
  let length = 0;
  for (const name of names) {
    if (groups.length === 0 || length + name.length > LONGEST_LIST) {
      groups.push([]);
      length = 0;
    }
    groups[groups.length - 1].push(name);
    length += name.length + 2;
  }
  const told = groups.slice(0, MOST_SENTENCES);
  const rest = groups.slice(MOST_SENTENCES).flat().length;
  if (rest > 0) told[MOST_SENTENCES - 1].push(`${rest} more`);
  return told.map((group, index) => say(joined(group), index));
}

function joined(names: string[]): string {
  const last = names[names.length - 1];
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}
