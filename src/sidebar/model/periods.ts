import { describeDays, describePeriod } from '../../query/describe';
import {
  isDayInRange,
  lengthInDays,
  type Period,
  resolvePeriod,
  type Unit,
  type WeekStart,
  YEARS,
} from '../../query/period';
import { periodOf as spoken } from '../../query/periodWords';
import { words } from '../words';
import { isReference } from './cells';
import type { Option } from './search';

/** What is chosen in the list of periods: one that needs nothing more, by its words, or a form to be filled in. */
export type PeriodChoice = string;

/** The forms: so many days, weeks …; from a day on; two days; a cell that says it. */
export const FORMS = ['any', 'since', 'fixed', 'cell'] as const;

const preset = (name: Extract<Period, { kind: 'preset' }>['preset']): Period => ({
  kind: 'preset',
  preset: name,
});
const lastDays = (days: number): Period => ({ kind: 'last-days', days, today: false });
const last = (count: number, unit: Unit): Period => ({ kind: 'last', count, unit, current: false });
const toDate = (unit: Unit, to: 'today' | 'yesterday' = 'today'): Period => ({ kind: 'to-date', unit, to });

/** The periods of the list that need nothing more, by what they are counted in. */
const DIRECT: [group: keyof typeof words.period.groups, periods: Period[]][] = [
  ['days', [preset('today'), preset('yesterday'), lastDays(7), lastDays(30), lastDays(90)]],
  [
    'weeks',
    [preset('this-week'), toDate('week'), toDate('week', 'yesterday'), preset('last-week'), last(4, 'week')],
  ],
  [
    'months',
    [
      preset('this-month'),
      toDate('month'),
      toDate('month', 'yesterday'),
      preset('last-month'),
      last(3, 'month'),
      last(6, 'month'),
      last(12, 'month'),
    ],
  ],
  [
    'quarters',
    [
      preset('this-quarter'),
      toDate('quarter'),
      toDate('quarter', 'yesterday'),
      preset('last-quarter'),
      last(4, 'quarter'),
    ],
  ],
  ['years', [preset('this-year'), toDate('year'), toDate('year', 'yesterday'), preset('last-year')]],
];

const ALL_TIME: Period = { kind: 'all-time' };

const BY_CHOICE = new Map(
  [...DIRECT.flatMap(([, periods]) => periods), ALL_TIME].map((period) => [describePeriod(period), period]),
);

/** Every choice of the list. */
export const PERIOD_CHOICES: PeriodChoice[] = [...BY_CHOICE.keys(), ...FORMS];

/** The list of periods, each with the days that it means. */
export function periodOptions(at: At): Option[] {
  const direct = DIRECT.flatMap(([group, periods]) =>
    periods.map((period) => optionOf(period, words.period.groups[group], at)),
  );
  const other = words.period.groups.other;
  return [
    ...direct,
    { value: 'any', label: words.period.forms.any, detail: words.period.formDetails.any, group: other },
    { value: 'since', label: words.period.forms.since, detail: words.period.formDetails.since, group: other },
    {
      value: describePeriod(ALL_TIME),
      label: sentenceCase(describePeriod(ALL_TIME)),
      detail: words.period.allTime,
      group: other,
    },
    { value: 'fixed', label: words.period.forms.fixed, detail: words.period.formDetails.fixed, group: other },
    { value: 'cell', label: words.period.forms.cell, detail: words.period.formDetails.cell, group: other },
  ];
}

/** The period that somebody types as people say it, `last 5 weeks`; null for what is in the list, and for anything else. */
export function typedOption(text: string, at: At): Option | null {
  const period = spoken(text);
  if (period === null || BY_CHOICE.has(describePeriod(period))) return null;
  const option = optionOf(period, words.period.groups.typed, at);
  return { ...option, value: `${TYPED}${text}` };
}

/** Begins the choice of what was typed. */
const TYPED = 'typed ';

function optionOf(period: Period, group: string, at: At): Option {
  const days = daysOf(period, at);
  const value = describePeriod(period);
  return { value, label: sentenceCase(value), detail: days ? describeDays(days) : '', group };
}

function sentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The choice that a period is; `any` when somebody is about to type a number that happens to be a usual one. */
export function choiceOf(period: Period, any = false): PeriodChoice {
  if (period.kind === 'fixed' || period.kind === 'since' || period.kind === 'cell') return period.kind;
  const said = describePeriod(period);
  return any || !BY_CHOICE.has(said) ? 'any' : said;
}

