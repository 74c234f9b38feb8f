import type { Leaf, RowContext } from '../reports/report';
import { sealed } from './accumulate';
import type { Row } from './row';
import type { Shape } from './shape';
import type { Trait } from './trait';
import type { Value } from './value';

/** What is taken of a list: of which account, for which of two periods, and what Clockify did already. */
export interface Taking {
  context: RowContext;
  /** Only records of these days, both included, as serial numbers; null for all. */
  days: { from: number; to: number } | null;
  /** Whether Clockify applied those filters that it can. */
  pushed: boolean;
  side: 'current' | 'compared';
  /** Whether the records stand for things that may be without time, and for which. */
  fills?: 'people' | 'projects';
}

/**
 * The rows of some records of a dataset: one each, or one for each group that they belong to, which holds what they add up to
 * until `mergeRows` puts groups of one key together. Filters that need no names are applied.
 */
export function takeRows(records: unknown[], shape: Shape, taking: Taking): Row[] {
  if (taking.fills) return fillsOf(records, taking.fills, shape, taking.context);
  const counted = counting(records, shape, taking);
  return shape.grouped ? groupsOf(counted, shape, taking.context) : eachOf(counted, shape, taking.context);
}

/** The report's records in those of the dataset that count. */
function counting(records: unknown[], { report, keeps, unpushed }: Shape, taking: Taking): unknown[] {
  const { context, days } = taking;
  const keep = taking.pushed ? unpushed : keeps;
  const counted: unknown[] = [];
  for (const source of records) {
    for (const record of report.records(source)) {
      if (days !== null && report.day) {
        const day = report.day(record);
        if (day < days.from || day > days.to) continue;
      }
      if (keep === null || keep(record, context)) counted.push(record);
    }
  }
  return counted;
}

function eachOf(records: unknown[], { report, columns, traits, ledger }: Shape, context: RowContext): Row[] {
  const sums = ledger.width > 0;
  return records.map((record): Row => {
    const values: Value[] = [];
    for (const column of columns) values.push(column.read(record, context));
    for (const trait of traits) values.push(trait.read(record, context));
    if (sums) {
      const own = ledger.none();
      ledger.add(own, record);
      values.push(...sealed(own));
    }
    return [report.order(record), report.key(record), values];
  });
}

/** What is kept of a dimension's value, once for all records of a page that have it. */
interface Found {
  /** Its number among the values of the page. */
  number: number;
  mark: string;
  kept: Value;
}

/** Finds the value that a record has in a dimension among those of its page, or adds it. */
function finder(trait: Trait, context: RowContext): (record: unknown) => Found {
  const values = new Map<Leaf, Found>();
  return (record) => {
    const raw = trait.raw(record, context);
    const found = values.get(raw);
    if (found === undefined) {
      const { size: number } = values;
      const added = { number, mark: trait.mark(record, context), kept: trait.read(record, context) };
      values.set(raw, added);
      return added;
    }
    if (trait.varies && trait.differs(found.kept, record, context)) {
      found.kept = trait.meet(found.kept, trait.read(record, context));
    }
    return found;
  };
}

/** Groups of a page: by the numbers of their values, one dimension after the other. */
type Level = Map<number, Level | Row>;

function groupsOf(records: unknown[], { traits, ledger }: Shape, context: RowContext): Row[] {
  const finders = traits.map((trait) => finder(trait, context));
  const groups: Row[] = [];
  const top: Level = new Map();
  const found: Found[] = new Array(finders.length);
  const last = finders.length - 1;
  for (const record of records) {
    let level = top;
    for (let at = 0; at < last; at++) {
      found[at] = finders[at](record);
      const next = level.get(found[at].number) as Level | undefined;
      level = next ?? addTo(level, found[at].number, new Map());
    }
    if (last >= 0) found[last] = finders[last](record);
    const number = last < 0 ? 0 : found[last].number;
    let group = level.get(number) as Row | undefined;
    if (group === undefined) {
      group = addTo(level, number, groupOf(found, ledger.none()));
      groups.push(group);
    }
    ledger.add(group[2], record);
  }
  if (ledger.keepsSets) for (const group of groups) sealed(group[2]);
  return groups;
}

