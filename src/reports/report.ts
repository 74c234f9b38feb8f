import type { Feature } from '../clockify/features';
import type { Dataset, GroupKey, Pushed } from '../datasets/dataset';
import type { WeekStart } from '../query/period';

/** What a field gives for one record, before it becomes a cell. A list is a list of ids to be looked up. */
export type Leaf = string | number | boolean | null;

/**
 * How a value is meant and in what unit the leaf gives it: `date`, `month` (its first day) and `date-time` as serial numbers
 * (days since 1899-12-30 in the query's zone), `duration` and `hours` in seconds, `money` in minor units (1/100), `percent` as a fraction.
 */
export type ValueType =
  | 'text'
  | 'date'
  | 'month'
  | 'date-time'
  | 'duration'
  | 'hours'
  | 'money'
  | 'number'
  | 'percent'
  | 'boolean';

/** What must be asked for, and allowed, before a field has a value. */
export type Need = 'earned' | 'cost';

interface FieldBase {
  id: string;
  /** The word of Clockify's interface. */
  title: string;
  /** What it is, in a sentence, with its unit. */
  sentence: string;
  type: ValueType;
  needs?: Need;
  /** The feature of the plan without which it may have no values. */
  feature?: Feature;
  /** Whether its texts are long, and so its column is to be wide. */
  long?: true;
  /** How it is reckoned from other fields, where that is more than the sentence says: `profit ÷ amount`. */
  formula?: string;
}

/** What a field may know of where a record comes from. */
export interface RowContext {
  /** The account's name. */
  account: string;
  /** The first day of the account's week. */
  weekStart: WeekStart;
  /** Clockify's region of the account: which web address its pages have. */
  region: string;
  /** The account's own currency (ISO 4217), where it is known. */
  currency: string | null;
}

/** A thing of Clockify that a dimension names: what it is told apart and filtered by, whatever it is called. */
export interface Entity<R> {
  kind: EntityKind;
  /** The ids of what the record has: none, one, or several (tags). None where only a lookup knows them. */
  ids(record: R): string[];
  /** What tells two of one name apart: a project's client, a task's project; null where nothing does. */
  apart?(record: R): string | null;
}

/** Kinds of things whose values are picked from lists. */
export type EntityKind = 'user' | 'project' | 'client' | 'task' | 'tag' | 'group';

/** What a dimension of time counts in; `null` values have no place in time. */
export type TimeUnit = 'date' | 'week' | 'iso-week' | 'month' | 'quarter' | 'year' | 'weekday' | 'hour';

/** A field that rows are told apart by. */
export interface Dimension<R> extends FieldBase {
  role: 'dimension';
  read(record: R, context: RowContext): Leaf;
  /** Where names come from when a record has ids only. */
  lookup?: Lookup<R>;
  /** The name of each of its values, for a dimension that may have several: conditions look at each of them. */
  names?(record: R): string[];
  /** What it names. Rows are grouped by the thing, not by its name. */
  entity?: Entity<R>;
  /** Whether it is of one record alone (an id, a text, a moment): choosing it suggests one row each. */
  each?: true;
  /** What it counts in, for a dimension of time. */
  time?: TimeUnit;
  /** Its values in their order, where that is another than theirs: weekdays. */
  order?: readonly string[];
  /** The group of the summing reading that gives it; without one that reading can't answer. `null`: no group is needed. */
  group?: GroupKey | null;
  /** The filter of Clockify's reports that means exactly the same as `is` of its values. */
  pushes?: keyof Pushed;
}

/** A field that can be added up or derived from what is. */
export interface Metric<R> extends FieldBase {
  role: 'metric';
  measure: Measure<R>;
  /** The group of the summing reading that it needs; `null`: any grouping gives it; without one that reading can't answer. */
  group?: GroupKey | null;
}

/**
 * How records make a value. `sum` and `count` add up; `distinct` counts different texts (null counts as none); `ratio` is one
 * field's value divided by another's of the same report, times `times` (1), both over the same records: never an average of
 * ratios. A sum over nothing but nulls is null, an empty summand empties no sum, and a ratio by nothing or 0 is null.
 */
export type Measure<R> =
  | { sum(record: R): number | null }
  | { count: true }
  | { distinct(record: R): string | null }
  | { ratio: { numerator: string; denominator: string; times?: number } };

export type Field<R> = Dimension<R> | Metric<R>;

/**
 * Names that another dataset holds: `ids` are what to look up for a record (empty when its own names will do), `labels`
 * the names that a record of the other dataset gives, `missing` what stands for an id without a name. What is looked up may
 * be another thing than what is named (a person, and the groups they are in): then `thing` is the id of the latter.
 */
export interface Lookup<R> {
  dataset: Dataset<unknown>;
  ids(record: R): string[];
  labels(record: unknown): [id: string, label: string, thing?: string][];
  missing: 'id' | 'nothing';
  /** Whether records never have these names themselves: then the list is read in any case. */
  always?: true;
}

/** Things that a report can give rows for though nothing was recorded of them. */
export interface Filling<R> {
  dataset: Dataset<unknown>;
  /** A record that stands for one of the dataset's records and adds nothing to any metric; null for one that is left out. */
  record(source: unknown): R | null;
  /** Ids of the dimensions that its records have a value for; all others are taken from rows that are there. */
  gives?: readonly string[];
}

/** One kind of thing that can be asked for: what it is made of and how it is read. */
export interface Report<R> {
  id: string;
  title: string;
  sentence: string;
  /** What its rows are called, in the plural. */
  rows: string;
  /** What one row each is a row of, in the singular: `entry`, `project`. */
  row: string;
  dataset: Dataset<unknown>;
  /**
   * Another reading, which gives sums instead of records: its records are of the same form, each standing for many, with
   * nothing in what it is not grouped by. It answers what asks only for fields that have a `group`.
   */
  sums?: Dataset<unknown>;
  /** The day of a record in the query's zone, as a serial number, for what is read together with other days. */
  day?(record: R): number;
  /** A record of a day, as a serial number, that adds nothing to any metric. */
  onDay?(day: number): R;
  /** What may be filled with rows that add nothing. */
  fills?: Partial<Record<'people' | 'projects', Filling<R>>>;
  /** The report's records in one record of the dataset. */
  records(record: unknown): R[];
  /** What tells one row from another. */
  key(record: R): string;
  /** The field that shows what `key` gives. */
  idField: string;
  /** Rows are put in this order, then by key. */
  order(record: R): string | number;
  fields: Field<R>[];
  /** Ids of the fields of a new query, in order. */
  defaults: string[];
}

/** A report whose record type is of no interest to the caller. */
export type AnyReport = Report<unknown>;
export type AnyField = Field<unknown>;
