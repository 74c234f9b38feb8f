import { type DateTimeDuration, parseDuration } from '@internationalized/date';

/**
 * Seconds of a duration as Clockify spells it: a number is seconds (reports), a text is ISO 8601 (`PT2H54M`, core). Null
 * when there is none, or when it is neither; months and years are no number of seconds.
 */
export function secondsOf(duration: unknown): number | null {
  if (typeof duration === 'number') return Number.isFinite(duration) ? duration : null;
  const parts = typeof duration === 'string' ? parsed(duration) : null;
  if (parts === null || parts.years || parts.months) return null;
  const { weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = parts;
  const total = (weeks * 7 + days) * 86_400 + hours * 3600 + minutes * 60 + seconds;
  return Number.isFinite(total) ? total : null;
}

function parsed(text: string): DateTimeDuration | null {
  try {
    return parseDuration(text);
  } catch {
    return null;
  }
}
