import { describeDays, describePeriod } from '../../query/describe';
import {
  isDayInRange,
  lengthInDays,
  type Period,
  PRESETS,
  resolvePeriod,
  type WeekStart,
  YEARS,
} from '../../query/period';
import { words } from '../words';

/** The choices of the period's list: presets, usual numbers of days, any number, fixed dates. */
export const PERIOD_CHOICES = [...PRESETS, 'last-7', 'last-30', 'last-90', 'last-any', 'fixed'] as const;

export type PeriodChoice = (typeof PERIOD_CHOICES)[number];

/** The choice that a period is; `any` when somebody is about to type a number that happens to be a usual one. */
export function choiceOf(period: Period, any: boolean): PeriodChoice {
  if (period.kind === 'preset') return period.preset;
  if (period.kind === 'fixed') return 'fixed';
  if (period.kind !== 'last-days') return 'fixed';
  const usual = `last-${period.days}` as PeriodChoice;
  return !any && !period.today && PERIOD_CHOICES.includes(usual) ? usual : 'last-any';
}

/** The period of a choice; fixed dates begin with the days that the period before them means. */
export function periodOf(choice: PeriodChoice, before: Period, at: At): Period {
  if (choice === 'fixed') return { kind: 'fixed', ...(daysOf(before, at) ?? { from: '', to: '' }) };
  if (choice === 'last-any') {
    const days = before.kind === 'last-days' && before.days >= 1 ? before.days : 14;
    return { kind: 'last-days', days, today: before.kind === 'last-days' && before.today };
  }
  const usual = /^last-(\d+)$/.exec(choice);
  if (usual) return { kind: 'last-days', days: Number(usual[1]), today: false };
  return { kind: 'preset', preset: choice as (typeof PRESETS)[number] };
}

/** The most days of "last … days". */
const MOST_DAYS = 3660;

/** What keeps a period from being read, in a sentence; null when nothing does. */
export function periodFault(period: Period): string | null {
  if (period.kind === 'preset') return null;
  if (period.kind === 'last-days') {
    if (!Number.isInteger(period.days) || period.days < 1) return words.period.badDays;
    return period.days > MOST_DAYS ? words.period.tooLong(MOST_DAYS) : null;
  }
  if (period.kind !== 'fixed') return null;
  const { from, to } = period;
  if (![from, to].every((day) => /^\d{4}-\d\d-\d\d$/.test(day))) return words.period.badDay;
  if (!isDayInRange(from) || !isDayInRange(to)) return words.period.outOfRange(YEARS.first, YEARS.last);
  return to < from ? words.period.reversed : null;
}

/** A period in words, also while it is being typed. */
export function sayPeriod(period: Period): string {
  return periodFault(period) === null ? describePeriod(period) : words.period.none;
}

/** When and where a period is read. */
export interface At {
  now: number;
  zone: string;
  weekStart: WeekStart;
}

/** The days that a period means; null while it can't be read. */
export function daysOf(period: Period, { now, zone, weekStart }: At): { from: string; to: string } | null {
  if (periodFault(period) !== null) return null;
  try {
    return resolvePeriod(period, now, zone, weekStart);
  } catch {
    return null;
  }
}

/** The days that a period means, in a sentence; empty while it can't be read. */
export function describeMeaning(period: Period, at: At): string {
  const days = daysOf(period, at);
  if (days === null) return '';
  if (period.kind === 'fixed') return words.period.fixedMeans(lengthInDays(days), at.zone);
  return words.period.means(describeDays(days), at.zone);
}

/** The period in words and days, in a line. */
export function summaryOf(period: Period, at: At): string {
  const days = daysOf(period, at);
  return words.editor.periodSummary(sayPeriod(period), days ? describeDays(days) : '');
}

export function titleOfChoice(choice: PeriodChoice): string {
  if (choice === 'fixed') return words.period.fixed;
  if (choice === 'last-any') return words.period.lastAny;
  const usual = /^last-(\d+)$/.exec(choice);
  return usual
    ? words.period.lastDays(Number(usual[1]))
    : words.period.presets[choice as (typeof PRESETS)[number]];
}
