import { fromAbsolute } from '@internationalized/date';
import type { Cell } from '../rows/cell';
import type { Content } from './grid';
import { lineEnds, plainOf, toMillisecond } from './print';

const A_DAY = 86_400_000;
/** Sheets counts days from 1899-12-30; JavaScript milliseconds from 1970-01-01. */
const EPOCH = 25_569;
const DAY_ZERO = -EPOCH * A_DAY;
const A_QUARTER = 900_000;
/** By then every zone had a standard time: 1940-01-01, in milliseconds. */
const STANDARD_TIMES = -946_771_200_000;

/** Which serial numbers the dates stand for that are read from the cells of a spreadsheet. */
export class Serials {
  private readonly offsets = new Map<number, number>();

  /** `early` is how far the clock is taken to be ahead of UTC before there were standard times; null where zones tell. */
  constructor(
    private readonly zone: string,
    private readonly early: number | null = null,
  ) {}

  /**
   * All readings that there are of a zone. Durations are dates of about 1900; where clocks then went by the sun, nobody can say
   * by which of these offsets Sheets makes a date of them.
   */
  static readingsOf(zone: string): Serials[] {
    const { offset } = fromAbsolute(DAY_ZERO, zone);
    if (offset % A_QUARTER === 0) return [new Serials(zone)];
    const minute = Math.trunc(offset / 60_000) * 60_000;
    const standard = fromAbsolute(0, zone).offset;
    return [offset, minute, standard].map((early) => new Serials(zone, early));
  }

  isEarly(content: Content): boolean {
    return isDate(content) && content.getTime() < STANDARD_TIMES;
  }

  /** Days since 1899-12-30, with the time as a fraction. */
  of(date: Date): number {
    const instant = date.getTime();
    return (instant + this.offsetAt(instant)) / A_DAY + EPOCH;
  }

  /** What a cell holds as it would be handed to `setValues`. */
  cellOf(content: Content): Cell {
    if (isDate(content)) return this.of(content);
    return typeof content === 'string' && content !== '' ? `'${content}` : content;
  }

  /**
   * Whether a cell holds what would be written into it. A date is as precise as a millisecond; a time that a clock skips in
   * spring is read as the one that it shows instead.
   */
  holds(content: Content, cell: Cell): boolean {
    if (typeof cell === 'string') return typeof content === 'string' && lineEnds(content) === plainOf(cell);
    if (typeof cell === 'boolean') return content === cell;
    if (typeof content === 'number') return content === cell;
    if (!isDate(content)) return false;
    const serial = this.of(content);
    if (toMillisecond(serial) === toMillisecond(cell)) return true;
    const skipped = this.skippedAt(content.getTime());
    return skipped > 0 && toMillisecond(serial - skipped / A_DAY) === toMillisecond(cell);
  }

  /** By how much a clock was put forward within so much time before an instant; 0 where it was not. */
  private skippedAt(instant: number): number {
    const day = Math.floor(instant / A_DAY) * A_DAY;
    const most = Math.abs(this.asked(day + A_DAY) - this.asked(day - A_DAY));
    if (most === 0) return 0;
    const forward = this.offsetAt(instant) - this.asked(instant - most);
    return forward > 0 && forward <= most ? forward : 0;
  }

  /** A day whose two ends have one offset has it throughout; only on the others is the instant asked. */
  private offsetAt(instant: number): number {
    if (this.early !== null && instant < STANDARD_TIMES) return this.early;
    const day = Math.floor(instant / A_DAY) * A_DAY;
    const offset = this.asked(day);
    return offset === this.asked(day + A_DAY)
      ? offset
      : this.asked(Math.floor(instant / A_QUARTER) * A_QUARTER);
  }

  private asked(instant: number): number {
    const known = this.offsets.get(instant);
    if (known !== undefined) return known;
    const { offset } = fromAbsolute(instant, this.zone);
    this.offsets.set(instant, offset);
    return offset;
  }
}

/** A date of Sheets may be made outside of the script, where `instanceof` says nothing. */
export function isDate(content: Content): content is Date {
  return typeof content === 'object' && content !== null;
}
