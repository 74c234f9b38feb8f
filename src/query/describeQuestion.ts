import { comparisonWords, fillWords, limitWords, sortWords, splitWords } from './clauses';
import { describeCount, describePeriod } from './describe';
import { describeFilter, type FilterLimits } from './describeFilter';
import { listed, sayField, type Titles } from './fieldWords';
import type { FilterNode } from './filter';
import { modeWords } from './mode';
import type { Query, QueryColumn } from './query';

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
  | 'mode'
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
    ...(question.split ? [plain(splitWords(question.split, titles))] : []),
    ...(dated ? [strong(describePeriod(question.period))] : []),
    ...filterWords(question.filters ?? [], titles, limits),
    ...(question.compare ? [plain(comparisonWords(question.compare, question.period))] : []),
    ...(question.fill?.length ? [plain(`with ${fillWords(question.fill)}`)] : []),
    ...orderWords(question, titles, limits),
    ...totalsWords(question, titles),
    ...(question.mode ? [plain(modeWords(question.mode))] : []),
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

function orderWords({ sort = [], limit }: Question, titles: Titles, limits: Limits): SentencePart[] {
  const by = sortWords(sort, titles, limits.sort);
  if (limit !== undefined) return [plain(limitWords(limit, by))];
  return by === '' ? [] : [plain(`sorted by ${by}`)];
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
