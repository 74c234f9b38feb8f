import { describeDays } from './describe';
import { type FieldWords, listed, sayField, type Titles } from './fieldWords';
import { type Condition, conditionsOf, type FilterNode, type FilterValue, type Operator } from './filter';
import { isDay } from './period';
import { plainText } from './plainText';
import { sayReference } from './reference';

/** How much of a filter is said: so many values of a condition, and so many conditions of a group. */
export interface FilterLimits {
  values: number;
  conditions: number;
}

const USUAL: FilterLimits = { values: 4, conditions: 4 };

/**
 * A condition or a group in words, for a chip: `project is Website or Support`, `hours over 8`, `not billable`. Groups within
 * groups stand in brackets, and long lists end in how many more there are.
 */
export function describeFilter(node: FilterNode, titles: Titles, limits = USUAL): string {
  if ('and' in node) return group(node.and, 'and', titles, limits);
  return 'or' in node ? group(node.or, 'or', titles, limits) : condition(node, titles, limits);
}

function group(nodes: FilterNode[], word: 'and' | 'or', titles: Titles, limits: FilterLimits): string {
  const told = nodes.slice(0, limits.conditions).map((node) => {
    const text = describeFilter(node, titles, limits);
    return nodes.length > 1 && isGroup(node) ? `(${text})` : text;
  });
  const rest = conditionsOf(nodes.slice(limits.conditions)).length;
  const more = rest === 0 ? [] : [rest === 1 ? 'one more condition' : `${rest} more conditions`];
  return [...told, ...more].join(` ${word} `) || 'nothing';
}

/** Whether a node is said as several conditions, and so needs brackets within another. */
function isGroup(node: FilterNode): boolean {
  const nodes = 'and' in node ? node.and : 'or' in node ? node.or : [];
  return nodes.length > 1 || nodes.some(isGroup);
}

function condition({ field, op, values }: Condition, titles: Titles, limits: FilterLimits): string {
  const known = titles.get(field);
  const name = sayField(field, titles);
  if (op === 'empty') return `${name} is empty`;
  if (op === 'not-empty') return `${name} is not empty`;
  const yes = known?.type === 'boolean' && values.length === 1 ? asBoolean(values[0]) : null;
  if (yes !== null && (op === 'is' || op === 'is-not')) return yes === (op === 'is') ? name : `not ${name}`;
  const said = values.map((value) => sayValue(value, known));
  const all = op === 'between' || op === 'not-contains' || op === 'is-not';
  const list = listed(
    said,
    limits.values,
    op === 'between' || !all ? (op === 'between' ? 'and' : 'or') : 'or',
  );
  return `${name} ${(isTime(known) ? IN_TIME[op] : undefined) ?? WORDS[op]} ${list}`;
}

const WORDS: Record<Operator, string> = {
  is: 'is',
  'is-not': 'is not',
  contains: 'contains',
  'not-contains': 'does not contain',
  starts: 'starts with',
  matches: 'matches',
  gt: 'over',
  gte: 'at least',
  lt: 'under',
  lte: 'at most',
  between: 'between',
  empty: 'is empty',
  'not-empty': 'is not empty',
};

const IN_TIME: Partial<Record<Operator, string>> = {
  gt: 'after',
  gte: 'from',
  lt: 'before',
  lte: 'until',
};

function isTime(field: FieldWords | undefined): boolean {
  return ['date', 'month', 'date-time'].includes(field?.type ?? '');
}

function asBoolean(value: FilterValue): boolean | null {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (text === 'yes' || text === 'true') return true;
  return text === 'no' || text === 'false' ? false : null;
}

function sayValue(value: FilterValue, field: FieldWords | undefined): string {
  if (typeof value === 'object')
    return 'cell' in value ? sayReference(value.cell, 60) : short(value.name || value.id);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number')
    return field?.type === 'percent' ? `${Number((value * 100).toFixed(2))}%` : String(value);
  if (value.trim() === '') return 'empty';
  return isTime(field) && isDay(value) ? describeDays({ from: value, to: value }) : short(value);
}

/** A text of somebody's in one line without runs of blanks; what holds a comma or a word of the sentence stands in quotes. */
function short(text: string): string {
  const line = plainText(text, 40).replace(/\s+/g, ' ');
  return /[,()“”]|\b(and|or|is)\b/i.test(line) ? `“${line.replace(/[“”]/g, '"')}”` : line || '“”';
}
