import type { Failure } from '../clockify/failure';
import type { Sums } from '../datasets/control';
import type { Page, PageFacts } from '../plan/pages';
import type { Problem } from '../problems/problem';

/** What a page gave: its facts and counts. The rows themselves stay with whoever read them. */
export interface PageTaken {
  list: number;
  page: Page;
  facts: PageFacts;
  /** What the answer states of the whole list. */
  stated: Sums;
  records: number;
  /** How many rows each take of the list got. */
  rows: number[];
  /** What the records add up to, for comparison. */
  sums: Sums;
  /** The first and last key of a page whose keys only grow; null for any other. Told where rows are added up at once. */
  span?: [string, string] | null;
  /** Datasets in which ids of these rows have to be looked up, and for which queries. */
  names: { dataset: string; query: number }[];
}

/** A page that gave nothing. */
export interface PageRefused {
  list: number;
  page: Page;
  failure: Failure;
  /** Whether sums came of which it can't be told what records would say. */
  undecided?: true;
}

/** Rows of a list that were put into the stage, under a name for each of its takes. */
export interface Staged {
  list: number;
  names: string[];
}

/** What came of a command. Moments are milliseconds since 1970; `query` is an index in the job's queries. */
export type JobEvent =
  | {
      did: 'ask';
      sentAt: number;
      at: number;
      chance: number;
      /** Names of the logins, by account. */
      logins: string[];
      results: (PageTaken | PageRefused)[];
    }
  | { did: 'stage'; staged: Staged[] }
  | { did: 'lose'; names: string[] }
  | { did: 'find-repeats'; query: number }
  /** So few rows came that they are to be read once more before they are written. */
  | { did: 'doubt'; query: number }
  | { did: 'commit'; query: number; rows: number; warnings: string[] }
  | { did: 'stop'; query: number }
  /** A query can't be written; without `query`, none can. */
  | { did: 'fail'; query?: number; problem: Problem };

/** What came of asking. */
export type AskEvent = Extract<JobEvent, { did: 'ask' }>;
