import { describeCount, describeDays } from '../query/describe';
import type { CompleteTable } from '../query/state';
import { momentIn } from './moments';
import { LAST_MINUTE, type Standing } from './standing';
import { words } from './words';

/** What status cells are told of a query. */
export interface Telling {
  name: string;
  zone: string;
  standing: Standing;
  complete: CompleteTable | null;
  /** What its rows are called, in the plural, where each is one record; else nothing. */
  things: string;
  each: boolean;
  /** When its next refresh by schedule begins, in milliseconds since 1970; null where none is to come. */
  nextAt: number | null;
}

/** Labels and values of a query, as lines of two texts. True also when nothing runs: the last says until when. */
export function statusOf(telling: Telling, now: number): string[][] {
  const { name, zone, complete, nextAt } = telling;
  const shown = dataOf(telling) ? complete : null;
  return [
    [words.cells.query, name],
    [words.cells.state, capital(telling.standing.text)],
    [words.cells.data, shown ? fullMoment(zone, shown.at) : words.cells.none],
    [words.cells.complete, shown ? completeness(telling, shown) : words.cells.none],
    [words.cells.period, shown?.days ? describeDays(shown.days) : words.cells.none],
    [words.cells.zone, zone],
    [
      words.cells.next,
      nextAt === null ? words.cells.unscheduled : words.cells.by(momentIn(zone, nextAt + LAST_MINUTE, now)),
    ],
    [words.cells.until, holdsUntil(telling)],
  ];
}

/** The header of the cells of all queries, and a line for each. */
export function statusOfAll(tellings: Telling[]): string[][] {
  const { query, state, data, until } = words.cells;
  const lines = tellings.map((telling) => {
    const { name, zone, standing, complete } = telling;
    const at = dataOf(telling) && complete ? `${fullMoment(zone, complete.at)} ${zone}` : words.cells.none;
    return [name, capital(standing.text), at, holdsUntil(telling)];
  });
  return [[query, state, data, until], ...lines];
}

/** Whether anything may be said of the data: not while the table may be half written. */
function dataOf({ standing: { kind }, complete }: Telling): boolean {
  return complete !== null && kind !== 'repairing' && kind !== 'never' && kind !== 'unreadable';
}

function completeness({ things, each }: Telling, { rows, read }: CompleteTable): string {
  const counted = rows === 1 ? '1 row' : `${describeCount(rows)} rows`;
  if (!read) return counted;
  const all = `${describeCount(read.records)} of ${describeCount(read.stated)} ${things}`;
  return each && rows === read.records ? all : `${counted} from ${all}`;
}

function holdsUntil({ standing: { until }, zone }: Telling): string {
  return until === undefined ? words.cells.nextRefresh : fullMoment(zone, until);
}

/** `2026-09-03 08:00` on a clock of the zone. */
function fullMoment(timeZone: string, at: number): string {
  const shape = { dateStyle: 'short', timeStyle: 'short' } as const;
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone, ...shape }).format(at);
  } catch {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', ...shape }).format(at);
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
