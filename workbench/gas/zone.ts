const dayMs = 86_400_000;
/** 1899-12-30, day 0 of a serial number, as epoch milliseconds. */
const epoch = Date.UTC(1899, 11, 30);

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds that the zone's wall clock is ahead of UTC at an instant. */
export function offsetAt(instant: number, zone: string): number {
  if (zone === 'Etc/UTC' || zone === 'UTC') return 0;
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const wall = Date.UTC(
    Number(part.year),
    Number(part.month) - 1,
    Number(part.day),
    Number(part.hour),
    Number(part.minute),
    Number(part.second),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

/** The serial number that a spreadsheet in this zone shows for an instant. */
export function serialOf(instant: number, zone: string): number {
  return (instant + offsetAt(instant, zone) - epoch) / dayMs;
}

/** The instant (epoch milliseconds) of a serial number; of a wall time that comes twice, the first. */
export function instantOf(serial: number, zone: string): number {
  const wall = Math.round(serial * dayMs) + epoch;
  const guess = wall - offsetAt(wall, zone);
  const better = wall - offsetAt(guess, zone);
  const earlier = wall - offsetAt(better - 3 * 3_600_000, zone);
  return earlier + offsetAt(earlier, zone) === wall ? earlier : better;
}

/** The year of a serial number. */
export function yearOf(serial: number): number {
  return new Date(Math.floor(serial) * dayMs + epoch).getUTCFullYear();
}

/** The same day and month in another year. */
export function inYear(serial: number, year: number): number {
  const date = new Date(Math.floor(serial) * dayMs + epoch);
  date.setUTCFullYear(year);
  return (date.getTime() - epoch) / dayMs + (serial - Math.floor(serial));
}
