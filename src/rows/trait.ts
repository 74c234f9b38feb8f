import type { Dimension, Leaf, RowContext } from '../reports/report';
import { type Names, namesOf } from './names';
import type { Value } from './value';

/** What a record has in a dimension, resolved: what it is told apart by, what it shows, and what conditions look at. */
export interface Member {
  /** Tells it from all others of the dimension: by the things that it names, else by its value. */
  mark: string;
  leaf: Leaf;
  /** Its values one by one, without empty ones, and the ids of what they name. */
  values: Leaf[];
  ids: string[];
  /** What tells it from another thing of its name. */
  apart: string | null;
}

/**
 * A dimension as rows keep it: `mark` tells records apart, as a part of a key that is never the beginning of another; `read`
 * gives what is kept of the first record of a group, `meet` what is kept when two parts of a group, or another record, come
 * together, and `member` what that means once names are known.
 */
export interface Trait {
  field: Dimension<unknown>;
  /** What looks at a record when a condition is asked before anything is kept of it. */
  values(record: unknown, context: RowContext): Leaf[];
  ids(record: unknown): string[];
  /** A value that tells records apart as their marks do, cheaper to get and to compare. */
  raw(record: unknown, context: RowContext): Leaf;
  mark(record: unknown, context: RowContext): string;
  read(record: unknown, context: RowContext): Value;
  meet(kept: Value, other: Value): Value;
  /** Whether another record of the same mark can say something else, and so has to be met; whether this one does. */
  varies: boolean;
  differs(kept: Value, record: unknown, context: RowContext): boolean;
  member(kept: Value, names: Map<string, Names>): Member;
  /** The ids in it whose names another dataset holds. */
  unnamed(kept: Value): string[];
}

const NO_IDS: string[] = [];

/** The trait of a dimension, with another `read` than the field's where one is given. */
export function traitOf(field: Dimension<unknown>, read = field.read): Trait {
  return field.entity || field.lookup || field.names ? thing(field, read) : plainTrait(field, read);
}

/** A dimension of plain values: what is kept is the value. */
function plainTrait(field: Dimension<unknown>, read: Dimension<unknown>['read']): Trait {
  return {
    field,
    values: (record, context) => valuesOf(read(record, context)),
    ids: () => NO_IDS,
    raw: (record, context) => {
      const leaf = read(record, context);
      return typeof leaf === 'string' && !isFilled(leaf) ? null : leaf;
    },
    mark: (record, context) => markOf(read(record, context)),
    read: (record, context) => read(record, context),
    meet: (kept) => kept,
    varies: false,
    differs: () => false,
    member: (kept) => memberOf(kept as Leaf),
    unnamed: () => NO_IDS,
  };
}

/** What is kept of a dimension that names things. */
type Kept = [ids: string[], leaf: Leaf, unnamed: string[] | null, names: string[] | null, apart: Leaf];

/** A dimension that names things, which may have one name, several, or for now ids only. */
function thing(field: Dimension<unknown>, read: Dimension<unknown>['read']): Trait {
  const { entity, lookup, names } = field;
  const idsOf = (record: unknown) => entity?.ids(record) ?? NO_IDS;
  const unnamedOf = (record: unknown) => lookup?.ids(record) ?? NO_IDS;
  const mark = (record: unknown, context: RowContext) => {
    const ids = idsOf(record);
    if (ids.length > 0) return markOfIds(ids);
    const unnamed = unnamedOf(record);
    return unnamed.length > 0 ? `?${markOfIds(unnamed)}` : markOf(read(record, context));
  };
  return {
    field,
    values: (record, context) => names?.(record).filter(isFilled) ?? valuesOf(read(record, context)),
    ids: idsOf,
    raw(record, context) {
      const ids = idsOf(record);
      // No mark is the same as an id: none begins with this character.
      return ids.length === 1 ? `\u0000${ids[0]}` : mark(record, context);
    },
    mark,
    read(record, context): Kept {
      const unnamed = unnamedOf(record);
      return [
        idsOf(record),
        read(record, context),
        unnamed.length > 0 ? unnamed : null,
        names?.(record) ?? null,
        entity?.apart?.(record) ?? null,
      ];
    },
    meet: (kept, other) => (kept === other ? kept : namedOne(kept as Kept, other as Kept)),
    varies: true,
    differs: (kept, record, context) =>
      (kept as Kept)[2] !== null || (kept as Kept)[1] !== read(record, context),
    member: (kept, known) => named(kept as Kept, field, known),
    unnamed: (kept) => (kept as Kept)[2] ?? NO_IDS,
  };
}

/** Of two parts that name the same thing, the one with a name; of two names the same one, whichever came first. */
function namedOne(one: Kept, other: Kept): Kept {
  if ((one[2] === null) !== (other[2] === null)) return one[2] === null ? one : other;
  if (one[1] === other[1] && one[4] === other[4]) return one;
  return JSON.stringify([one[1] === null, one]) <= JSON.stringify([other[1] === null, other]) ? one : other;
}

function named(
  [own, leaf, unnamed, names, apart]: Kept,
  field: Dimension<unknown>,
  known: Map<string, Names>,
): Member {
  const found = unnamed && field.lookup ? namesOf(unnamed, field.lookup, known) : null;
  const things = found?.flatMap(({ thing }) => thing ?? []) ?? [];
  const ids = own.length > 0 ? own : [...new Set(things)];
  const labels = found?.map(({ label }) => label) ?? names;
  const shown = found && labels ? labels.join(', ') : leaf;
  const values: Leaf[] = labels?.filter(isFilled) ?? valuesOf(shown);
  return {
    mark: ids.length > 0 ? markOfIds(ids) : markOf(shown),
    leaf: valuesOf(shown).length > 0 ? shown : null,
    values,
    ids,
    apart: apart === null ? null : String(apart),
  };
}

/** Of two members of one mark the one to be shown: one with a name, and of two names the same one, whichever came first. */
export function better(known: Member | undefined, member: Member): Member {
  if (known === undefined || known.leaf === null) return member;
  if (member.leaf === null || known.leaf === member.leaf) return known;
  return String(member.leaf) < String(known.leaf) ? member : known;
}

/** The member that a plain value is. */
export function memberOf(leaf: Leaf): Member {
  const values = valuesOf(leaf);
  return { mark: markOf(leaf), leaf: values.length > 0 ? leaf : null, values, ids: NO_IDS, apart: null };
}

/** A value as a list: none for an empty one. */
function valuesOf(leaf: Leaf): Leaf[] {
  return leaf === null || (typeof leaf === 'string' && !isFilled(leaf)) ? [] : [leaf];
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}

function markOf(leaf: Leaf): string {
  if (typeof leaf === 'string') return isFilled(leaf) ? `"${leaf.length}:${leaf}` : '-';
  if (typeof leaf === 'number') return `#${leaf};`;
  return leaf === null ? '-' : leaf ? '+' : '!';
}

function markOfIds(ids: string[]): string {
  if (ids.length === 1) return `@${ids[0].length}:${ids[0]}`;
  return `*${ids.length}${[...ids]
    .sort()
    .map((id) => `:${id.length}:${id}`)
    .join('')}`;
}
