import { words } from '../words';

/** A moment as people say it, in the zone of the machine: `today 08:00`, `3 Sep 08:00`, `3 Sep 2025 08:00`. */
export function describeMoment(at: number, now: number): string {
  const then = new Date(at);
  const today = new Date(now);
  const time = describeTime(at);
  if (sameDay(then, today)) return words.today(time);
  const yesterday = new Date(now);
  yesterday.setDate(today.getDate() - 1);
  if (sameDay(then, yesterday)) return words.yesterday(time);
  const day = `${then.getDate()} ${words.months[then.getMonth()]}`;
  const sameYear = then.getFullYear() === today.getFullYear();
  return words.onDay(sameYear ? day : `${day} ${then.getFullYear()}`, time);
}

/** The time of day: `08:00`. */
export function describeTime(at: number): string {
  const then = new Date(at);
  return `${two(then.getHours())}:${two(then.getMinutes())}`;
}

/** When something will be: the time of day alone today, else with its day. */
export function describeComing(at: number, now: number): string {
  return sameDay(new Date(at), new Date(now)) ? describeTime(at) : describeMoment(at, now);
}

/** How long something takes already, in milliseconds: `0:07`, `12:40`, `1:02:03`. */
export function describeElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes % 60)}:${rest}` : `${minutes}:${rest}`;
}

function sameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString();
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
