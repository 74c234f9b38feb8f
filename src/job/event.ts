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
  rows: number;
  /** What the records add up to, for comparison. */
  sums: Sums;
  /** Datasets in which ids of these rows have to be looked up. */
  names: string[];
}

/** A page that gave nothing. */
export interface PageRefused {
  list: number;
  page: Page;
  failure: Failure;
}

/** What came of a command. Moments are milliseconds since 1970. */
export type JobEvent =
  | {
      did: 'ask';
      sentAt: number;
      at: number;
      chance: number;
      logins: string[];
      results: (PageTaken | PageRefused)[];
    }
  | { did: 'stage'; staged: { list: number; name: string }[] }
  | { did: 'lose'; names: string[] }
  | { did: 'find-repeats' }
  | { did: 'commit'; rows: number; warnings: string[] }
  | { did: 'stop' }
  | { did: 'fail'; problem: Problem };

/** What came of asking. */
export type AskEvent = Extract<JobEvent, { did: 'ask' }>;
