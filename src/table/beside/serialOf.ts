import { fromAbsolute } from '@internationalized/date';

const A_DAY = 86_400_000;
/** Sheets counts days from 1899-12-30; JavaScript milliseconds from 1970-01-01. */
const EPOCH = 25_569;
/** By then every zone had a standard time: 1940-01-01, in milliseconds. */
const STANDARD_TIMES = -946_771_200_000;

/** Tells which serial number a date stands for that was read from a cell. */
export type SerialOf = (date: Date) => number;

/**
 * All readings that there are of a zone. Durations are dates of about 1900; where clocks then went by the sun, nobody can say
 * by which offset Sheets makes a date of them.
 */
export function readingsOf(zone: string): SerialOf[] {
  const { offset } = fromAbsolute(-EPOCH * A_DAY, zone);
  const early = [offset, Math.trunc(offset / 60_000) * 60_000, fromAbsolute(0, zone).offset];
  return [...new Set(early)].map((before) => (date) => {
    const instant = date.getTime();
    const ahead = instant < STANDARD_TIMES ? before : fromAbsolute(instant, zone).offset;
    return (instant + ahead) / A_DAY + EPOCH;
  });
}
