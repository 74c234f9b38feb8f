import { fromAbsolute } from '@internationalized/date';

const DAY = 86_400_000;
const QUARTER_HOUR = 900_000;
/** Sheets counts days from 1899-12-30; JavaScript milliseconds from 1970-01-01. */
const SHEETS_EPOCH = 25_569;
/** What a cell shows as a date. */
const FIRST = -SHEETS_EPOCH * DAY;
const LAST = Date.UTC(9999, 11, 30);

/** Reads Clockify's spellings of a moment into serial numbers of one zone. */
export interface WallClock {
  /**
   * The serial number (days since 1899-12-30, with the time as a fraction) that a wall clock in the zone shows at the
   * moment that `text` names. `text` is ISO 8601 with `Z` or an offset; NaN when it isn't, or names none of the years that a
   * cell can show.
   */
  serial(text: string): number;
}

/**
 * A wall clock for an IANA zone. Offsets are asked once for each quarter of an hour that has data (zones change
 * their offset on such borders only), which keeps a hundred thousand rows cheap.
 */
export function wallClock(zone: string): WallClock {
  const offsets = new Map<number, number>();
  const cachedOffset = (instant: number): number => {
    const known = offsets.get(instant);
    if (known !== undefined) return known;
    const { offset } = fromAbsolute(instant, zone);
    offsets.set(instant, offset);
    return offset;
  };
  /** A day whose two ends have one offset has it throughout; only on the others are quarters of an hour asked. */
  const offsetAt = (instant: number): number => {
    const day = Math.floor(instant / DAY) * DAY;
    const offset = cachedOffset(day);
    if (offset === cachedOffset(day + DAY)) return offset;
    return cachedOffset(Math.floor(instant / QUARTER_HOUR) * QUARTER_HOUR);
  };

  return {
    serial(text) {
      const instant = instantOf(text);
      if (!(instant >= FIRST && instant <= LAST)) return Number.NaN;
      return (instant + offsetAt(instant)) / DAY + SHEETS_EPOCH;
    },
  };
}

/**
 * The serial number of a wall time without a zone (`2026-05-06T10:00:00`), as Clockify's `zonedStart` spells it; NaN when
 * it isn't one.
 */
export function serialOfWallTime(text: string): number {
  const instant = Date.parse(`${text.slice(0, 19)}Z`);
  return instant >= FIRST && instant <= LAST ? instant / DAY + SHEETS_EPOCH : Number.NaN;
}

/** Milliseconds since 1970 of an ISO 8601 text with a zone; a text without one is taken as UTC. NaN when unreadable. */
function instantOf(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  return Date.parse(last === Z || hasOffset(text) ? text : `${text}Z`);
}

const Z = 'Z'.charCodeAt(0);

/** Whether a text ends as `+02:00` or `+0200` do: looked at by hand, since it is done for each end of each entry. */
function hasOffset(text: string): boolean {
  const sign = text.charAt(text.length - 6);
  const short = text.charAt(text.length - 5);
  return (
    sign === '+' || (sign === '-' && text.length > 16) || short === '+' || (short === '-' && text.length > 16)
  );
}

/** A serial number in whole seconds: what a sum of fractions must not show is 9:59:59 for 10:00:00. */
export function toTheSecond(serial: number): number {
  return Math.round(serial * 86_400) / 86_400;
}
