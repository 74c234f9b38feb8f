import { describeCount, describePeriod } from './describe';
import { describeFilter, type FilterLimits } from './describeFilter';
import { listed, sayField, type Titles } from './fieldWords';
import type { FilterNode } from './filter';
import type { Preset } from './period';
import type { Compare, Query, QueryColumn } from './query';
import { sayReference } from './reference';

/** A part of a sentence, and whether it carries the meaning. */
export interface SentencePart {
  text: string;
  strong: boolean;
}

/** What of a query its sentence says: nothing of its accounts, its target or its name. */
export type Question = Pick<
  Query,
  | 'grain'
  | 'columns'
  | 'period'
  | 'filters'
  | 'split'
  | 'compare'
  | 'fill'
  | 'sort'
  | 'limit'
  | 'totals'
  | 'subtotals'
>;

/** The most characters of a sentence. */
export const LONGEST_SENTENCE = 600;

/** How much is said of lists: as much as fits. */
interface Limits extends FilterLimits {
  columns: number;
  sort: number;
}

const LIMITS: Limits[] = [
  { columns: 12, values: 4, conditions: 4, sort: 4 },
  { columns: 8, values: 2, conditions: 3, sort: 2 },
  { columns: 4, values: 1, conditions: 2, sort: 1 },
  { columns: 2, values: 1, conditions: 1, sort: 1 },
];

/**
 * What a query asks, in a sentence without a full stop: **Hours and amount** by **client and month**, **this year**, only
 * billable, compared with last year. `titles` are the fields of its report; `dated` is false for what has no period. At most
 * `LONGEST_SENTENCE` characters, whatever the query: long lists end in how many more there are.
 */
export function describeQuestion(question: Question, titles: Titles, dated = true): SentencePart[] {
  const tries = LIMITS.map((limits) => partsOf(question, titles, dated, limits));
  const parts = tries.find((sentence) => lengthOf(sentence) <= LONGEST_SENTENCE) ?? tries[LIMITS.length - 1];
  return capitalised(cut(parts));
}

/** The same as one text. */
export function questionText(question: Question, titles: Titles, dated = true): string {
  return describeQuestion(question, titles, dated)
    .map(({ text }) => text)
    .join('');
}

function partsOf(question: Question, titles: Titles, dated: boolean, limits: Limits): SentencePart[] {
  const clauses = [
    ...(question.split ? [splitWords(question.split, titles)] : []),
    ...(dated ? [strong(describePeriod(question.period))] : []),
    ...filterWords(question.filters ?? [], titles, limits),
    ...(question.compare ? [plain(compareWords(question.compare, question))] : []),
    ...(question.fill?.length ? [plain(fillWords(question.fill))] : []),
    ...orderWords(question, titles, limits),
    ...totalsWords(question, titles),
  ];
  return [...columnWords(question, titles, limits), ...clauses.flatMap((clause) => [plain(', '), clause])];
}

function columnWords({ grain, columns }: Question, titles: Titles, limits: Limits): SentencePart[] {
  const isMetric = ({ field, show }: QueryColumn) =>
    show !== undefined || titles.get(field)?.role === 'metric';
  const say = (chosen: QueryColumn[]) => {
    const names = chosen.map((column) => sayColumn(column, titles));
    return strong(listed([...new Set(names)], limits.columns));
  };
  if (grain === 'each') return [say(columns), plain(', one row each')];
  const metrics = columns.filter(isMetric);
  const dimensions = columns.filter((column) => !isMetric(column));
  if (metrics.length === 0) return [say(dimensions), plain(', one row for each')];
  if (dimensions.length === 0) return [say(metrics), plain(' in total')];
  return [say(metrics), plain(' by '), say(dimensions)];
}

function sayColumn({ field, show }: QueryColumn, titles: Titles): string {
  const name = sayField(field, titles);
  if (show === 'running') return `running total of ${name}`;
  return show === 'share' ? `share of ${name}` : name;
}

function splitWords(
  { field, most, others, totals }: NonNullable<Query['split']>,
  titles: Titles,
): SentencePart {
  const all = { weekday: 7, hour: 24 }[titles.get(field)?.time ?? ''] ?? Number.POSITIVE_INFINITY;
  const few =
    most >= all ? '' : ` (at most ${describeCount(most)}${others ? ', and the others together' : ''})`;
  return plain(`in columns by ${sayField(field, titles)}${few}${totals ? ' with their total' : ''}`);
}

