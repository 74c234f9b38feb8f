import type { Trigger } from './trigger';

/** What Google hands to the function of a clock trigger: the moment in UTC, in parts, and which trigger it was. */
export function clockEvent({ id }: Trigger, moment: number): Readonly<Record<string, unknown>> {
  const date = new Date(moment);
  const weekday = date.getUTCDay() || 7;
  return {
    authMode: 'FULL',
    'day-of-month': date.getUTCDate(),
    'day-of-week': weekday,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    month: date.getUTCMonth() + 1,
    second: date.getUTCSeconds(),
    timezone: 'UTC',
    triggerUid: id,
    'week-of-year': weekOf(date, weekday),
    year: date.getUTCFullYear(),
  };
}

/** The number of the week by ISO 8601: it belongs to the year that its Thursday is in. */
function weekOf(date: Date, weekday: number): number {
  const thursday = new Date(date.getTime() + (4 - weekday) * 86_400_000);
  const yearsFirst = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - yearsFirst) / 604_800_000) + 1;
}
