import { booleanOf, idOf, Malformed, numberOf, objectsOf, type Scope, textOf, textsOf } from './dataset';
import { secondsOf } from './duration';
import { serialOfWallTime, toTheSecond, type WallClock } from './wallTime';

/**
 * A finished time entry. Serial numbers are days since 1899-12-30 in the query's zone; money is in minor units. What stands
 * for many entries, or for none, has no times.
 */
export interface TimeEntry {
  id: string;
  description: string | null;
  startSerial: number | null;
  endSerial: number | null;
  seconds: number;
  userId: string | null;
  userName: string | null;
  userEmail: string | null;
  projectId: string | null;
  projectName: string | null;
  projectColor: string | null;
  clientId: string | null;
  clientName: string | null;
  taskId: string | null;
  taskName: string | null;
  tagIds: string[];
  /** Names where the answer has them, else the ids. */
  tagNames: string[];
  billable: boolean | null;
  type: string | null;
  locked: boolean | null;
  approvalRequestId: string | null;
  invoiceId: string | null;
  /** Whether it is on an invoice, by Clockify or marked by hand; null where the answer doesn't say. */
  invoiced: boolean | null;
  earnedRate: number | null;
  earnedAmount: number | null;
  costRate: number | null;
  costAmount: number | null;
  /** Amount − cost; null where cost was not asked for, since then nothing is known of it. */
  profit: number | null;
  currency: string | null;
}

/** No entry at all: what only a person, a project or a day is known of begins with it. */
export const NOTHING: TimeEntry = {
  id: '',
  description: null,
  startSerial: null,
  endSerial: null,
  seconds: 0,
  userId: null,
  userName: null,
  userEmail: null,
  projectId: null,
  projectName: null,
  projectColor: null,
  clientId: null,
  clientName: null,
  taskId: null,
  taskName: null,
  tagIds: [],
  tagNames: [],
  billable: null,
  type: null,
  locked: null,
  approvalRequestId: null,
  invoiceId: null,
  invoiced: null,
  earnedRate: null,
  earnedAmount: null,
  costRate: null,
  costAmount: null,
  profit: null,
  currency: null,
};

/** A row of the detailed report in all the spellings that were seen (2022 to 2026). */
export interface WireEntry {
  _id: unknown;
  id: unknown;
  get_id: unknown;
  description: unknown;
  userId: unknown;
  userName: unknown;
  userEmail: unknown;
  projectId: unknown;
  projectName: unknown;
  projectColor: unknown;
  clientId: unknown;
  clientName: unknown;
  taskId: unknown;
  taskName: unknown;
  tagIds: unknown;
  tags: unknown;
  timeInterval: WireInterval | null;
  billable: unknown;
  type: unknown;
  isLocked: unknown;
  locked: unknown;
  approvalRequestId: unknown;
  invoicingInfo: unknown;
  amount: unknown;
  rate: unknown;
  earnedAmount: unknown;
  earnedRate: unknown;
  costAmount: unknown;
  costRate: unknown;
  currency: unknown;
}

interface WireInterval {
  start?: unknown;
  end?: unknown;
  duration?: unknown;
  timeZone?: unknown;
  zonedStart?: unknown;
  zonedEnd?: unknown;
}

/** Whether a timer is still running: it has begun and neither ended nor got a duration. */
export function isRunning(interval: WireInterval | null | undefined): boolean {
  return interval != null && interval.end == null && interval.duration == null && interval.start != null;
}

/** An id as Clockify's are; anything else may be a text of any kind and length. */
function shown(id: string): string {
  return /^[0-9A-Za-z_-]{1,36}$/.test(id) ? id : 'of an unreadable id';
}

