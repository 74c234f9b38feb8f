import { comparedDays } from '../../query/comparison';
import { describeDays } from '../../query/describe';
import type { Compare } from '../../query/query';
import { words } from '../words';
import type { Draft } from './draft';
import { type At, daysFault, daysOf } from './periods';

/** The days that a draft's period is compared with, in words; null without a comparison, and while they aren't known. */
export function sayCompared({ period, compare }: Draft, at: At): string | null {
  if (!compare || compareFault(compare) !== null) return null;
  const days = daysOf(period, at);
  if (days === null) return null;
  try {
    return describeDays(comparedDays(compare, period, days, at.weekStart));
  } catch {
    return null;
  }
}

/** What is wrong with a comparison as it is typed; null when nothing is. */
export function compareFault(compare: Compare): string | null {
  if (compare.show?.length === 0) return words.compare.nothing;
  return compare.with === 'fixed' ? daysFault(compare) : null;
}
