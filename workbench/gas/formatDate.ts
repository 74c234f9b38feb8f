import { PlatformError } from './errors';
import { offsetAt } from './zone';

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** `Utilities.formatDate`: an instant in a zone by a pattern of Java's SimpleDateFormat, in English. */
export function formatDate(instant: number, zone: string, pattern: string): string {
  const offset = offsetAt(instant, zone);
  const wall = new Date(instant + offset);
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (token, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
    return field(token, wall, offset);
  });
}

function field(token: string, wall: Date, offset: number): string {
  const padded = (value: number): string => String(value).padStart(token.length, '0');
  switch (token[0]) {
    case 'y':
      return token.length === 2 ? String(wall.getUTCFullYear()).slice(-2) : padded(wall.getUTCFullYear());
    case 'M':
      if (token.length < 3) return padded(wall.getUTCMonth() + 1);
      return token.length === 3 ? months[wall.getUTCMonth()].slice(0, 3) : months[wall.getUTCMonth()];
    case 'd':
      return padded(wall.getUTCDate());
    case 'E':
      return token.length < 4 ? weekdays[wall.getUTCDay()].slice(0, 3) : weekdays[wall.getUTCDay()];
    case 'u':
      return padded(wall.getUTCDay() || 7);
    case 'H':
      return padded(wall.getUTCHours());
    case 'h':
      return padded(wall.getUTCHours() % 12 || 12);
    case 'a':
      return wall.getUTCHours() < 12 ? 'AM' : 'PM';
    case 'm':
      return padded(wall.getUTCMinutes());
    case 's':
      return padded(wall.getUTCSeconds());
    case 'S':
      return padded(wall.getUTCMilliseconds());
    case 'Z':
      return zoneText(offset, '');
    case 'X':
      return offset === 0
        ? 'Z'
        : zoneText(offset, token.length > 2 ? ':' : '').slice(0, token.length === 1 ? 3 : undefined);
    default:
      throw new PlatformError(`not emulated: ${token} in Utilities.formatDate`);
  }
}

function zoneText(offset: number, separator: string): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
}
