import * as v from 'valibot';
import { type Problem, raise } from '../problems/problem';
import { cellReference, filtersSchema } from './filterSchema';
import { isIdentifier } from './identifier';
import { modeSchema } from './mode';
import { dayOrCell, periodSchema } from './periodSchema';
import { plainText } from './plainText';
import { FilterFault } from './readFilters';

/** The version of the stored form that this add-on writes. */
export const QUERY_VERSION = 2;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const name = v.pipe(v.string(), v.maxLength(100), v.transform(oneLine), v.minLength(1));
const identifier = v.pipe(
  v.string(),
  v.maxLength(64),
  v.check(isIdentifier, 'only letters, digits, _ and - are expected'),
);

function oneLine(text: string): string {
  return plainText(text, 100);
}

/** One account of a query: a workspace as a login sees it. The name is what it was called when it was chosen. */
const accountSchema = v.object({
  login: identifier,
  workspace: identifier,
  name: v.pipe(v.string(), v.maxLength(300), v.transform(oneLine)),
});

/**
 * A column: a field of the report, with a title of the user's own if they gave one. A metric may be shown as its running total,
 * or as its share of the total.
 */
const columnSchema = v.object({
  field: identifier,
  title: v.optional(name),
  show: v.optional(v.picklist(['running', 'share'])),
});

/** A dimension whose values become columns, at most so many of them, the largest by the first metric; `others` adds up the rest. */
const splitSchema = v.object({
  field: identifier,
  most: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
  others: v.optional(v.boolean()),
  /** Whether each row also has the total of all of them. */
  totals: v.optional(v.boolean()),
});

/** What the period is compared with, and what of it is shown beside the metric. */
const compareSchema = v.variant('with', [
  v.object({ with: v.literal('previous-period'), show: shown() }),
  v.object({ with: v.literal('previous-year'), show: shown() }),
  v.object({ with: v.literal('fixed'), from: dayOrCell, to: dayOrCell, show: shown() }),
]);

function shown() {
  return v.optional(
    v.pipe(v.array(v.picklist(['value', 'change', 'percent'])), v.minLength(1), v.maxLength(3)),
  );
}

/**
 * Where the table goes. Until it is placed: a tab of its own, or a cell. Once placed, `range` names the named range that
 * is the table, and the rest says where it was placed at first.
 */
const targetSchema = v.variant('kind', [
  v.object({ kind: v.literal('new-tab') }),
  v.object({ kind: v.literal('cell'), sheet: v.number(), row: count(1), column: count(1) }),
  v.object({
    kind: v.literal('placed'),
    range: text(250),
    sheet: v.number(),
    row: count(1),
    column: count(1),
  }),
]);

function count(least: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(10_000_000));
}

const querySchema = v.object({
  version: v.literal(QUERY_VERSION),
  id: identifier,
  name,
  report: identifier,
  accounts: v.pipe(v.array(accountSchema), v.minLength(1), v.maxLength(200), v.transform(eachOnce)),
  period: periodSchema,
  /** IANA zone: the days of the period and of every date in the table are days of this zone. */
  zone: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_+\-/]{1,60}$/, 'not the name of a time zone')),
  /** `each`: one row for each record of the report. `grouped`: one for each combination of the dimensions among the columns. */
  grain: v.picklist(['each', 'grouped']),
  columns: v.pipe(v.array(columnSchema), v.minLength(1), v.maxLength(200)),
  /** All of them must hold. */
  filters: v.optional(filtersSchema),
  split: v.optional(splitSchema),
  compare: v.optional(compareSchema),
  /** What has a row also where there is no time: days of the period, people, projects. */
  fill: v.optional(v.pipe(v.array(v.picklist(['dates', 'people', 'projects'])), v.maxLength(3))),
  /** In this order of importance; where it says nothing rows are in the report's order. */
  sort: v.optional(v.pipe(v.array(v.tuple([identifier, v.picklist(['asc', 'desc'])])), v.maxLength(20))),
  /** The most rows of the table, without totals: a number or a cell. */
  limit: v.optional(
    v.union(
      [v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)), cellReference],
      'a whole number from 1 on, or a cell, is expected',
    ),
  ),
  /** A row with the totals at the end, one for each currency. */
  totals: v.optional(v.boolean()),
  /** A dimension after each of whose values there is a row with its totals. */
  subtotals: v.optional(identifier),
  /** How a refresh goes on from the table that stands; without it the table is replaced. */
  mode: v.optional(modeSchema),
  options: v.object({
    /** Durations as Sheets durations (`[h]:mm:ss`) or as decimal hours. */
    durations: v.picklist(['duration', 'decimal']),
    /** Whether every column has a named range. */
    columnNames: v.optional(v.boolean()),
    /** Whether it is said which cells somebody had typed over. */
    tellTypedOver: v.optional(v.boolean()),
  }),
  target: targetSchema,
});

