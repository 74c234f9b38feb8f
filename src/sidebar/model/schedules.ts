import type { QueryView } from '../../actions/listQueries';
import type { LoginView } from '../../logins/manage';
import type { Schedule } from '../../schedule/schedule';
import { words } from '../words';
import { isOwn } from './logins';
import { describeMoment, describeTime } from './moment';

export type ScheduleView = NonNullable<QueryView['schedule']>;

/** How often a query is refreshed, as one chooses it. */
export type How = 'hour' | 'hours' | 'day' | 'weekdays' | 'week' | 'month';

/** A schedule while somebody chooses it: what is of no meaning now is kept for when it is again. */
export interface ScheduleDraft {
  how: How;
  /** Every so many hours. */
  number: number;
  /** 1 is Monday. */
  weekday: number;
  day: number | 'last-working';
  hour: number;
  zone: string;
}

/** So many hours divide a day, so that every day is alike. */
export const STEPS = [2, 3, 4, 6, 8, 12];

/** What suggests itself: every day at nine. */
export function draftOf(schedule: Schedule | null, zone: string): ScheduleDraft {
  const draft: ScheduleDraft = { how: 'day', number: 3, weekday: 1, day: 1, hour: 9, zone };
  if (schedule === null) return draft;
  const { every, hour } = schedule;
  const known = { ...draft, hour, zone: schedule.zone };
  switch (every.unit) {
    case 'hours':
      return every.number === 1
        ? { ...known, how: 'hour' }
        : { ...known, how: 'hours', number: every.number };
    case 'week':
      return { ...known, how: 'week', weekday: every.weekday };
    case 'month':
      return { ...known, how: 'month', day: every.day };
    default:
      return { ...known, how: every.unit };
  }
}

export function scheduleOf({ how, number, weekday, day, hour, zone }: ScheduleDraft): Schedule {
  return { every: everyOf(how, number, weekday, day), hour, zone };
}

function everyOf(how: How, number: number, weekday: number, day: ScheduleDraft['day']): Schedule['every'] {
  switch (how) {
    case 'hour':
      return { unit: 'hours', number: 1 };
    case 'hours':
      return { unit: 'hours', number };
    case 'week':
      return { unit: 'week', weekday };
    case 'month':
      return { unit: 'month', day };
    default:
      return { unit: how };
  }
}

const A_DAY = 86_400_000;

/** A slot to come, on the clock of the machine: `today 9:00`, `tomorrow 9:00`, `9 Nov 9:00`. */
export function describeSlot(at: number, now: number): string {
  const { schedule } = words;
  const day = new Date(at).toDateString();
  if (day === new Date(now).toDateString()) return schedule.today(describeTime(at));
  if (day === new Date(now + A_DAY).toDateString()) return schedule.tomorrow(describeTime(at));
  return describeMoment(at, now);
}

/** Who carries a schedule, in a sentence. */
export function describeCarriers(carriers: ScheduleView['carriers']): string {
  const { schedule } = words;
  if (carriers.length === 0) return schedule.nobody;
  const names = namesOf(carriers.filter(({ mine }) => !mine));
  if (!carriers.some(({ mine }) => mine)) return schedule.carriedBy(names);
  return names ? schedule.carriedWith(names) : schedule.carriedByMe;
}

/** Names in a row; several that have given none are a colleague each. */
export function namesOf(carriers: ScheduleView['carriers']): string {
  const { schedule } = words;
  const names = carriers.map(({ name }) => (name === '' || name === 'Somebody' ? schedule.somebody : name));
  const last = names.pop();
  if (last === undefined) return '';
  return names.length > 0 ? schedule.and(names.join(', '), last) : last;
}

/** What may be done with a schedule by whoever looks. */
export interface Choices {
  change: boolean;
  /** Whether they can carry it beside the others, or in their place. */
  carry: 'join' | 'take-over' | null;
  leave: boolean;
  /** Whether turning it off takes it from others too. */
  others: boolean;
}

export function choicesOf({ query }: QueryView, { carriers }: ScheduleView, logins: LoginView[]): Choices {
  const mine = carriers.some((carrier) => carrier.mine);
  const others = carriers.some((carrier) => !carrier.mine);
  const read = loginsOf(query, logins);
  const usable = read !== null;
  const shared = read?.every((login) => login.sharedBy !== null) ?? false;
  return {
    change: mine || carriers.length === 0 || usable,
    carry: mine ? null : others && shared ? 'join' : 'take-over',
    leave: mine && others,
    others,
  };
}

/** The private login of ours that keeps others from carrying the schedule of a query; null where none does. */
export function privateLogin({ query }: Pick<QueryView, 'query'>, logins: LoginView[]): LoginView | null {
  return loginsOf(query, logins)?.find((login) => isOwn(login) && login.sharedBy === null) ?? null;
}

/** The logins that a query reads with; null where one of them isn't there for whoever looks. */
function loginsOf(query: QueryView['query'], logins: LoginView[]): LoginView[] | null {
  const read = (query?.accounts ?? []).map((account) => logins.find(({ id }) => id === account.login));
  return read.some((login) => login === undefined) ? null : (read as LoginView[]);
}

/** In the row of a query: when it is refreshed next, or what that waits for; empty for one without a schedule. */
export function describeNext(schedule: QueryView['schedule'], now: number): string {
  if (!schedule) return '';
  if (schedule.waits) return words.schedule.waitsShort[schedule.waits];
  return schedule.nextAt === null ? '' : words.schedule.next(describeSlot(schedule.nextAt, now));
}
