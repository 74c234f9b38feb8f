import type { FieldView, ReportView } from '../../actions/overview';
import {
  type Condition,
  conditionsOf,
  type FilterNode,
  type FilterValue,
  type Operator,
} from '../../query/filter';
import { isDayInRange } from '../../query/period';
import { words } from '../words';
import { isReference } from './cells';
import { fieldOf } from './fields';
import { membersOf, nodeAt, type Path, withMembers } from './filterTree';

/** How the values of a field are given: each kind has operators and an input of its own. */
export type ValueKind = 'thing' | 'text' | 'number' | 'day' | 'month' | 'weekday' | 'boolean';

export function kindOf(field: FieldView): ValueKind {
  if (field.entity && field.type === 'text') return 'thing';
  if (field.time === 'weekday') return 'weekday';
  const { type } = field;
  if (type === 'date' || type === 'date-time') return 'day';
  if (type === 'month' || type === 'boolean' || type === 'text') return type;
  return 'number';
}

const TEXT: Operator[] = [
  'is',
  'is-not',
  'contains',
  'not-contains',
  'starts',
  'matches',
  'empty',
  'not-empty',
];
const NUMBER: Operator[] = ['gt', 'gte', 'lt', 'lte', 'between', 'is', 'is-not', 'empty', 'not-empty'];
const DAY: Operator[] = ['is', 'gte', 'gt', 'lte', 'lt', 'between', 'is-not', 'empty', 'not-empty'];

/** Texts that name a time are put in order by it. */
const TIME_TEXT: Operator[] = [
  ...TEXT.slice(0, -2),
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'empty',
  'not-empty',
];

const OPERATORS: Record<ValueKind, Operator[]> = {
  thing: TEXT,
  text: TEXT,
  number: NUMBER,
  day: DAY,
  month: DAY,
  weekday: ['is', 'is-not'],
  boolean: ['is', 'empty', 'not-empty'],
};

/** The operators that fit a field, in the order in which they are wanted, with one that it has already. */
export function operatorsFor(field: FieldView, own?: Operator): Operator[] {
  const kind = kindOf(field);
  const fitting = kind === 'text' && field.time ? TIME_TEXT : OPERATORS[kind];
  return own === undefined || fitting.includes(own) ? fitting : [...fitting, own];
}

/** How many values an operator takes. */
export function valuesOf(op: Operator): 'none' | 'one' | 'two' | 'many' {
  if (op === 'empty' || op === 'not-empty') return 'none';
  if (op === 'between') return 'two';
  return ['gt', 'gte', 'lt', 'lte'].includes(op) ? 'one' : 'many';
}

/** A condition that is about to be made: its field is chosen first. */
export const NEW: Condition = { field: '', op: 'is', values: [] };

/** A condition for another field or operator, with the values that fit it too. */
export function withField(field: FieldView): Condition {
  return { field: field.id, op: operatorsFor(field)[0], values: field.type === 'boolean' ? [true] : [] };
}

export function withOperator(condition: Condition, op: Operator, field: FieldView): Condition {
  const after = valuesOf(op);
  if (after === 'none') return { ...condition, op, values: [] };
  // Things picked from a list are no texts to search for.
  const texts = kindOf(field) === 'thing' && isExact(op) !== isExact(condition.op);
  const fitting = texts
    ? []
    : condition.values.slice(0, after === 'one' ? 1 : after === 'two' ? 2 : undefined);
  return { ...condition, op, values: fitting };
}

/** Whether an operator compares whole values, which are picked, not parts of them, which are typed. */
export function isExact(op: Operator): boolean {
  return op === 'is' || op === 'is-not';
}

/** Whether a node is about metrics, and so about what is added up. */
export function isOfMetrics(node: FilterNode, report: ReportView): boolean {
  return conditionsOf([node]).some(({ field }) => fieldOf(report, field)?.role === 'metric');
}

/** The fields that a condition at a place may be about: those of the role that its group has already. */
export function fieldsFor(nodes: FilterNode[], path: Path, report: ReportView): FieldView[] {
  const group = path.length > 1 ? nodes[path[0]] : undefined;
  const others = conditionsOf(group ? [group] : []).filter((other) => other !== nodeAt(nodes, path));
  const role = others.map(({ field }) => fieldOf(report, field)?.role).find((known) => known !== undefined);
  return role ? report.fields.filter((field) => field.role === role) : report.fields;
}