/** Accounts without those that are there before: their rows would be counted twice. */
function eachOnce(accounts: v.InferOutput<typeof accountSchema>[]) {
  const names = accounts.map(({ login, workspace }) => `${login} ${workspace}`);
  return accounts.filter((_, index) => names.indexOf(names[index]) === index);
}

/** A saved question: report, accounts, period, zone, columns, options, and where its table goes. */
export type Query = v.InferOutput<typeof querySchema>;
export type QueryAccount = Query['accounts'][number];
export type QueryColumn = Query['columns'][number];
export type QueryTarget = Query['target'];
export type Grain = Query['grain'];
export type Split = NonNullable<Query['split']>;
export type Compare = NonNullable<Query['compare']>;
export type Fill = NonNullable<Query['fill']>[number];
export type PlacedTarget = Extract<QueryTarget, { kind: 'placed' }>;

/**
 * The query that `stored` holds. Raises `query-newer` when a later version of the add-on wrote it, and `query-damaged`,
 * `filter-invalid` or `filter-too-large`, naming the part, when it isn't a query: a hand can have edited the hidden sheet.
 */
export function readQuery(stored: unknown, label: string): Query {
  return checked(stored, label, damaged);
}

/** The query that somebody wants to save. Raises as `readQuery` does, and where it is too long to be stored. */
export function readCandidate(candidate: unknown, label: string): Query {
  const query = checked(candidate, label, unsavable);
  const length = JSON.stringify(query).length;
  if (length > MOST_CHARACTERS)
    raise(
      unsavable(
        label,
        `${length} characters where ${MOST_CHARACTERS} can be kept`,
        query.filters && 'filter-too-large',
      ),
    );
  return query;
}

/** A cell of the hidden sheet holds 50,000 characters. */
const MOST_CHARACTERS = 45_000;

type Fault = (label: string, part: string, code?: FilterFault['code']) => Problem;

function checked(value: unknown, label: string, problem: Fault): Query {
  const version = (value as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > QUERY_VERSION) raise(newer(label));
  let result: v.SafeParseResult<typeof querySchema>;
  try {
    result = v.safeParse(querySchema, migrated(value));
  } catch (error) {
    if (error instanceof FilterFault) return raise(problem(label, error.part, error.code));
    throw error;
  }
  if (result.success) return result.output;
  const issue = result.issues[0];
  return raise(
    problem(label, plainText(`${inWords(v.getDotPath(issue) ?? 'query')}: ${unquoted(issue.message)}`, 200)),
  );
}

/** A path into a query as people count: `columns.0.title` is `column 1, title`. */
function inWords(path: string): string {
  return path
    .replace(/^(account|column|sort)s?\.(\d+)\.?/, (_, part, index) => `${part} ${Number(index) + 1}, `)
    .replace(/, $/, '');
}

/** A query of an older version as one of today's: version 1 had one row each and nothing else. */
function migrated(value: unknown): unknown {
  const { version, ...rest } = (value ?? {}) as { version?: unknown };
  return version === 1 ? { ...rest, version: QUERY_VERSION, grain: 'each' } : value;
}

/** A message without long texts of the value that it is about: somebody may have written them to be read here. */
function unquoted(message: string): string {
  return message.replace(/received "([^"]{20}).*"$/s, 'received "$1…"');
}

function newer(label: string): Problem {
  return {
    code: 'query-newer',
    scope: { query: label },
    title: `The query ${label} was saved by a newer version of this add-on.`,
    remedy:
      'Reload the spreadsheet to get the newest version of the add-on. The table stays as it is until then.',
    retry: 'never',
  };
}

/** The problem of a stored query that can't be read; `part` says which part of it and why. */
export function damaged(label: string, part: string, code?: FilterFault['code']): Problem {
  return {
    code: code ?? 'query-damaged',
    scope: { query: label },
    title: `The stored query ${label} can't be read (${part}).`,
    remedy:
      'Delete the query and make it again, or undo the edit of the hidden sheet. Its table stays as it is.',
    retry: 'never',
    cause: part,
  };
}

function unsavable(label: string, part: string, code?: FilterFault['code']): Problem {
  return {
    code: code ?? 'query-damaged',
    scope: { query: label },
    title: `${label} can't be saved (${part}).`,
    remedy:
      code === 'filter-too-large'
        ? 'Use fewer conditions or values: a long list of values fits into a range of the spreadsheet, which one condition can name. Nothing was saved.'
        : 'Change that part and save again. Nothing was saved.',
    retry: 'never',
    cause: part,
  };
}
