import { type Period, PRESETS } from '../src/query/period';
import { BadArguments, clockifyOf, localeOf, parseOptions } from './parse';

/** What `report` was asked for. */
export interface ReportOptions {
  help: boolean;
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
  csvRaw: boolean;
  json: string | undefined;
}

/** What the arguments of the command line ask for. Throws `BadArguments` for any that it doesn't know. */
export function readArgs(args: string[]): ReportOptions {
  const values = parseOptions(args, {
    help: 'flag',
    report: 'value',
    accounts: 'values',
    from: 'value',
    to: 'value',
    preset: 'value',
    columns: 'value',
    zone: 'value',
    region: 'value',
    locale: 'value',
    now: 'value',
    clockify: 'value',
    live: 'flag',
    query: 'value',
    csv: 'value',
    'csv-raw': 'flag',
    json: 'value',
  });
  if (values['csv-raw'] && values.csv === undefined) throw new BadArguments('--csv-raw goes with --csv FILE');
  return {
    help: values.help ?? false,
    report: values.report,
    accounts: values.accounts ?? [],
    period: periodOf(values.from, values.to, values.preset),
    columns: columnsOf(values.columns),
    zone: values.zone,
    region: values.region,
    locale: localeOf(values.locale),
    now: momentOf(values.now),
    clockify: clockifyOf(values.clockify, values.live),
    query: values.query,
    csv: values.csv,
    csvRaw: values['csv-raw'] ?? false,
    json: values.json,
  };
}

function periodOf(from?: string, to?: string, preset?: string): Period | undefined {
  if (preset === undefined) {
    if (from === undefined && to === undefined) return undefined;
    if (from === undefined || to === undefined) throw new BadArguments('--from and --to go together');
    assertDay('--from', from);
    assertDay('--to', to);
    if (from > to) throw new BadArguments(`--from ${from} is after --to ${to}`);
    return { kind: 'fixed', from, to };
  }
  if (from !== undefined || to !== undefined)
    throw new BadArguments('--preset and --from/--to exclude each other');
  const days = /^last-([1-9]\d{0,3})-days(-to-today)?$/.exec(preset);
  if (days) return { kind: 'last-days', days: Number(days[1]), today: days[2] !== undefined };
  const known = PRESETS.find((candidate) => candidate === preset);
  if (!known)
    throw new BadArguments(`--preset: one of ${PRESETS.join(', ')}, last-N-days, last-N-days-to-today`);
  return { kind: 'preset', preset: known };
}

function assertDay(option: string, text: string): void {
  if (!isDay(text)) throw new BadArguments(`${option} ${text}: no such day; days look like 2026-08-31`);
}

/** Whether a text is a day of the calendar, `yyyy-mm-dd`. */
function isDay(text: string): boolean {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text);
}

function columnsOf(columns?: string): string[] | 'all' | undefined {
  if (columns === undefined || columns === 'all') return columns;
  const ids = columns.split(',').map((column) => column.trim());
  if (ids.includes('')) throw new BadArguments('--columns: names with a comma between them, or all');
  return ids;
}

function momentOf(now?: string): number | undefined {
  if (now === undefined) return undefined;
  const moment = isDay(now.slice(0, 10)) ? Date.parse(now) : Number.NaN;
  if (Number.isNaN(moment)) throw new BadArguments('--now: a moment like 2026-08-31T09:00:00Z');
  return moment;
}
