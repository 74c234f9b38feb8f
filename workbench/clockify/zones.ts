const day = 86_400_000;

/** As Clockify names them, in the order of `getUTCDay`. */
export const weekDays = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

interface Span {
  /** First moment (epoch ms) at which the offset holds. */
  from: number;
  /** Milliseconds east of UTC. */
  offset: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const years = new Map<string, Span[]>();

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

function measure(zone: string, instant: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatFor(zone).formatToParts(instant)) parts[type] = Number(value);
  const wall = Date.UTC(parts.year!, parts.month! - 1, parts.day, parts.hour, parts.minute, parts.second);
  return wall - Math.floor(instant / 1000) * 1000;
}

/** The first moment after `low`, to the second, with another offset than `low` has; one change lies in (low, high]. */
function change(zone: string, low: number, high: number, offset: number): number {
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (measure(zone, middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

/** The spans of a UTC year, found by looking every five days: no zone changes twice in less. */
function spansOf(zone: string, year: number): Span[] {
  const key = `${zone} ${year}`;
  let spans = years.get(key);
  if (!spans) {
    const start = Date.UTC(year, 0, 1);
    const end = Date.UTC(year + 1, 0, 1);
    spans = [{ from: start, offset: measure(zone, start) }];
    for (let low = start; low < end; low += 5 * day) {
      const high = Math.min(low + 5 * day, end);
      const before = spans[spans.length - 1]!.offset;
      const after = measure(zone, high);
      if (after !== before) spans.push({ from: change(zone, low, high, before), offset: after });
    }
    years.set(key, spans);
  }
  return spans;
}

/** Whether this machine's time-zone data knows the IANA name. */
export function isZone(zone: string): boolean {
  try {
    formatFor(zone);
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds that `zone` is east of UTC at an instant (epoch ms). Throws a RangeError for an unknown zone. */
export function offsetAt(zone: string, instant: number): number {
  const spans = spansOf(zone, new Date(instant).getUTCFullYear());
  let at = spans.length - 1;
  while (at > 0 && spans[at]!.from > instant) at -= 1;
  return spans[at]!.offset;
}

/**
 * The instant (epoch ms) at which clocks in `zone` show `wall`, a wall time written as if it were UTC.
 * A time that is skipped counts on from before the gap; of a time that comes twice, `prefer` says which.
 */
export function instantOf(zone: string, wall: number, prefer: 'first' | 'second' = 'first'): number {
  const before = offsetAt(zone, wall - day);
  const after = offsetAt(zone, wall + day);
  const candidates = [wall - before, wall - after].filter(
    (instant) => instant + offsetAt(zone, instant) === wall,
  );
  if (candidates.length === 0) return wall - before;
  return prefer === 'first' ? Math.min(...candidates) : Math.max(...candidates);
}

/** The local day of an instant, `yyyy-mm-dd`. */
export function localDay(zone: string, instant: number): string {
  return new Date(instant + offsetAt(zone, instant)).toISOString().slice(0, 10);
}

/** First and last millisecond of the days `from` … `to` (`yyyy-mm-dd`, both included) in `zone`. */
export function dayRange(zone: string, from: string, to: string): { from: number; to: number } {
  return {
    from: instantOf(zone, Date.parse(`${from}T00:00:00.000Z`)),
    to: instantOf(zone, Date.parse(`${to}T23:59:59.999Z`), 'second'),
  };
}

/** An instant as the reports host writes it: wall time and offset, `Z` for a zero offset. */
export function withOffset(zone: string, instant: number): string {
  const offset = offsetAt(zone, instant);
  const wall = new Date(instant + offset).toISOString().slice(0, 19);
  if (offset === 0) return `${wall}Z`;
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${wall}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
