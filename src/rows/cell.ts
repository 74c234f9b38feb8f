import type { Leaf, ValueType } from '../reports/report';
import { writeText } from './text';

/** What is handed to `setValues`; an empty text is an empty cell. */
export type Cell = string | number | boolean;

/** The number format of each type of value. `General` leaves the showing to Sheets. */
export const FORMATS: Record<ValueType, string> = {
  text: 'General',
  date: 'yyyy-mm-dd',
  month: 'yyyy-mm',
  'date-time': 'yyyy-mm-dd hh:mm:ss',
  duration: '[h]:mm:ss',
  hours: '0.00',
  money: '#,##0.00',
  number: '0',
  percent: '0.0%',
  boolean: 'General',
};

/**
 * Money in major units. The one place where minor units are divided: Clockify counts every currency in hundredths, those
 * without a smaller coin too, as far as anything is known.
 */
export function majorUnits(minor: number): number {
  return minor / 100;
}

/** Sheets shows dates up to the year 9999, and durations of as many days. */
const MOST_DAYS = 2_958_466;

/** Whether a value is more than a cell of its type can show. */
export function isBeyond(type: ValueType, leaf: number): boolean {
  switch (type) {
    case 'duration':
      return Math.abs(leaf) >= MOST_DAYS * SECONDS_A_DAY;
    case 'date':
    case 'month':
    case 'date-time':
      return leaf < 0 || leaf >= MOST_DAYS;
    default:
      return false;
  }
}

const SECONDS_A_DAY = 86_400;
const SECONDS_AN_HOUR = 3600;

/** A value as a cell of its type. Nothing gives an empty cell; 0 and false are values. */
export function toCell(type: ValueType, leaf: Leaf): Cell {
  if (leaf === null) return '';
  if (typeof leaf === 'string') return writeText(leaf);
  if (typeof leaf === 'boolean') return leaf;
  switch (type) {
    case 'duration':
      return leaf / SECONDS_A_DAY;
    case 'hours':
      return leaf / SECONDS_AN_HOUR;
    case 'money':
      return majorUnits(leaf);
    default:
      return leaf;
  }
}
