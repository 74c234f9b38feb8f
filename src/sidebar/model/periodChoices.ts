import { describeDays, describePeriod } from '../../query/describe';
import type { Period, Unit } from '../../query/period';
import { periodOf as spoken } from '../../query/periodWords';
import { words } from '../words';
import { type At, daysOf, lastOf, lastPeriod } from './periods';
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
