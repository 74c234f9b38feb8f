import { fromAbsolute } from '@internationalized/date';
import type { Cell } from '../rows/cell';
import { writeText } from '../rows/text';
import type { Content } from './grid';

const DAY = 86_400_000;
const QUARTER_HOUR = 900_000;
const SECONDS_A_DAY = 86_400;
/** Sheets counts days from 1899-12-30, JavaScript milliseconds from 1970-01-01. */
const SHEETS_EPOCH = 25_569;

/** Reads what cells hold as it would be written. */
export interface ReadBack {
  /**
   * A content as a cell of a column that holds values of a type (`date`, `duration` …). Dates become serial numbers: whole days
   * where the type has no time, else whole seconds, since Sheets gives them as moments of the spreadsheet's zone.
   */
  cell(content: Content, type: string): Cell;
  /** The serial number of the wall clock of the spreadsheet's zone at a moment. */
  serial(date: Date): number;
}

/** Reads contents of a spreadsheet of a zone. */
export function readBack(zone: string): ReadBack {
  const offsets = new Map<number, number>();
  /** A column of days has many rows of one. */
  const serials = new Map<number, number>();
  const offsetAt = (instant: number): number => {
    const quarter = Math.floor(instant / QUARTER_HOUR);
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const { offset } = fromAbsolute(instant, zone);
    offsets.set(quarter, offset);
    return offset;
  };
  const serial = (date: Date) => {
    const instant = date.getTime();
    const known = serials.get(instant);
    if (known !== undefined) return known;
    const found = toTheSecond((instant + offsetAt(instant)) / DAY + SHEETS_EPOCH);
    serials.set(instant, found);
    return found;
  };
  return {
    serial,
    cell(content, type) {
      if (content instanceof Date) {
        const number = serial(content);
        return type === 'date' || type === 'month' ? Math.round(number) : number;
      }
      return typeof content === 'string' ? writeText(content) : content;
    },
  };
}

function toTheSecond(serial: number): number {
  return Math.round(serial * SECONDS_A_DAY) / SECONDS_A_DAY;
}

/** Whether two cells show the same: numbers may differ by what is lost on the way into a sheet and back. */
export function sameCell(one: Cell, other: Cell): boolean {
  if (one === other) return true;
  if (typeof one !== 'number' || typeof other !== 'number') return false;
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}

/** Whether two rows show the same. */
export function sameRow(one: Cell[], other: Cell[]): boolean {
  return one.length === other.length && one.every((cell, index) => sameCell(cell, other[index]));
}
