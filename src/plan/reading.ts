import type { GroupKey, Pushed, Scope } from '../datasets/dataset';
import type { Days } from '../query/period';

/** Which of two periods records are taken for: the query's own, or the one that it is compared with. */
export type Side = 'current' | 'compared';

/**
 * What a query takes of a reading. `days`: its records of these days only, null for all. `pushed`: whether Clockify applied
 * those of the query's filters that it can; all others are applied to the records.
 */
export interface Take {
  /** Index in the plan's queries. */
  query: number;
  side: Side;
  days: Days | null;
  pushed: boolean;
  /** For a reading that fills: what its records stand for. */
  fills?: 'people' | 'projects';
}

/** One list to be read: a dataset, an account, and a window of days for dated ones; and what each query takes of it. */
export interface Reading {
  /** Index in the plan's accounts. */
  account: number;
  dataset: string;
  /** IANA zone of the queries that take of it. */
  zone: string;
  days: Days | null;
  /** `rows`: its records become rows. `names`: only names for the rows of other readings. `fill`: rows that add nothing. */
  purpose: 'rows' | 'names' | 'fill';
  takes: Take[];
  /** Which amounts its queries want; no more is asked for than the account allows. */
  amounts: Scope['amounts'];
  /** What Clockify leaves out by itself. */
  filters?: Pushed;
  /** By what a summing dataset adds up. */
  groups?: GroupKey[];
  /** For sums: the dataset of the records that they stand for, which is read where sums leave something open. */
  records?: string;
}
