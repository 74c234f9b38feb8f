import { isDay, type Period } from '../src/query/period';
import type { Compare, Fill, Grain, Query, QueryColumn } from '../src/query/query';
import { BadArguments, clockifyOf, localeOf, parseOptions } from './parse';
import { assertDay, presetOf } from './period';
import { type Typed, typedCondition } from './where';

/** What `report` was asked for; what is undefined was not said. */
export interface ReportOptions {
  help: boolean;
  /** Whether only the number of requests is asked for. */
  plan: boolean;
  report: string | undefined;
  accounts: string[];
  period: Period | undefined;
  columns: QueryColumn[] | 'all' | undefined;
  where: Typed[];
  grain: Grain | undefined;
  split: string | undefined;
  splitMost: number | undefined;
  compare: Compare | undefined;
  sort: NonNullable<Query['sort']>;
  limit: number | undefined;
  totals: boolean;
  fill: Fill[] | undefined;
  zone: string | undefined;
  region: string | undefined;
  locale: 'en_US' | 'de_DE';
  /** Milliseconds since 1970; the machine's clock when left out. */
  now: number | undefined;
  /** Where Clockify's hosts lead to: a server, the real ones, or the demo. */
  clockify: string | 'live' | 'demo';
  /** Files with saved queries, which are refreshed together. */
  queries: string[];
  csv: string | undefined;
  csvRaw: boolean;
  json: string | undefined;
}

/** The most columns of a split where nothing else is said. */
export const SPLIT_MOST = 20;

/** What the arguments of the command line ask for. Throws `BadArguments` for any that it doesn't know. */
export function readArgs(args: string[]): ReportOptions {
  const values = parseOptions(args, {
    help: 'flag',
    plan: 'flag',
    report: 'value',
    accounts: 'values',
    from: 'value',
    to: 'value',
    preset: 'value',
    columns: 'value',
    where: 'values',
    grain: 'value',
    split: 'value',
    'split-most': 'value',
    compare: 'value',
    sort: 'values',
    limit: 'value',
    totals: 'flag',
    fill: 'value',
    zone: 'value',
    region: 'value',
    locale: 'value',
    now: 'value',
    clockify: 'value',
    live: 'flag',
    query: 'values',
    csv: 'value',
    'csv-raw': 'flag',
    json: 'value',
  });
  if (values['csv-raw'] && values.csv === undefined) throw new BadArguments('--csv-raw goes with --csv FILE');
  return {
    help: values.help ?? false,
    plan: values.plan ?? false,
    report: values.report,
    accounts: values.accounts ?? [],
    period: periodOf(values.from, values.to, values.preset),
    columns: columnsOf(values.columns),
    where: (values.where ?? []).map(typedCondition),
    grain: values.grain === undefined ? undefined : wordOf('--grain', values.grain, ['each', 'grouped']),
    split: values.split,
    splitMost: countOf('--split-most', values['split-most'], 200),
    compare: compareOf(values.compare),
    sort: (values.sort ?? []).map(sortOf),
    limit: countOf('--limit', values.limit, 1_000_000),
    totals: values.totals ?? false,
    fill: values.fill?.split(',').map((word) => wordOf('--fill', word.trim(), FILLS)),
    zone: values.zone,
    region: values.region,
    locale: localeOf(values.locale),
    now: momentOf(values.now),
    clockify: clockifyOf(values.clockify, values.live),
    queries: values.query ?? [],
    csv: values.csv,
    csvRaw: values['csv-raw'] ?? false,
    json: values.json,
  };
}

/** What `--split` and `--split-most` make of a query's split. */
export function splitOf({ split, splitMost }: ReportOptions, stored: Query['split']): Query['split'] {
  if (split !== undefined) return { field: split, most: splitMost ?? SPLIT_MOST, others: true };
  if (splitMost === undefined) return stored;
  if (stored === undefined) throw new BadArguments('--split-most goes with --split FIELD');
  return { ...stored, most: splitMost };
}

const FILLS = ['dates', 'people', 'projects'] as const;

function periodOf(from?: string, to?: string, preset?: string): Period | undefined {
  if (preset === undefined) {
    if (from === undefined && to === undefined) return undefined;
    if (from === undefined || to === undefined) throw new BadArguments('--from and --to go together');
    assertDay('--from', from);
    assertDay('--to', to);
    if (!from.startsWith('=') && !to.startsWith('=') && from > to)
      throw new BadArguments(`--from ${from} is after --to ${to}`);
    return { kind: 'fixed', from, to };
  }
  if (from !== undefined || to !== undefined)
    throw new BadArguments('--preset and --from/--to exclude each other');
  return presetOf(preset);
}

function compareOf(text?: string): Compare | undefined {
  if (text === undefined) return undefined;
  if (text === 'previous-period' || text === 'previous-year') return { with: text };
  const [, from, to] = /^(.+)\.\.(.+)$/.exec(text) ?? [];
  if (from === undefined || to === undefined)
    throw new BadArguments('--compare: one of previous-period, previous-year, FROM..TO');
  assertDay('--compare', from);
  assertDay('--compare', to);
  if (!from.startsWith('=') && !to.startsWith('=') && from > to)
    throw new BadArguments(`--compare ${text}: ${from} is after ${to}`);
  return { with: 'fixed', from, to };
}

function sortOf(text: string): [field: string, order: 'asc' | 'desc'] {
  const [field, order = 'asc', ...more] = text.split(':');
  if (field === '' || more.length > 0) throw new BadArguments(`--sort ${text}: FIELD or FIELD:desc`);
  return [field, wordOf(`--sort ${field}`, order, ['asc', 'desc'])];
}

function wordOf<const Word extends string>(option: string, word: string, words: readonly Word[]): Word {
  const known = words.find((candidate) => candidate === word);
  if (known === undefined) throw new BadArguments(`${option}: one of ${words.join(', ')}`);
  return known;
}

function countOf(option: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const count = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > most) throw new BadArguments(`${option} ${text}: a number from 1 to ${most}`);
  return count;
}

function columnsOf(columns?: string): QueryColumn[] | 'all' | undefined {
  if (columns === undefined || columns === 'all') return columns;
  return columns.split(',').map((column) => columnOf(column.trim()));
}

/** A column: `hours`, or `hours:share` and `hours:running` for what is shown of a metric in its place. */
function columnOf(text: string): QueryColumn {
  const [field, show, ...more] = text.split(':');
  if (field === '' || more.length > 0)
    throw new BadArguments('--columns: names with a comma between them, or all');
  if (show === undefined) return { field };
  return { field, show: wordOf(`--columns ${field}`, show, ['running', 'share']) };
}

function momentOf(now?: string): number | undefined {
  if (now === undefined) return undefined;
  const moment = isDay(now.slice(0, 10)) ? Date.parse(now) : Number.NaN;
  if (Number.isNaN(moment)) throw new BadArguments('--now: a moment like 2026-08-31T09:00:00Z');
  return moment;
}
