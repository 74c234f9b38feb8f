import type { Locale } from '../gas/typed';
import { BadArguments, clockifyOf, localeOf, parseOptions } from '../parse';

/** What `npm start` was asked for. */
export interface PageOptions {
  /** The port to listen on; undefined: the usual one, or any when that is taken. */
  port: number | undefined;
  /** Where Clockify's hosts lead to: a server, the real ones, or the demo. */
  clockify: string | 'live' | 'demo';
  /** A file that keeps the spreadsheet between starts. */
  workbook: string | undefined;
  locale: Locale;
}

/** What the arguments of the command line ask for; null for its help. Throws `BadArguments` for any that it doesn't know. */
export function readPageArgs(args: string[]): PageOptions | null {
  const { help, port, clockify, live, workbook, locale } = parseOptions(args, {
    help: 'flag',
    port: 'value',
    clockify: 'value',
    live: 'flag',
    workbook: 'value',
    locale: 'value',
  });
  if (help) return null;
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536))
    throw new BadArguments('--port: a number up to 65535');
  return {
    port: port === undefined ? undefined : Number(port),
    clockify: clockifyOf(clockify, live),
    workbook,
    locale: localeOf(locale),
  };
}