/** A group of no records yet: places for what they add up to, and what is kept of its dimensions. */
function groupOf(found: Found[], values: Value[]): Row {
  let key = '';
  for (const { mark, kept } of found) {
    key += mark;
    values.push(kept);
  }
  return ['', key, values];
}

function addTo<T extends Level | Row>(level: Level, number: number, member: T): T {
  level.set(number, member);
  return member;
}

/** Things that may have no time, as rows: what they are, and what is known of each. */
function fillsOf(
  records: unknown[],
  fills: 'people' | 'projects',
  { report, fillTraits }: Shape,
  context: RowContext,
): Row[] {
  const filling = report.fills?.[fills];
  if (!filling) return [];
  return records.flatMap((source): Row[] => {
    const record = filling.record(source);
    if (record === null) return [];
    return [[fills, filling.dataset.key(source), fillTraits.map((trait) => trait.read(record, context))]];
  });
}

/** Rows that come in parts: groups of one key are put together as they come, rows of one record each are kept as they are. */
export interface Gathered {
  /** Adds rows; those of a key that is new become part of what is gathered. */
  add(rows: readonly Row[]): void;
  /** All of them, each key once. */
  rows(): Row[];
}

/**
 * Gathers the rows of a shape: whatever parts records were taken in, and in whatever order the parts come, the groups are the
 * same.
 */
export function gathering(shape: Pick<Shape, 'grouped' | 'traits' | 'ledger'>): Gathered {
  return shape.grouped ? gatheringGroups(shape) : gatheringRows();
}

/** Rows that are only kept, in the order in which they come. */
export function gatheringRows(): Gathered {
  const kept: Row[] = [];
  return {
    add(rows) {
      for (const row of rows) kept.push(row);
    },
    rows: () => kept,
  };
}

function gatheringGroups({ traits, ledger }: Pick<Shape, 'traits' | 'ledger'>): Gathered {
  const groups = new Map<string, Row>();
  const places = traits.flatMap((trait, at) => (trait.varies ? [{ trait, place: ledger.width + at }] : []));
  return {
    add(rows) {
      for (const row of rows) {
        const group = groups.get(row[1]);
        if (group === undefined) {
          groups.set(row[1], row);
          continue;
        }
        const [values, other] = [group[2], row[2]];
        ledger.merge(values, other);
        for (const { trait, place } of places) values[place] = trait.meet(values[place], other[place]);
      }
    },
    rows() {
      const found = [...groups.values()];
      if (ledger.keepsSets) for (const row of found) sealed(row[2]);
      return found;
    },
  };
}

/** Puts together groups of one key, as `gathering` does. The rows' own arrays are used up. */
export function mergeRows(rows: Row[], shape: Shape): Row[] {
  if (!shape.grouped) return rows;
  const gathered = gathering(shape);
  gathered.add(rows);
  return gathered.rows();
}

/** Whether rows hold ids whose names a dataset has. */
export function idsToLookUp(rows: Row[], shape: Shape, dataset: string): boolean {
  const { columns, traits, fillTraits, grouped, ledger } = shape;
  const first = grouped ? ledger.width : columns.length;
  const looksUp = ({ field }: Trait) => field.lookup?.dataset.id === dataset;
  const kept = traits.flatMap((trait, index) => (looksUp(trait) ? [{ trait, at: first + index }] : []));
  const shown = grouped
    ? []
    : columns.flatMap(({ lookup }, index) => (lookup?.dataset.id === dataset ? [index] : []));
  const fills = fillTraits.flatMap((trait, at) => (looksUp(trait) ? [{ trait, at }] : []));
  if (kept.length + shown.length + fills.length === 0) return false;
  return rows.some(([order, , values]) => {
    const among = order === 'people' || order === 'projects' ? fills : kept;
    return (
      shown.some((at) => Array.isArray(values[at])) ||
      among.some(({ trait, at }) => trait.unnamed(values[at]).length > 0)
    );
  });
}
