import { sameDays } from '../plan/days';
import { describeCount } from '../query/describe';
import type { Days } from '../query/period';

/** What a question gave when it was answered last. */
export interface Given {
  /** The days that it asked for; null for what has none. */
  days: Days | null;
  /** Those of them that alone were read; null where all were. */
  window: Days | null;
  rows: number;
}

/** What there is to compare an answer with. */
export interface Before {
  rows: number;
  /** Whether that was of other days, so that nothing but an empty answer is suspicious. */
  otherDays: boolean;
}

/**
 * What an answer for some days can be compared with; null where nothing can be said. The last days of a table are others each
 * day, and still as many.
 */
export function beforeOf(
  given: Given | null | undefined,
  days: Days | null,
  window: Days | null,
): Before | null {
  if (!given) return null;
  if (window !== null) return { rows: given.rows, otherDays: given.window === null };
  if (given.window !== null) return null;
  const same = days === null ? given.days === null : given.days !== null && sameDays(days, given.days);
  return same ? { rows: given.rows, otherDays: false } : null;
}

/** What is known of a query's answer. */
interface Answered {
  before: Before | null;
  /** Whether it was read twice for its few rows. */
  doubted: boolean;
}

/** So many rows have to have been there before fewer of them are suspicious. */
const MANY = 20;

/**
 * Whether so few rows came of a question, compared with when it was answered last, that they are read once more before they
 * are written: servers have been seen to answer with nothing, and to call it all there is.
 */
export function isDoubtful({ before, doubted }: Answered, rows: number): boolean {
  return before !== null && !doubted && isFew(rows, before);
}

/** What is to be said of rows that were read twice because they were so few; nothing where there were more after all. */
export function confirmation({ before, doubted }: Answered, rows: number): string[] {
  if (before === null || !doubted || !isFew(rows, before)) return [];
  const number = rows === 1 ? '1 row' : `${describeCount(rows)} rows`;
  const were = before.otherDays ? '' : `: there were ${describeCount(before.rows)} before`;
  return [`${number}, confirmed by a second reading${were}.`];
}

function isFew(rows: number, before: Before): boolean {
  if (rows === 0) return before.rows > 0;
  return !before.otherDays && before.rows >= MANY && rows * 2 < before.rows;
}