/** The period of a choice; forms begin with what the period before them means. */
export function periodOf(choice: PeriodChoice, before: Period, at: At): Period {
  const days = daysOf(before, at);
  switch (choice) {
    case 'fixed':
      return { kind: 'fixed', ...(days ?? { from: '', to: '' }) };
    case 'since':
      return { kind: 'since', from: days?.from ?? '', to: 'today' };
    case 'cell':
      return { kind: 'cell', cell: '' };
    case 'any':
      return lastPeriod(lastOf(before) ?? { count: 14, unit: 'day', current: false });
    default:
      return (
        (choice.startsWith(TYPED) ? spoken(choice.slice(TYPED.length)) : BY_CHOICE.get(choice)) ?? before
      );
  }
}

/** So many whole days, weeks, months …, with or without the one that it is now. */
export interface Last {
  count: number;
  unit: Unit | 'day';
  current: boolean;
}

/** A period of the form "last so many"; null for others. */
export function lastOf(period: Period): Last | null {
  if (period.kind === 'last-days') return { count: period.days, unit: 'day', current: period.today };
  return period.kind === 'last' ? { count: period.count, unit: period.unit, current: period.current } : null;
}

export function lastPeriod({ count, unit, current }: Last): Period {
  return unit === 'day'
    ? { kind: 'last-days', days: count, today: current }
    : { kind: 'last', count, unit, current };
}

/** The most days, weeks … of "last so many". */
const MOST_DAYS = 3660;
const MOST = 520;

/** What keeps a period from being read, in a sentence; null when nothing does. */
export function periodFault(period: Period): string | null {
  const counted = lastOf(period);
  if (counted) {
    if (!Number.isInteger(counted.count) || counted.count < 1) return words.period.badCount;
    const most = counted.unit === 'day' ? MOST_DAYS : MOST;
    return counted.count > most ? words.period.tooLong(most) : null;
  }
  if (period.kind === 'cell') return isReference(period.cell) ? null : words.cells.bad;
  if (period.kind === 'since') return dayFault(period.from);
  return period.kind === 'fixed' ? daysFault(period) : null;
}

/** What is wrong with two days, each of which may be a cell; null when nothing is. */
export function daysFault({ from, to }: { from: string; to: string }): string | null {
  if (from === '' || to === '') return words.period.badDay;
  const wrong = dayFault(from) ?? dayFault(to);
  if (wrong || from.startsWith('=') || to.startsWith('=')) return wrong;
  return to < from ? words.period.reversed : null;
}

function dayFault(day: string): string | null {
  if (day.startsWith('=')) return isReference(day) ? null : words.cells.bad;
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return words.period.badDay;
  return isDayInRange(day) ? null : words.period.outOfRange(YEARS.first, YEARS.last);
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

/** The days that a period means; null while it can't be read, and where a cell says them. */
export function daysOf(period: Period, { now, zone, weekStart }: At): { from: string; to: string } | null {
  if (periodFault(period) !== null || cellsOf(period).length > 0) return null;
  try {
    return resolvePeriod(period, now, zone, weekStart);
  } catch {
    return null;
  }
}

/** The cells that a period is read from. */
function cellsOf(period: Period): string[] {
  const days =
    period.kind === 'cell'
      ? [period.cell]
      : period.kind === 'fixed'
        ? [period.from, period.to]
        : period.kind === 'since'
          ? [period.from]
          : [];
  return days.filter((day) => day.startsWith('='));
}

/** The days that a period means, in a sentence; empty while it can't be read. */
export function describeMeaning(period: Period, at: At): string {
  if (periodFault(period) !== null) return '';
  const cells = cellsOf(period);
  if (cells.length > 0)
    return words.period.cellMeans(
      cells.map((cell) => cell.slice(1)),
      at.zone,
    );
  const days = daysOf(period, at);
  if (days === null) return '';
  if (period.kind === 'fixed') return words.period.fixedMeans(lengthInDays(days), at.zone);
  if (period.kind === 'all-time') return words.period.allTime;
  return words.period.means(describeDays(days), at.zone);
}

/** The days that a period means and their zone, in a line; empty while it can't be read. */
export function describeDates(period: Period, at: At): string {
  const days = daysOf(period, at);
  if (period.kind === 'all-time' || days === null) return '';
  return describeDays(days);
}

/** The period in words and days, in a line. */
export function summaryOf(period: Period, at: At): string {
  return words.editor.periodSummary(sayPeriod(period), describeDates(period, at));
}
