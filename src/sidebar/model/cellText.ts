import { words } from '../words';

const DAY = 86_400;

/** A value of a table as a cell with this number format shows it; empty for what is none. */
export function cellText(value: string | number | boolean, type: string): string {
  if (typeof value === 'boolean') return value ? words.preview.yes : words.preview.no;
  if (typeof value === 'string') return value;
  switch (type) {
    case 'date':
      return dayText(value);
    case 'month':
      return dayText(value).slice(0, 7);
    case 'date-time':
      return `${dayText(value)} ${timeText((Math.round(value * DAY) % DAY) / DAY, true)}`;
    case 'duration':
      return timeText(value, false);
    case 'hours':
      return value.toFixed(2);
    case 'money':
      return withCommas(value.toFixed(2));
    case 'percent':
      return `${(value * 100).toFixed(1)}%`;
    default:
      return String(Number(value.toPrecision(12)));
  }
}

/** Whether values of a type stand at the right, as numbers do. */
export function isNumeric(type: string): boolean {
  return ['duration', 'hours', 'money', 'number', 'percent'].includes(type);
}

/** The day of a serial number, which counts from 30 December 1899: `2026-08-31`. */
function dayText(serial: number): string {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial + 1e-9) * DAY * 1000);
  return day.toISOString().slice(0, 10);
}

/** A part of a day, or many days, in hours, minutes and seconds. */
function timeText(days: number, clock: boolean): string {
  const seconds = Math.round(Math.abs(days) * DAY);
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${days < 0 ? '-' : ''}${clock ? two(hours) : hours}:${rest}`;
}

function withCommas(text: string): string {
  return text.replace(/\B(?=(\d{3})+\.)/g, ',');
}
