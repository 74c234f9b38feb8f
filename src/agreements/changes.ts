import type { Query } from '../query/query';
import { listed } from './lists';
import { cautions, type Naming, PARTS } from './parts';
import { columnKey, type Terms } from './terms';
import { reportNamed, titlesOf } from './titles';

export type { Naming } from './parts';

/** Parts that a query may have besides what every one has. */
const MORE = ['filters', 'split', 'compare', 'fill', 'sort', 'limit', 'totals', 'subtotals', 'mode'] as const;

/** What a query that nobody here agreed to would do, in sentences. */
export function describeQuery(query: Query, naming: Naming): string[] {
  const report = reportNamed(query.report);
  const grouped = query.grain === 'grouped' ? (['grain'] as const) : [];
  const more = [...grouped, ...MORE.filter((part) => hasPart(query[part]))];
  // What a table is split by is shown like any column.
  const keys = [...query.columns.map(columnKey), ...(query.split ? [query.split.field] : [])];
  return [
    ...listed(query.accounts.map(naming.account), (names, index) =>
      index === 0
        ? `This query is new to you: it reads ${report?.title ?? query.report} of ${names}.`
        : `It also reads ${names}.`,
    ),
    ...listed(titlesOf(report, keys), (names, index) =>
      index === 0 ? `Its columns are ${names}.` : `Its columns are also ${names}.`,
    ),
    `Its table goes to ${naming.target(query.target)}.`,
    ...more.flatMap((part) => PARTS.get(part)?.(query, null, naming) ?? []).map(withoutNow),
    ...cautions(query, ['period', ...more]),
  ];
}

/** What is different in a query from what was agreed to, in sentences. */
export function describeChanges(query: Query, now: Terms, agreed: Terms, naming: Naming): string[] {
  const parts = [...new Set([...Object.keys(agreed), ...Object.keys(now)])];
  const changed = parts.filter((part) => agreed[part] !== now[part]);
  return [
    ...changed.flatMap(
      (part) => PARTS.get(part)?.(query, texts(agreed[part]), naming) ?? [`The part "${part}" was changed.`],
    ),
    ...cautions(query, changed),
  ];
}

function hasPart(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}

/** Of what is new to somebody nothing is new in it. */
function withoutNow(sentence: string): string {
  return sentence
    .replace(/^Now (\w)/, (_, first: string) => first.toUpperCase())
    .replace(/^((?:The|Its?|There)(?: \w+){0,2}?) now\b/, '$1');
}

/** The members of a part that is a list of texts; null for any other, and where only the digest was kept. */
function texts(part: string | undefined): string[] | null {
  if (part === undefined || !part.startsWith('[')) return null;
  const value: unknown = JSON.parse(part);
  return Array.isArray(value) && value.every((member) => typeof member === 'string') ? value : null;
}
