import type { Days, Period } from './period';
import { sayReference } from './reference';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Days as people write them, without what repeats: `1–31 Aug 2026`, `28 Aug – 3 Sep 2026`. */
export function describeDays({ from, to }: Days): string {
  const [fromYear, fromMonth, fromDay] = from.split('-').map(Number);
  const [toYear, toMonth, toDay] = to.split('-').map(Number);
  const end = `${toDay} ${MONTHS[toMonth - 1]} ${toYear}`;
  if (from === to) return end;
  if (fromYear !== toYear) return `${fromDay} ${MONTHS[fromMonth - 1]} ${fromYear} – ${end}`;
  if (fromMonth !== toMonth) return `${fromDay} ${MONTHS[fromMonth - 1]} – ${end}`;
  return `${fromDay}–${end}`;
}

/** A period in words, as in a sentence: `last month`, `last 7 days`, `1–31 Aug 2026`. */
export function describePeriod(period: Period): string {
  switch (period.kind) {
    case 'fixed':
      return isCell(period.from) || isCell(period.to)
        ? `${dayOrCellInWords(period.from)} to ${dayOrCellInWords(period.to)}`
        : describeDays(period);
    case 'preset':
      return period.preset.replace('-', ' ');
    case 'last-days': {
      const days = period.days === 1 ? 'last day' : `last ${period.days} days`;
      return period.today ? `${days} to today` : days;
    }
    case 'last': {
      const units = period.count === 1 ? `last ${period.unit}` : `last ${period.count} ${period.unit}s`;
      return period.current ? `${units} with this one` : units;
    }
    case 'to-date':
      return `this ${period.unit} to ${period.to === 'today' ? 'date' : 'yesterday'}`;
    case 'since':
      return `${dayOrCellInWords(period.from)} to ${period.to}`;
    case 'all-time':
      return 'all time';
    case 'cell':
      return `the period in ${sayReference(period.cell)}`;
  }
}

function isCell(day: string): boolean {
  return day.startsWith('=');
}

function dayOrCellInWords(day: string): string {
  return isCell(day) ? `the day in ${sayReference(day)}` : describeDays({ from: day, to: day });
}

/** Seconds as hours and minutes, `37:30`; seconds only where they count, `0:00:12`. */
export function describeSeconds(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const two = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return `${seconds < 0 ? '-' : ''}${hours}:${two(minutes)}${rest === 0 ? '' : `:${two(rest)}`}`;
}

/** A whole number with commas between thousands: `2,311`. */
export function describeCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
