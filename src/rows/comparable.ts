import { serialOfWallTime } from '../datasets/wallTime';
import { isDay } from '../query/period';
import type { Leaf, ValueType } from '../reports/report';
import { NUL } from './text';

/** How a leaf stands to what it is compared with: before it (negative), the same (0), after it (positive). */
export type Against = (leaf: Leaf) => number;

/** What a comparison needs to know of a field. */
interface Kind {
  type: ValueType;
  time?: string;
}

/** A text as it is compared: without its case, surrounding blanks, and the one character that no cell shows. */
export function plain(text: string): string {
  return (text.includes(NUL) ? text.split(NUL).join('') : text).trim().toLowerCase();
}

/**
 * What compares leaves of a field with a value that a person gave, in the unit that the table shows: decimal hours or `h:mm`,
 * major units, fractions or `80%`, days. Null for a value that is none of the field's type.
 */
export function against(kind: Kind, value: string | number | boolean): Against | null {
  const { type } = kind;
  if (type === 'text') return typeof value === 'boolean' ? null : textual(String(value));
  if (type === 'boolean') return truth(value);
  if (type === 'date' || type === 'month' || type === 'date-time') {
    return typeof value === 'string' ? dated(kind, value.trim()) : null;
  }
  const wanted = typeof value === 'boolean' ? null : inUnits(type, value);
  return wanted === null ? null : (leaf) => nearly(Number(leaf), wanted);
}

function textual(value: string): Against {
  const wanted = plain(value);
  return (leaf) => {
    const text = plain(String(leaf));
    return text < wanted ? -1 : text > wanted ? 1 : 0;
  };
}

const TRUTHS: Record<string, boolean> = { true: true, yes: true, false: false, no: false };

function truth(value: string | number | boolean): Against | null {
  const wanted = typeof value === 'string' ? TRUTHS[plain(value)] : value;
  return typeof wanted === 'boolean' ? (leaf) => Number(leaf) - Number(wanted) : null;
}

/** A week and a month are the same as any of their days. A moment is compared with a day as the day it is on. */
function dated({ type, time }: Kind, value: string): Against | null {
  if (type === 'month') {
    const first = /^\d{4}-\d{2}$/.test(value) ? `${value}-01` : isDay(value) ? `${value.slice(0, 7)}-01` : '';
    return isDay(first) ? within(serialOf(first), 1) : null;
  }
  const moment = type === 'date-time' && /^(.{10})[ T](\d{1,2}:\d{2}(:\d{2})?)$/.exec(value);
  if (moment && isDay(moment[1])) {
    const serial = serialOfWallTime(`${moment[1]}T${moment[2].padStart(5, '0').padEnd(8, ':00')}`);
    return Number.isNaN(serial) ? null : (leaf) => nearly(Number(leaf), serial);
  }
  if (!isDay(value)) return null;
  return within(serialOf(value), time === 'week' ? 7 : 1);
}

/** Compares the first day of so many with a day; the fraction of a moment counts for nothing. */
function within(day: number, length: number): Against {
  return (leaf) => {
    const first = Math.floor(Number(leaf));
    return first > day ? 1 : first + length <= day ? -1 : 0;
  };
}

function serialOf(day: string): number {
  return serialOfWallTime(`${day}T00:00:00`);
}

/** A value in the unit of the leaf; null for what is no number. */
function inUnits(type: ValueType, value: string | number): number | null {
  const number = typeof value === 'number' ? value : numberIn(type, value.trim());
  if (number === null) return null;
  if (type === 'duration' || type === 'hours') return number * 3600;
  return type === 'money' ? number * 100 : number;
}

function numberIn(type: ValueType, text: string): number | null {
  const clock = /^(-?)(\d{1,6}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (clock && (type === 'duration' || type === 'hours')) {
    const [, sign, hours, minutes, seconds = '0'] = clock;
    return (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600);
  }
  const percent = type === 'percent' && text.endsWith('%');
  const digits = percent ? text.slice(0, -1).trim() : text;
  if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(digits)) return null;
  return percent ? Number(digits) / 100 : Number(digits);
}

/** Numbers that differ by less than what a fraction loses on its way through binary are the same. */
function nearly(a: number, b: number): number {
  return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b)) ? 0 : a - b;
}