/** What is simply so, or not, comes first: `only billable and where hours over 8`. Groups stand in brackets where they are not alone. */
function filterWords(filters: FilterNode[], titles: Titles, limits: Limits): SentencePart[] {
  const said = filters.map((node) => {
    const text = describeFilter(node, titles, limits);
    if (!('field' in node)) return { text: filters.length === 1 ? text : `(${text})`, simple: false };
    return { text, simple: text.replace(/^not /, '') === sayField(node.field, titles) };
  });
  const told = [...said.filter(({ simple }) => simple), ...said.filter(({ simple }) => !simple)];
  const kept = told.slice(0, limits.conditions);
  if (kept.length === 0) return [];
  const first = kept.findIndex(({ simple }) => !simple);
  const texts = kept.map(({ text }, index) => (index === first ? `where ${text}` : text));
  const rest = told.length - kept.length;
  const more = rest > 0 ? [rest === 1 ? 'one more filter' : `${describeCount(rest)} more filters`] : [];
  return [plain(`only ${[...texts, ...more].join(' and ')}`)];
}

const BEFORE: Partial<Record<Preset, string>> = {
  today: 'yesterday',
  'this-week': 'last week',
  'this-month': 'last month',
  'this-quarter': 'last quarter',
  'this-year': 'last year',
};

function compareWords(compare: Compare, { period }: Question): string {
  const preset = period.kind === 'preset' ? period.preset : null;
  const shown = compare.show && compare.show.length < 3 ? compare.show.map((part) => SHOWN[part]) : [];
  const ending = shown.length > 0 ? ` (${listed(shown, 3)})` : '';
  return `compared with ${comparedWith(compare, preset)}${ending}`;
}

const SHOWN = { value: 'value', change: 'change', percent: 'change in percent' };

function comparedWith(compare: Compare, preset: Preset | null): string {
  if (compare.with === 'fixed') return describePeriod({ kind: 'fixed', from: compare.from, to: compare.to });
  if (compare.with === 'previous-year') return preset === 'this-year' ? 'last year' : 'a year before';
  return (preset && BEFORE[preset]) ?? 'the period before';
}

function fillWords(fill: NonNullable<Query['fill']>): string {
  return `with ${listed(
    ['dates', 'people', 'projects'].filter((kind) => fill.some((own) => own === kind)),
    3,
  )} without time`;
}

/** `the first 10 by hours`; metrics are meant from the largest on, all else from the smallest. */
function orderWords({ sort = [], limit }: Question, titles: Titles, limits: Limits): SentencePart[] {
  const keys = sort.map(([field, direction]) => {
    const usual = titles.get(field)?.role === 'metric' ? 'desc' : 'asc';
    const against = direction === 'desc' ? ' descending' : ' ascending';
    return `${sayField(field, titles)}${direction === usual ? '' : against}`;
  });
  const by = keys.length > 0 ? listed(keys, limits.sort) : '';
  if (limit === undefined) return by === '' ? [] : [plain(`sorted by ${by}`)];
  const ending = by === '' ? '' : ` by ${by}`;
  if (typeof limit === 'string') return [plain(`only as many rows as ${sayReference(limit)} says${ending}`)];
  if (limit === 1) return [plain(`only the first${by === '' ? ' row' : ''}${ending}`)];
  return [plain(`the first ${describeCount(limit)}${by === '' ? ' rows' : ''}${ending}`)];
}

function totalsWords({ totals, subtotals }: Question, titles: Titles): SentencePart[] {
  const sums = [
    ...(totals ? ['totals'] : []),
    ...(subtotals === undefined ? [] : [`subtotals by ${sayField(subtotals, titles)}`]),
  ];
  return sums.length > 0 ? [plain(`with ${listed(sums, 2)}`)] : [];
}

function plain(text: string): SentencePart {
  return { text: text.replace(/\s+/g, ' '), strong: false };
}

function strong(text: string): SentencePart {
  return { ...plain(text), strong: true };
}

function lengthOf(parts: SentencePart[]): number {
  return parts.reduce((sum, { text }) => sum + text.length, 0);
}

/** A sentence that ends where it gets too long. */
function cut(parts: SentencePart[]): SentencePart[] {
  let left = LONGEST_SENTENCE;
  return parts.flatMap((part) => {
    const text = part.text.length <= left ? part.text : left > 0 ? `${part.text.slice(0, left - 1)}…` : '';
    left -= text.length;
    return text === '' ? [] : [{ ...part, text }];
  });
}

function capitalised(parts: SentencePart[]): SentencePart[] {
  return parts.map((part, index) =>
    index === 0 ? { ...part, text: part.text.charAt(0).toUpperCase() + part.text.slice(1) } : part,
  );
}
