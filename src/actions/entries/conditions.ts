import type { Condition, FilterNode, FilterValue, Operator } from '../../query/filter';

import { plainText } from '../../query/plainText';
import { MOST_VALUES } from '../../query/readFilters';
import type { Dimension, EntityKind } from '../../reports/report';
import type { ListedValue } from '../values/kinds';
import { type Held, type HeldThings, textOf } from './held';

/** All things of a kind that the accounts have; null where they can't be read. */
export type Things = (kind: EntityKind) => ListedValue[] | null;

/** How long a text may be that is compared, and how long one that is compared as it is, letter for letter. */
const MOST_COMPARED = 1000;
const MOST_EXACT = 100;

/**
 * The conditions under which a record belongs to what a table shows as this in a dimension: a cell, or things. What is in a cell
 * is a value to compare with and nothing else, whoever wrote it. Null for what can't be a value of the dimension.
 */
export function conditionsFor(
  field: Dimension<unknown>,
  held: Held | HeldThings,
  things: Things,
): Condition[] | null {
  if (typeof held === 'object' && 'ids' in held) return withIds(field, held, things);
  if (typeof held === 'string' && held.trim() === '') return [{ field: field.id, op: 'empty', values: [] }];
  if (field.type === 'text') return textual(field, textOf(held), things);
  const value = valueFor(field, held);
  return value === null ? null : [is(field, [value])];
}

/** The condition that holds where not all of some do. */
export function negated(conditions: Condition[]): FilterNode {
  const each = conditions.map(({ field, op, values }) => ({
    field,
    op: OPPOSITES[op] ?? 'not-contains',
    values,
  }));
  return each.length === 1 ? each[0] : { or: each };
}

const OPPOSITES: Partial<Record<Operator, Operator>> = {
  is: 'is-not',
  'is-not': 'is',
  empty: 'not-empty',
  starts: 'not-contains',
};

function is({ id }: Dimension<unknown>, values: FilterValue[]): Condition {
  return { field: id, op: 'is', values };
}

function withIds(field: Dimension<unknown>, { ids, label }: HeldThings, things: Things): Condition[] {
  const { entity, names } = field;
  const has = ids.map((id) => is(field, [{ id, name: plainText(label, 300) }]));
  const all = names && entity ? (things(entity.kind) ?? []) : [];
  return [
    ...has,
    ...without(
      field,
      all.filter(({ id }) => !ids.includes(id)),
    ),
  ];
}

function textual(field: Dimension<unknown>, text: string, things: Things): Condition[] {
  const { entity, names, time } = field;
  if (names) return several(field, text, (entity && things(entity.kind)) ?? []);
  const found = entity ? named(text, things(entity.kind) ?? []) : [];
  if (found.length > 0) return [is(field, found.map(thing))];
  const identified = entity && /^(.*) \((?:.*, )?([0-9a-f]{24})\)$/s.exec(text);
  if (identified) return [is(field, [{ id: identified[2], name: plainText(identified[1], 300) }])];
  // Letter case and blanks make groups of their own, which only a comparison letter for letter tells apart.
  if (!entity && !time && text.length <= MOST_EXACT) return [is(field, [{ id: text, name: text }])];
  if (text.length <= MOST_COMPARED) return [is(field, [text])];
  return [{ field: field.id, op: 'starts', values: [text.slice(0, MOST_COMPARED)] }];
}

function thing({ id, name }: ListedValue): FilterValue {
  return { id, name };
}

/** The things that a label names: of several of one name it says which, by what tells them apart or by id. */
function named(label: string, all: ListedValue[]): ListedValue[] {
  const text = plainText(label, 300);
  const told = all.filter(({ id, name, apart }) =>
    [apart, id].some((by) => by && `${name} (${by})` === text),
  );
  return told.length > 0 ? told : all.filter(({ name }) => name === text);
}

/** The conditions for a row of records that have all of several things, and none besides. */
function several(field: Dimension<unknown>, label: string, all: ListedValue[]): Condition[] {
  const parts = partsOf(label, new Set(all.map(({ name }) => name)));
  const wanted = parts.map((name) => all.filter((value) => value.name === name));
  const has = wanted.map((found, index) =>
    is(field, found.length > 0 ? found.map(thing) : [parts[index].slice(0, MOST_COMPARED)]),
  );
  return [
    ...has,
    ...without(
      field,
      all.filter((value) => !wanted.some((found) => found.includes(value))),
    ),
  ];
}

function without({ id }: Dimension<unknown>, others: ListedValue[]): Condition[] {
  const conditions: Condition[] = [];
  for (let index = 0; index < others.length; index += MOST_VALUES) {
    const values = others.slice(index, index + MOST_VALUES).map(thing);
    conditions.push({ field: id, op: 'is-not', values });
  }
  return conditions;
}

const BETWEEN = ', ';

/** The names that a label joins; a name may hold a comma itself, so those that are known come first, the longest of them. */
function partsOf(label: string, names: Set<string>): string[] {
  const words = label.split(BETWEEN);
  const parts: string[] = [];
  for (let from = 0; from < words.length; ) {
    let to = words.length;
    while (to > from + 1 && !names.has(words.slice(from, to).join(BETWEEN))) to--;
    parts.push(words.slice(from, to).join(BETWEEN));
    from = to;
  }
  return parts;
}

function valueFor({ type }: Dimension<unknown>, held: Held): FilterValue | null {
  switch (type) {
    case 'boolean':
      return typeof held === 'boolean' ? held : null;
    case 'month':
      return dayIn(held)?.slice(0, 7) ?? null;
    case 'date':
      return dayIn(held);
    case 'date-time': {
      const shown = typeof held === 'object' ? held.shown : String(held);
      return shown && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(shown) ? shown : dayIn(held);
    }
    default:
      if (typeof held === 'object') return held.shown ?? null;
      return typeof held === 'boolean' ? null : held;
  }
}

/** The day or month of a cell with a date, or with a text that says one. */
function dayIn(held: Held): string | null {
  const text = typeof held === 'object' ? held.date : typeof held === 'string' ? held.trim() : '';
  return /^\d{4}-\d\d(-\d\d)?$/.test(text) ? text : null;
}
