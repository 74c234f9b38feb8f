import { parseArgs } from 'node:util';
import { type Period, PRESETS } from '../src/query/period';

/** What `report` was asked for. */
export interface ReportOptions {
  report: string | undefined;
  accounts: string[];
  period: Period | undefined;
  columns: string[] | 'all' | undefined;
  zone: string | undefined;
  region: string | undefined;
  locale: 'en_US' | 'de_DE';
  /** Milliseconds since 1970; the machine's clock when left out. */
  now: number | undefined;
  /** Where Clockify's hosts lead to: a server, the real ones, or the demo. */
  clockify: string | 'live' | 'demo';
  query: string | undefined;
  csv: string | undefined;
  json: string | undefined;
}

/** A command line that can't be followed; says why. */
export class BadWords extends Error {}

/** What the words of the command line ask for. Throws `BadWords` for any that it doesn't know. */
export function readWords(words: string[]): ReportOptions {
  const { values } = parse(words);
  if (values.clockify !== undefined && values.live)
    throw new BadWords('--clockify and --live exclude each other');
  return {
    report: values.report,
    accounts: values.accounts ?? [],
    period: periodOf(values.from, values.to, values.preset),
    columns: columnsOf(values.columns),
    zone: values.zone,
    region: values.region,
    locale: localeOf(values.locale),
    now: momentOf(values.now),
    clockify: values.live ? 'live' : addressOf(values.clockify),
    query: values.query,
    csv: values.csv,
    json: values.json,
  };
}

function parse(words: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: words,
      strict: true,
      allowPositionals: false,
      options: {
        report: text,
        accounts: { type: 'string', multiple: true },
        from: text,
        to: text,
        preset: text,
        columns: text,
        zone: text,
        region: text,
        locale: text,
        now: text,
        clockify: text,
        live: { type: 'boolean' },
        query: text,
        csv: text,
        json: text,
      },
    });
  } catch (error) {
    throw new BadWords((error as Error).message);
  }
}

function periodOf(from?: string, to?: string, preset?: string): Period | undefined {
  if (preset === undefined) {
    if (from === undefined && to === undefined) return undefined;
    if (from === undefined || to === undefined) throw new BadWords('--from and --to go together');
    return { kind: 'fixed', from, to };
  }
  if (from !== undefined || to !== undefined)
    throw new BadWords('--preset and --from/--to exclude each other');
  const days = /^last-(\d{1,4})-days(-to-today)?$/.exec(preset);
  if (days) return { kind: 'last-days', days: Number(days[1]), today: days[2] !== undefined };
  const known = PRESETS.find((candidate) => candidate === preset);
  if (!known) throw new BadWords(`--preset: one of ${PRESETS.join(', ')}, last-N-days, last-N-days-to-today`);
  return { kind: 'preset', preset: known };
}

function columnsOf(columns?: string): string[] | 'all' | undefined {
  if (columns === undefined || columns === 'all') return columns;
  return columns.split(',').map((column) => column.trim());
}

function localeOf(locale = 'en_US'): 'en_US' | 'de_DE' {
  if (locale !== 'en_US' && locale !== 'de_DE') throw new BadWords('--locale: en_US or de_DE');
  return locale;
}

function momentOf(now?: string): number | undefined {
  if (now === undefined) return undefined;
  const moment = /^\d{4}-\d{2}-\d{2}/.test(now) ? Date.parse(now) : Number.NaN;
  if (Number.isNaN(moment)) throw new BadWords('--now: a moment like 2026-08-31T09:00:00Z');
  return moment;
}

function addressOf(address?: string): string {
  if (address === undefined) return 'demo';
  if (!/^https?:\/\/[^/?#]+\/?$/.test(address))
    throw new BadWords('--clockify: an address like http://127.0.0.1:8080');
  return address;
}
