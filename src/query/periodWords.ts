import { parseDate } from '@internationalized/date';
import { isDay, isDayInRange, type Period, PRESETS, type Preset, UNITS, type Unit, YEARS } from './period';

/**
 * The period that a text says as people say periods: a preset (`last month`, `this-quarter`), `last 30 days`, `last 12 months`,
 * `month to date`, `since 2026-01-01`, `all time`, a day `2026-08-01`, two of them with `to` between, a week `2026-W32`, a month
 * `2026-08`, a quarter `2026-Q3`, a year `2026`. Null for anything else.
 */
export function periodOf(text: string): Period | null {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const spaced = words.replace(/[-_ ]+/g, ' ');
  return calendar(words) ?? preset(spaced) ?? counted(spaced) ?? toDate(spaced) ?? between(words);
}

function preset(words: string): Period | null {
  if (words === 'all time') return { kind: 'all-time' };
  const known = words.replace(' ', '-') as Preset;
  return PRESETS.includes(known) ? { kind: 'preset', preset: known } : null;
}

function counted(words: string): Period | null {
  const match = /^last (?:(\d{1,4}) )?(day|week|month|quarter|year)s?( to today| with this one)?$/.exec(
    words,
  );
  if (!match) return null;
  const [number, unit, ending] = [Number(match[1] ?? 1), match[2], match[3]];
  if (number < 1) return null;
  if (unit === 'day')
    return number > 3660 || ending === ' with this one'
      ? null
      : { kind: 'last-days', days: number, today: ending !== undefined };
  if (number > 520 || ending === ' to today') return null;
  return { kind: 'last', count: number, unit: unit as Unit, current: ending !== undefined };
}

function toDate(words: string): Period | null {
  const match = /^(?:this )?(week|month|quarter|year) to (date|yesterday)$/.exec(words);
  if (!match || !UNITS.includes(match[1] as Unit)) return null;
  return { kind: 'to-date', unit: match[1] as Unit, to: match[2] === 'date' ? 'today' : 'yesterday' };
}

function between(words: string): Period | null {
  const match = /^(?:since )?(\d{4}-\d\d-\d\d)(?: to | ?\.\. ?)?(.*)$/.exec(words);
  if (!match || !isDayInRange(match[1])) return null;
  const [, from, to] = match;
  if (words.startsWith('since ')) return to === '' ? { kind: 'since', from, to: 'today' } : null;
  if (to === '') return { kind: 'fixed', from, to: from };
  if (to === 'today' || to === 'yesterday') return { kind: 'since', from, to };
  return isDayInRange(to) ? { kind: 'fixed', from, to } : null;
}

/** A year or a part of it, as days. */
function calendar(words: string): Period | null {
  const match = /^(\d{4})(?:-(?:(\d\d)|q([1-4])|w(\d\d)))?$/.exec(words);
  if (!match) return null;
  const [, year, month, quarter, week] = match;
  if (Number(year) < YEARS.first || Number(year) > YEARS.last) return null;
  if (week) return weekOf(year, Number(week));
  if (month) return monthsFrom(year, Number(month), 1);
  return quarter ? monthsFrom(year, Number(quarter) * 3 - 2, 3) : monthsFrom(year, 1, 12);
}

function monthsFrom(year: string, month: number, count: number): Period | null {
  const from = `${year}-${String(month).padStart(2, '0')}-01`;
  if (!isDay(from)) return null;
  return { kind: 'fixed', from, to: parseDate(from).add({ months: count }).subtract({ days: 1 }).toString() };
}

/** Week 1 of ISO 8601 is the one that holds 4 January; weeks begin on Monday. */
function weekOf(year: string, week: number): Period | null {
  const fourth = parseDate(`${year}-01-04`);
  const monday = fourth
    .subtract({ days: (fourth.toDate('UTC').getUTCDay() + 6) % 7 })
    .add({ weeks: week - 1 });
  const thursday = monday.add({ days: 3 });
  if (week < 1 || thursday.year !== Number(year)) return null;
  return { kind: 'fixed', from: monday.toString(), to: monday.add({ days: 6 }).toString() };
}
