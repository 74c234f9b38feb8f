import type { Dataset } from '../datasets/dataset';

/** What a field gives for one record, before it becomes a cell. A list is a list of ids to be looked up. */
export type Leaf = string | number | boolean | null;

/**
 * How a value is meant and in what unit the leaf gives it: `date` and `date-time` as serial numbers (days since 1899-12-30
 * in the query's zone), `duration` and `hours` in seconds, `money` in minor units (1/100), `percent` as a fraction.
 */
export type ValueType =
  | 'text'
  | 'date'
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
  /** Whether its texts are long, and so its column is to be wide. */
  long?: true;
}

/** A field that rows are told apart by. */
export interface Dimension<R> extends FieldBase {
  role: 'dimension';
  /** `account` is the name of the account that the record comes from. */
  read(record: R, account: string): Leaf;
  /** Where names come from when a record has ids only. */
  lookup?: Lookup<R>;
}

/** A field that can be added up or derived from what is. */
export interface Metric<R> extends FieldBase {
  role: 'metric';
  measure: Measure<R>;
}

/** `ratio` names two fields of the same report. */
export type Measure<R> =
  | { sum(record: R): number | null }
  | { count: true }
  | { ratio: { numerator: string; denominator: string } };

export type Field<R> = Dimension<R> | Metric<R>;

/**
 * Names that another dataset holds: `ids` are what to look up for a record (empty when its own names will do), `labels`
 * the names that a record of the other dataset gives, `missing` what stands for an id without a name.
 */
export interface Lookup<R> {
  dataset: Dataset<unknown>;
  ids(record: R): string[];
  labels(record: unknown): [id: string, label: string][];
  missing: 'id' | 'nothing';
}

/** One kind of thing that can be asked for: what it is made of and how it is read. */
export interface Report<R> {
  id: string;
  title: string;
  sentence: string;
  /** What its rows are called, in the plural. */
  rows: string;
  dataset: Dataset<unknown>;
  /** The report's records in one record of the dataset. */
  records(record: unknown): R[];
  /** What tells one row from another. */
  key(record: R): string;
  /** Rows are put in this order, then by key. */
  order(record: R): string | number;
  fields: Field<R>[];
  /** Ids of the fields of a new query, in order. */
  defaults: string[];
}

/** A report whose record type is of no interest to the caller. */
export type AnyReport = Report<unknown>;
export type AnyField = Field<unknown>;
