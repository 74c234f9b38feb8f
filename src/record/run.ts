import * as v from 'valibot';
import { plainText } from '../query/plainText';

/** The version of the stored form of several runs together; a run alone is of any release. */
export const PACK_VERSION = 1;

const count = v.pipe(v.number(), v.minValue(-1e12), v.maxValue(1e12));
/** Milliseconds since 1970, up to the year 9999. */
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(253_402_300_799_999));

const changesSchema = v.object({
  added: count,
  changed: count,
  gone: count,
  typedOver: count,
  /** By how many seconds the first hours of the table moved; null where it has none. */
  seconds: v.nullable(count),
});

export const runSchema = v.object({
  /** When it began, in milliseconds since 1970. */
  at: moment,
  query: v.string(),
  /** What the query was called then. */
  name: v.string(),
  /** What set it going last. */
  why: v.picklist(['hand', 'resume', 'schedule', 'catch-up']),
  /** The name under which whoever ran it shares logins; null, or nothing, while they have given none. */
  by: v.fallback(v.optional(v.nullable(v.string())), null),
  outcome: v.picklist(['complete', 'failed', 'stopped']),
  /** The accounts that were read, in words; from before they were kept, nothing. */
  account: v.optional(v.string()),
  /** The days that were read, in words; nothing where a report has none. */
  period: v.optional(v.string()),
  rows: v.nullable(v.number()),
  /** How many rows the table had before; null where there was none, nothing where that wasn't kept. */
  rowsBefore: v.fallback(v.optional(v.nullable(v.number())), undefined),
  /** What the rows that were written changed; nothing where that isn't known. */
  changes: v.fallback(v.optional(changesSchema), undefined),
  requests: v.number(),
  /** Those of them that no other query of the same refresh is told of; nothing in runs of before this was kept. */
  sent: v.fallback(v.optional(v.number()), undefined),
  /** Requests of the whole refresh that failed and were sent again; nothing where there were none. */
  retries: v.fallback(v.optional(v.number()), undefined),
  /** Whether so few rows came that they were read twice before they were written. */
  confirmed: v.fallback(v.optional(v.boolean()), undefined),
  seconds: v.number(),
  warnings: v.array(v.string()),
  /** The title of the problem, for a failed run. */
  problem: v.nullable(v.string()),
});

/** The record of one refresh. */
export type Run = v.InferOutput<typeof runSchema>;

/** What became of the rows of a table that was written. */
export type RunChanges = v.InferOutput<typeof changesSchema>;

/** A run as it is stored can be so long, in characters; one with many warnings is cut to fit. */
const MOST_CHARACTERS = 2000;
const LONGEST_TEXT = 500;

/** A run whose texts end. */
export function shortened(run: Run): Run {
  const texts = {
    ...run,
    ...(run.by ? { by: cut(run.by, 100) } : {}),
    warnings: run.warnings.map((text) => cut(text, LONGEST_TEXT)),
    problem: run.problem && cut(run.problem, LONGEST_TEXT),
  };
  return JSON.stringify(texts).length <= MOST_CHARACTERS
    ? texts
    : { ...texts, warnings: texts.warnings.slice(0, 1) };
}

function cut(text: string, most: number): string {
  return plainText(text, most);
}
