import { isDayInRange, type Period, PRESETS, UNITS, type Unit, YEARS } from '../src/query/period';
import { BadArguments } from './parse';

/** The forms of `--preset` beside the names of `PRESETS`. */
export const PRESET_FORMS = [
  'last-N-days',
  'last-N-days-to-today',
  'last-N-weeks, -months, -quarters or -years',
  'the same with -with-this-one',
  'this-week, -month, -quarter or -year with -to-date or -to-yesterday',
  'since-DAY',
  'since-DAY-to-yesterday',
  'all-time',
] as const;

const UNIT = `(${UNITS.join('|')})`;
const LAST_DAYS = /^last-([1-9]\d{0,3})-days?(-to-today)?$/;
const LAST = new RegExp(`^last-([1-9]\\d{0,2})-${UNIT}s?(-with-this-one)?$`);
const TO_DATE = new RegExp(`^(?:this-)?${UNIT}-to-(date|today|yesterday)$`);
const SINCE = /^since-(\d{4}-\d\d-\d\d)(?:-to-(today|yesterday))?$/;

/** The period that `--preset` names. Throws `BadArguments` with those there are. */
export function presetOf(name: string): Period {
  const known = PRESETS.find((candidate) => candidate === name);
  if (known) return { kind: 'preset', preset: known };
  if (name === 'all-time') return { kind: 'all-time' };
  const days = LAST_DAYS.exec(name);
  if (days) return { kind: 'last-days', days: Number(days[1]), today: days[2] !== undefined };
  const last = LAST.exec(name);
  if (last) {
    return { kind: 'last', count: Number(last[1]), unit: last[2] as Unit, current: last[3] !== undefined };
  }
  const toDate = TO_DATE.exec(name);
  if (toDate) return { kind: 'to-date', unit: toDate[1] as Unit, to: endOf(toDate[2]) };
  const since = SINCE.exec(name);
  if (since) {
    assertDay('--preset', since[1]);
    return { kind: 'since', from: since[1], to: endOf(since[2]) };
  }
  throw new BadArguments(`--preset: one of ${[...PRESETS, ...PRESET_FORMS].join(', ')}`);
}

function endOf(word: string | undefined): 'today' | 'yesterday' {
  return word === 'yesterday' ? 'yesterday' : 'today';
}

/** Throws `BadArguments` unless a text is a day that a period may have, or a cell that holds one. */
export function assertDay(option: string, text: string): void {
  if (isDayInRange(text) || text.startsWith('=')) return;
  throw new BadArguments(
    `${option} ${text}: no such day; days look like 2026-08-31, from ${YEARS.first} to ${YEARS.last}`,
  );
}
