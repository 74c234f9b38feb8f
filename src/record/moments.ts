/** A moment as notes, status cells and lists say it, on a clock of a zone: `9 Sep 10:00`, with the year where `now` has another. */
export function momentIn(zone: string, at: number, now: number): string {
  const then = partsIn(zone, at);
  const year = then.year === partsIn(zone, now).year ? '' : ` ${then.year}`;
  return `${Number(then.day)} ${then.month}${year} ${then.hour}:${then.minute}`;
}

/** The same for what is to come: the time of day alone where that is the same day as `now`. */
export function comingIn(zone: string, at: number, now: number): string {
  const [then, today] = [partsIn(zone, at), partsIn(zone, now)];
  const same = then.day === today.day && then.month === today.month && then.year === today.year;
  return same ? `${then.hour}:${then.minute}` : momentIn(zone, at, now);
}

/** A text that two moments share if they are of the same day on a clock of a zone. */
export function momentsDay(zone: string, at: number): string {
  const { year, month, day } = partsIn(zone, at);
  return `${year} ${month} ${day}`;
}

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute';

function partsIn(zone: string, at: number): Record<Part, string> {
  const parts = formatOf(zone).formatToParts(at);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value])) as Record<Part, string>;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const shape = {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, ...shape });
  } catch {
    // A zone that nobody knows came out of a sheet that anybody may edit.
    return new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...shape });
  }
}
