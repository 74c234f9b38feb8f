import { comparisonWords, fillWords, limitWords, sortWords, splitWords } from '../query/clauses';
import { describePeriod } from '../query/describe';
import { describeFilter } from '../query/describeFilter';
import { sayField } from '../query/fieldWords';
import { conditionsOf } from '../query/filter';
import { modeWords } from '../query/mode';
import { parametersOf } from '../query/parameters';
import { plainText } from '../query/plainText';
import type { Query, QueryAccount } from '../query/query';
import { sayReference } from '../query/reference';
import { listed } from './lists';
import { columnKey } from './terms';
import { reportNamed, titlesOf, wordsOf } from './titles';

/** What the words need to know of the world. */
export interface Naming {
  /** An account with its login, as the person's own login knows it. */
  account(account: Pick<QueryAccount, 'login' | 'workspace'>): string;
  /** Where the table of a query is or goes, as `Aug!A5` or in words. */
  target(target: Query['target']): string;
}

/** Says what a part of a query is now; `before` are its members as they were agreed to, null when they weren't kept. */
type Describe = (query: Query, before: string[] | null, naming: Naming) => string[];

/** How much of a filter is said to who agrees to it: more than a sentence would hold. */
const LIMITS = { values: 12, conditions: 12 };

/** Parts of a query whose change is said, each in sentences. */
export const PARTS: ReadonlyMap<string, Describe> = new Map<string, Describe>(
  Object.entries({
    report: ({ report }) => [`The report type is now ${reportNamed(report)?.title ?? report}.`],
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
      const own = reportNamed(report);
      const keys = [...new Set(columns.map(columnKey))];
      if (before === null) return listed(titlesOf(own, keys), (names) => `The columns are now ${names}.`);
      const added = keys.filter((key) => !before.includes(key));
      const removed = before.filter((key) => !keys.includes(key));
      const were = (names: string[]) => (names.length > 1 ? 'were' : 'was');
      return [
        ...listed(titlesOf(own, added), (names) => `${names} ${were(added)} added.`),
        ...listed(titlesOf(own, removed), (names) => `${names} ${were(removed)} removed.`),
      ];
    },
    period: ({ period }) => [`The period is now ${describePeriod(period)}.`],
    zone: ({ zone }) => [`The time zone is now ${zone}.`],
    grain: ({ grain }) => [grain === 'each' ? 'It now has one row each.' : 'Its rows are now grouped.'],
    filters: ({ report, filters = [] }) => {
      if (filters.length === 0) return ['There are no filters any more.'];
      const titles = wordsOf(reportNamed(report));
      const said = filters.map((node) => plainText(describeFilter(node, titles, LIMITS), 300));
      return listed(said, (names, index) => `${index === 0 ? 'The filters are now' : 'And'}: ${names}.`);
    },
    split: ({ report, split }) => [
      split
        ? `The table is now ${splitWords(split, wordsOf(reportNamed(report)))}.`
        : 'The table is no longer split into columns.',
    ],
    compare: ({ compare, period }) => [
      compare ? `It is now ${comparisonWords(compare, period)}.` : 'It is no longer compared with anything.',
    ],
    fill: ({ fill = [] }) => [
      fill.length > 0
        ? `There are now rows for ${fillWords(fill)}.`
        : 'There are no rows without time any more.',
    ],
    sort: ({ report, sort = [] }) => [
      sort.length > 0
        ? `It is now sorted by ${sortWords(sort, wordsOf(reportNamed(report)), 4)}.`
        : 'It is sorted as usual again.',
    ],
    limit: ({ limit }) => [
      limit === undefined ? 'All rows are shown again.' : `Now ${limitWords(limit)} are shown.`,
    ],
    totals: ({ totals }) => [
      totals ? 'There is now a row with the totals.' : 'There are no totals any more.',
    ],
    subtotals: ({ report, subtotals }) => [
      subtotals === undefined
        ? 'There are no subtotals any more.'
        : `There are now subtotals by ${sayField(subtotals, wordsOf(reportNamed(report)))}.`,
    ],
    mode: ({ mode }) => [
      mode
        ? `A refresh now goes on from the table that stands, ${modeWords(mode)}.`
        : 'A refresh replaces the whole table again.',
    ],
    options: () => ['The options were changed.'],
    target: ({ target }, _, naming) => [`The table now goes to ${naming.target(target)}.`],
  } satisfies Record<string, Describe>),
);

/** What follows from parts of a query beyond what they say: whose words they are, and who decides them. */
export function cautions(query: Query, parts: readonly string[]): string[] {
  const own = <T>(part: string, value: T) => (parts.includes(part) ? value : undefined);
  const filters = own('filters', query.filters);
  const cells = parametersOf({
    period: own('period', query.period) ?? { kind: 'all-time' },
    compare: own('compare', query.compare),
    filters,
    limit: own('limit', query.limit),
  });
  const values = conditionsOf(filters ?? []).flatMap((condition) => condition.values);
  const named = values.some((value) => typeof value === 'object' && 'id' in value);
  return [
    ...(named ? ['What filters go by is told by the names that whoever wrote the query gave.'] : []),
    ...listed(
      cells.map((cell) => sayReference(cell)),
      (names) => `Whoever may edit ${names} decides that part of it, then as well.`,
    ),
  ];
}

function keyOf({ login, workspace }: Pick<QueryAccount, 'login' | 'workspace'>): string {
  return `${login}/${workspace}`;
}

function accountOf(key: string): Pick<QueryAccount, 'login' | 'workspace'> {
  const [login, workspace] = key.split('/');
  return { login, workspace };
}
