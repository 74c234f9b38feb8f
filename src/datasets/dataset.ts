import type { ApiRequest } from '../clockify/client';
import type { Feature } from '../clockify/features';
import type { Control } from './control';

/** By what Clockify can add entries up itself. `BILLABLE` takes a request for each of both. */
export type GroupKey = 'CLIENT' | 'PROJECT' | 'USER' | 'DATE' | 'BILLABLE';

/** What Clockify's reports filter by themselves, by id: entries that have any of them; or all that are billable, or not. */
export interface Pushed {
  users?: string[];
  clients?: string[];
  projects?: string[];
  tasks?: string[];
  tags?: string[];
  billable?: boolean;
}

/** What a reading asks for: one workspace, seen through one zone, and for dated things one window. */
export interface Scope {
  /** Clockify's id of the workspace. */
  workspace: string;
  /** IANA zone of the query. */
  zone: string;
  /** Inclusive days of the window, `yyyy-mm-dd`; null for what has no period. */
  days: { from: string; to: string } | null;
  /** Which amounts are asked for. `hidden` asks for none: it needs no right to see them. */
  amounts: 'hidden' | 'earned' | 'earned-and-cost';
  /** Of what Clockify is to leave out by itself. */
  filters?: Pushed;
  /** By what a summing reading adds up, in this order, without `BILLABLE`, of which one side is in `filters`. */
  groups?: GroupKey[];
  /** The only currency of the workspace, where it has but one: sums don't say theirs. */
  currency?: string | null;
}

/**
 * How a list is paged. `counted`: its first answer says how many records there are. `paged`: it ends with the header
 * `Last-Page` or a short page (or a `total-count`, where sent). `whole`: it ignores paging and is asked once.
 * `size` is the largest page that Clockify serves; a page that proves too heavy is halved down to `least`.
 */
export type Paging =
  | { kind: 'counted'; size: number }
  | { kind: 'paged'; size: number; least?: number }
  | { kind: 'whole' };

/** The order in which lists are asked for: what is added comes last, and a rename moves nothing. */
export const BY_ID = { 'sort-column': 'ID', 'sort-order': 'ASCENDING' } as const;

/**
 * What the role of a key's owner decides of a list: `time`, whose time is in it; `team`, whether it is given at all; `projects`,
 * whether private ones are in it.
 */
export type Limited = 'time' | 'team' | 'projects';

/** What a page holds. */
export interface PageOfRecords<R> {
  records: R[];
  /** Records as they came: more than `records` when some are left out (running timers). */
  received: number;
}

/**
 * How one kind of thing is read from Clockify: the unit of sharing between queries and of checking. Complete means, for
 * `counted`: each sum that it states (`controls`), and no record twice; for `paged`: the last page was reached
 * and no record came twice; for `whole`: one whole answer without a record twice.
 */
export interface Dataset<R> {
  id: string;
  /** What its records are called in messages, in the plural. */
  title: string;
  paging: Paging;
  /** Whether it has a period, and so windows. */
  dated: boolean;
  /** Whether `Scope.amounts` decides what it is asked for: where amounts are refused, less of them is asked for. */
  amounts?: true;
  /** What a role needs to read it, for the remedy of a refusal. */
  permission: string;
  /** What of it depends on the role of whoever asks; nothing where it is left out. */
  limited?: Limited;
  /** The feature of the plan without which Clockify refuses it. */
  feature?: Feature;
  request(scope: Scope, page: { number: number; size: number }): ApiRequest;
  /** The records of an answer. Raises `Malformed` when the answer has another shape. */
  page(body: unknown, scope: Scope): PageOfRecords<R>;
  /** What tells one record from another. */
  key(record: R): string;
  /** Of sums: whether what one stands for may be nothing. Such a sum isn't to make a row that no other does. */
  open?(record: R): boolean;
  /** What its answers state of the whole list, in the body. */
  controls: Control<R>[];
}

/** An answer that is JSON but not of the shape that was asked for. Says where. */
export class Malformed extends Error {
  constructor(where: string) {
    super(`unexpected shape: ${where}`);
    this.name = 'Malformed';
  }
}

/** Sums of which it can't be told what records would say. Says where. */
export class Undecided extends Malformed {}

/** `value` as a list of objects. Raises `Malformed`. */
export function objectsOf<T extends object>(value: unknown, where: string): Partial<T>[] {
  if (!Array.isArray(value)) throw new Malformed(`${where} is no list`);
  if (value.some((item) => typeof item !== 'object' || item === null)) {
    throw new Malformed(`${where} holds something that is no record`);
  }
  return value;
}

/** `value` as an id. Raises `Malformed` for anything but a text that isn't empty. */
export function idOf(value: unknown, where: string): string {
  if (typeof value !== 'string' || value === '') throw new Malformed(`${where} without an id`);
  return value;
}

/** `value` when it is a text that isn't empty, else null: Clockify writes absence as null, as "" or not at all. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** `value` when it is a number, else null. */
export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** `value` when it is a boolean, else null. */
export function booleanOf(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** The texts in a list that aren't empty; nothing for what is no list. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => textOf(item) !== null) : [];
}
