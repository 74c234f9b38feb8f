import { parseArgs } from 'node:util';
import type { Locale } from '../gas/typed';
import { BadWords } from '../words';

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

/** What the words of the command line ask for. Throws `BadWords` for any that it doesn't know. */
export function readPageWords(words: string[]): PageOptions {
  const { port, clockify, live, workbook, locale } = parse(words);
  if (clockify !== undefined && live) throw new BadWords('--clockify and --live exclude each other');
  if (clockify !== undefined && !/^https?:\/\/[^/?#]+\/?$/.test(clockify))
    throw new BadWords('--clockify: an address like http://127.0.0.1:8080');
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536))
    throw new BadWords('--port: a number up to 65535');
  if (locale !== undefined && locale !== 'en_US' && locale !== 'de_DE')
    throw new BadWords('--locale: en_US or de_DE');
  return {
    port: port === undefined ? undefined : Number(port),
    clockify: live ? 'live' : (clockify ?? 'demo'),
    workbook,
    locale: locale ?? 'en_US',
  };
}

function parse(words: string[]) {
  const text = { type: 'string' } as const;
  try {
    const options = {
      port: text,
      clockify: text,
      live: { type: 'boolean' },
      workbook: text,
      locale: text,
    } as const;
    return parseArgs({ args: words, strict: true, allowPositionals: false, options }).values;
  } catch (error) {
    throw new BadWords((error as Error).message);
  }
}
