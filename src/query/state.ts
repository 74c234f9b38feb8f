import * as v from 'valibot';
import type { Problem, ProblemCode } from '../problems/problem';
import { isDayInRange } from './period';

/** The version of the stored form that this add-on writes; one without a version is from before there were any. */
const STATE_VERSION = 1;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));
/** Milliseconds since 1970, up to the year 9999. */
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(253_402_300_799_999));
const day = v.pipe(v.string(), v.check(isDayInRange));
const zone = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_+\-/]{1,60}$/));

/** What a column holds, as `field:type`. */
const columnContent = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_:@.-]{1,100}$/));

const completeSchema = v.object({
  at: moment,
  rows: count,
  days: v.nullable(v.object({ from: day, to: day })),
  zone,
  fields: v.pipe(v.array(columnContent), v.maxLength(300)),
  compared: v.optional(v.nullable(v.object({ from: day, to: day }))),
  split: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(200))),
  question: v.fallback(v.optional(v.pipe(v.string(), v.maxLength(64))), undefined),
  begun: v.fallback(v.optional(moment), undefined),
  answer: v.fallback(v.optional(count), undefined),
  window: v.fallback(v.optional(v.object({ from: day, to: day })), undefined),
  oldest: v.fallback(v.optional(day), undefined),
  kept: v.fallback(v.optional(count), undefined),
  read: v.fallback(v.optional(v.object({ records: count, stated: count })), undefined),
});

/**
 * The state as it stands in the sheet, where anybody may have written: figures, moments and a code. What there is to read
 * for people is kept elsewhere. Each part that isn't what it should be is left out by itself.
 */
const sheetSchema = v.object({
  version: v.optional(v.picklist([STATE_VERSION])),
  complete: v.fallback(v.nullable(completeSchema), null),
  /** The code alone, or as older versions kept it. */
  problem: v.fallback(v.nullable(v.union([v.string(), v.looseObject({ code: v.string() })])), null),
  problemAt: v.fallback(v.nullable(moment), null),
  told: v.fallback(v.optional(v.boolean(), false), false),
});

/** A table as it was written. */
export interface CompleteTable {
  /** Milliseconds since 1970. */
  at: number;
  rows: number;
  days: { from: string; to: string } | null;
  zone: string;
  /** What each column holds, as `field:type`: a user's number format follows its field. */
  fields: string[];
  /** The days that it was compared with. */
  compared?: { from: string; to: string } | null;
  /** The keys of the columns into which it was split, in no order: they stay where they can. */
  split?: string[];
  /** A digest of what was asked: another question has another. */
  question?: string;
  /** When the refresh that wrote it began, in milliseconds since 1970. */
  begun?: number;
  /** How many rows Clockify's answer had, where the table has others besides. */
  answer?: number;
  /** The days that alone were read for it, where older rows were kept. */
  window?: { from: string; to: string };
  /** How many rows were kept that the answer didn't have, and their oldest day. */
  kept?: number;
  oldest?: string;
  /** How many records were read for it, and how many Clockify stated; nothing where it states none. */
  read?: { records: number; stated: number };
}

/** What became of a query's refreshes: the newest table and, if the newest attempt failed, why. */
export interface QueryState {
  complete: CompleteTable | null;
  warnings: string[];
  problem: Problem | null;
  problemAt: number | null;
}

/** The part of a state that stands in the sheet. */
export interface SheetState {
  complete: CompleteTable | null;
  /** The code of the problem. */
  problem: string | null;
  problemAt: number | null;
  /** Whether there is something to read about it, kept elsewhere. */
  told: boolean;
}

/** The state of a query that was never refreshed. */
export const NEVER: QueryState = { complete: null, warnings: [], problem: null, problemAt: null };

/** The part of a state that `stored`, from the sheet, holds; what a hand made unreadable is as good as none. */
export function readSheetState(stored: unknown): SheetState {
  const result = v.safeParse(sheetSchema, stored);
  if (!result.success) return { complete: null, problem: null, problemAt: null, told: false };
  const { complete, problem, problemAt, told } = result.output;
  const code = typeof problem === 'string' ? problem : (problem?.code ?? null);
  return { complete, problem: code, problemAt: code === null ? null : problemAt, told };
}

/** What is written to the sheet of a state. */
export function sheetStateOf({ complete, problem, problemAt, warnings }: QueryState): object {
  const told = problem !== null || warnings.length > 0;
  return { version: STATE_VERSION, complete, problem: problem?.code ?? null, problemAt, told };
}

/**
 * The problem of a state whose words are not known: the file was copied, or its hidden sheet was edited. The code comes from
 * the sheet as well and stands for nothing that could do harm.
 */
export function untoldProblem(code: string, query: string): Problem {
  return {
    code: (/^[a-z-]{1,40}$/.test(code) ? code : 'unexpected') as ProblemCode,
    scope: { query },
    title: `The newest refresh of ${query} failed.`,
    remedy: 'Refresh it again to see why. Its table stays as it is.',
    retry: 'now',
  };
}