/** A row as a record. `currency` is that of the whole report, for rows that don't name theirs. Raises `Malformed`. */
export function readEntry(
  wire: Partial<WireEntry>,
  scope: Scope,
  clock: WallClock,
  currency: string | null,
): TimeEntry {
  const id = idOf(wire._id ?? wire.id ?? wire.get_id, 'a time entry');
  const interval = wire.timeInterval;
  if (!interval) throw new Malformed(`time entry ${shown(id)} without a time interval`);
  const startSerial = serialOf(interval.start, interval.zonedStart, interval, scope, clock);
  const endSerial = serialOf(interval.end, interval.zonedEnd, interval, scope, clock);
  const seconds = secondsOf(interval.duration) ?? secondsBetween(interval);
  if (Number.isNaN(startSerial) || Number.isNaN(endSerial) || seconds === null) {
    throw new Malformed(`time entry ${shown(id)} without readable times`);
  }
  const earnedAmount = numberOf(wire.earnedAmount ?? wire.amount);
  const costAmount = numberOf(wire.costAmount);
  const invoicing = invoicingOf(wire.invoicingInfo);
  return {
    id,
    description: textOf(wire.description),
    startSerial,
    endSerial,
    seconds,
    userId: textOf(wire.userId),
    userName: textOf(wire.userName),
    userEmail: textOf(wire.userEmail),
    projectId: textOf(wire.projectId),
    projectName: textOf(wire.projectName),
    projectColor: textOf(wire.projectColor),
    clientId: textOf(wire.clientId),
    clientName: textOf(wire.clientName),
    taskId: textOf(wire.taskId),
    taskName: textOf(wire.taskName),
    ...tagsOf(wire),
    billable: booleanOf(wire.billable),
    type: textOf(wire.type),
    locked: booleanOf(wire.isLocked ?? wire.locked),
    approvalRequestId: textOf(wire.approvalRequestId),
    invoiceId: invoicing.invoiceId,
    invoiced: invoicing.invoiced,
    earnedRate: numberOf(wire.earnedRate ?? wire.rate),
    earnedAmount,
    costRate: numberOf(wire.costRate),
    costAmount,
    profit: profitOf(earnedAmount, costAmount, scope),
    currency: textOf(wire.currency) ?? currency,
  };
}

/**
 * The wall time of one end of an entry. Clockify's own wall time (`zonedStart`) is preferred where it is of the query's
 * zone; else the moment is turned into wall time here, whatever offset it is spelled with.
 */
function serialOf(
  moment: unknown,
  zoned: unknown,
  interval: WireInterval,
  scope: Scope,
  clock: WallClock,
): number {
  if (typeof zoned === 'string' && zoned !== '' && interval.timeZone === scope.zone) {
    return toTheSecond(serialOfWallTime(zoned));
  }
  return typeof moment === 'string' ? toTheSecond(clock.serial(moment)) : Number.NaN;
}

/**
 * Amount − cost in minor units, where both were asked for. Nothing is null when the other isn't: an entry without a cost rate
 * costs nothing.
 */
export function profitOf(earned: number | null, cost: number | null, { amounts }: Scope): number | null {
  if (amounts !== 'earned-and-cost' || (earned === null && cost === null)) return null;
  return (earned ?? 0) - (cost ?? 0);
}

function secondsBetween(interval: WireInterval): number | null {
  const { start, end } = interval;
  if (typeof start !== 'string' || typeof end !== 'string') return null;
  const seconds = (Date.parse(end) - Date.parse(start)) / 1000;
  return Number.isNaN(seconds) ? null : seconds;
}

/** Either `tags` with names or `tagIds` without; either may be null. */
function tagsOf(wire: Partial<WireEntry>): { tagIds: string[]; tagNames: string[] } {
  if (Array.isArray(wire.tags) && wire.tags.length > 0) {
    const tags = objectsOf<{ _id: unknown; id: unknown; name: unknown }>(
      wire.tags,
      'the tags of a time entry',
    );
    const tagIds = tags.map((tag) => textOf(tag._id) ?? textOf(tag.id) ?? '');
    return { tagIds, tagNames: tags.map((tag, index) => textOf(tag.name) ?? tagIds[index]) };
  }
  const ids = textsOf(wire.tagIds);
  return { tagIds: ids, tagNames: ids };
}

/** `invoicingInfo` is absent, an empty list or an object. */
function invoicingOf(info: unknown): { invoiceId: string | null; invoiced: boolean | null } {
  if (info === undefined) return { invoiceId: null, invoiced: null };
  if (info === null || Array.isArray(info) || typeof info !== 'object')
    return { invoiceId: null, invoiced: false };
  const { invoiceId, manuallyInvoiced } = info as { invoiceId?: unknown; manuallyInvoiced?: unknown };
  const id = textOf(invoiceId);
  return { invoiceId: id, invoiced: id !== null || manuallyInvoiced === true };
}
