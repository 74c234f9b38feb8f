import { describeCount, describePeriod } from './describe';
import { listed, sayField, type Titles } from './fieldWords';
import type { Period, Preset } from './period';
import type { Compare, Fill, Query, Split } from './query';
import { sayReference } from './reference';

/** What a table is split into, as in a sentence: `in columns by project (at most 10)`. */
export function splitWords({ field, most, others, totals }: Split, titles: Titles): string {
  const all = { weekday: 7, hour: 24 }[titles.get(field)?.time ?? ''] ?? Number.POSITIVE_INFINITY;
  const few =
    most >= all ? '' : ` (at most ${describeCount(most)}${others ? ', and the others together' : ''})`;
  return `in columns by ${sayField(field, titles)}${few}${totals ? ' with their total' : ''}`;
}

const BEFORE: Partial<Record<Preset, string>> = {
  today: 'yesterday',
  'this-week': 'last week',
  'this-month': 'last month',
  'this-quarter': 'last quarter',
  'this-year': 'last year',
};

const SHOWN = { value: 'value', change: 'change', percent: 'change in percent' };

/** `compared with last year`, and in brackets what of the comparison is shown, where that isn't all. */
export function comparisonWords(compare: Compare, period: Period): string {
  const preset = period.kind === 'preset' ? period.preset : null;
  const shown = compare.show && compare.show.length < 3 ? compare.show.map((part) => SHOWN[part]) : [];
  const ending = shown.length > 0 ? ` (${listed(shown, 3)})` : '';
  return `compared with ${comparedWith(compare, preset)}${ending}`;
}

function comparedWith(compare: Compare, preset: Preset | null): string {
  if (compare.with === 'fixed') return describePeriod({ kind: 'fixed', from: compare.from, to: compare.to });
  if (compare.with === 'previous-year') return preset === 'this-year' ? 'last year' : 'a year before';
  return (preset && BEFORE[preset]) ?? 'the period before';
}

/** `dates and people without time`. */
export function fillWords(fill: readonly Fill[]): string {
  const kinds = (['dates', 'people', 'projects'] as const).filter((kind) => fill.includes(kind));
  return `${listed(kinds, 3)} without time`;
}

/** `hours and client descending`: metrics are meant from the largest on, all else from the smallest. */
export function sortWords(sort: NonNullable<Query['sort']>, titles: Titles, most: number): string {
  const keys = sort.map(([field, direction]) => {
    const usual = titles.get(field)?.role === 'metric' ? 'desc' : 'asc';
    const against = direction === 'desc' ? ' descending' : ' ascending';
    return `${sayField(field, titles)}${direction === usual ? '' : against}`;
  });
  return listed(keys, most);
}

/** `the first 10 rows`; with what they are sorted by, `the first 10 by hours`. */
export function limitWords(limit: number | string, by = ''): string {
  const ending = by === '' ? '' : ` by ${by}`;
  if (typeof limit === 'string') return `only as many rows as ${sayReference(limit)} says${ending}`;
  const rows = by === '' ? (limit === 1 ? ' row' : ' rows') : ending;
  return limit === 1 ? `only the first${rows}` : `the first ${describeCount(limit)}${rows}`;
}