/** What a condition lacks, in a sentence; null when nothing. */
export function faultOf({ field: id, op, values }: Condition, report: ReportView | undefined): string | null {
  const field = fieldOf(report, id);
  if (id === '') return words.filters.noField;
  if (!field) return words.filters.unknownField(id);
  const wanted = valuesOf(op);
  if (wanted === 'none') return null;
  // A range of cells may hold both of two.
  const least = wanted === 'two' && !values.some(isCell) ? 2 : 1;
  if (values.length < least) return words.filters.noValue(field.title);
  const wrong = values.find((value) => !isSound(value, field, op));
  return wrong === undefined ? null : words.filters.badValue(field.title, words.filters.forms[formOf(field)]);
}

/** What a value of a field looks like, for the sentence that asks for one. */
export function formOf(field: FieldView): 'text' | 'number' | 'day' | 'month' | 'time' {
  const kind = kindOf(field);
  if (field.type === 'duration' || field.type === 'hours') return 'time';
  return kind === 'number' || kind === 'day' || kind === 'month' ? kind : 'text';
}

function isCell(value: FilterValue): boolean {
  return typeof value === 'object' && 'cell' in value;
}

function isSound(value: FilterValue, field: FieldView, op: Operator): boolean {
  if (typeof value === 'object') return 'cell' in value ? isReference(value.cell) : true;
  switch (formOf(field)) {
    case 'time':
      return isNumber(value) || /^\d{1,6}:[0-5]\d(:[0-5]\d)?$/.test(String(value));
    case 'number':
      return isNumber(value) || (field.type === 'percent' && /^-?\d+(\.\d+)?%$/.test(String(value)));
    case 'day':
      return isDayInRange(String(value));
    case 'month':
      return /^\d{4}-(0[1-9]|1[0-2])$/.test(String(value)) || isDayInRange(String(value));
    default:
      // An empty text is a value too: what is empty.
      return String(value) !== '' || op === 'is' || op === 'is-not';
  }
}

function isNumber(value: FilterValue): boolean {
  return typeof value === 'number' ? Number.isFinite(value) : /^-?\d+(\.\d+)?$/.test(String(value));
}

/** The filters without what is still being made: what the rest of the query can be shown with. */
export function soundFilters(nodes: FilterNode[], report: ReportView | undefined): FilterNode[] {
  return nodes.flatMap((node): FilterNode[] => {
    const members = membersOf(node);
    if (members === null) return faultOf(node as Condition, report) === null ? [node] : [];
    const sound = soundFilters(members, report);
    return sound.length === 0 ? [] : [withMembers(node, sound)];
  });
}

/** The first fault of the filters with where it is; null when there is none. */
export function firstFault(
  nodes: FilterNode[],
  report: ReportView | undefined,
  above: Path = [],
): { path: Path; fault: string } | null {
  for (const [index, node] of nodes.entries()) {
    const path = [...above, index];
    const members = membersOf(node);
    if (members === null) {
      const fault = faultOf(node as Condition, report);
      if (fault) return { path, fault };
    } else {
      const inside = firstFault(members, report, path);
      if (inside) return inside;
    }
  }
  return null;
}

/** What "not" does with empty values, in a sentence; null for operators that say so themselves. */
export function emptyNote(condition: Condition, field: FieldView, rows: string): string | null {
  if (condition.op !== 'is-not' && condition.op !== 'not-contains') return null;
  return words.filters.alsoEmpty(rows, field.title, field.multiple === true);
}

/** A number as it was typed; the text when it is none, so that nothing typed becomes another thing. */
export function numberOf(typed: string): string | number {
  const text = typed.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2');
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** A share as it was typed, in percent; the text when it is none. */
export function shareOf(typed: string): string | number {
  const number = numberOf(typed.replace(/%\s*$/, ''));
  return typeof number === 'number' ? Number((number / 100).toPrecision(12)) : number;
}

/** A value as it is typed. */
export function typedOf(value: FilterValue | undefined, field: FieldView): string {
  if (value === undefined || typeof value === 'boolean') return '';
  if (typeof value === 'object') return 'cell' in value ? value.cell : value.name;
  if (field.type !== 'percent' || typeof value !== 'number') return String(value);
  return String(Number((value * 100).toPrecision(12)));
}
