import type { Leaf } from '../reports/report';
import type { Ledger } from './ledger';
import type { Member } from './trait';
import type { Value } from './value';

/** What was added up of the query's own period, and of the one that it is compared with; null where there was nothing. */
export interface Sides {
  current: Value[] | null;
  compared: Value[] | null;
}

/** A row of the table on its way: what it is told apart by, and what it adds up to. */
export interface Line {
  /** Which of the query's accounts it is of. */
  account: number;
  /** Of a row of one record, what tells the record from others of its account; null for a group. */
  record: string | null;
  /** What a row of one record shows, by column; null for a group. */
  leaves: Leaf[] | null;
  /** By trait: what it is told apart by, and, of one record, what subtotals are made by. */
  members: Member[];
  sums: Sides;
  /** What the values of a split dimension add up to, by their mark; null without a split. */
  parts: Map<string, Sides> | null;
  /** Whether it is there though nothing was recorded. */
  filled: boolean;
}

/** Adds what other sides hold. */
export function mergeSides(sides: Sides, other: Sides, ledger: Ledger): void {
  if (other.current) sides.current = merged(sides.current, other.current, ledger);
  if (other.compared) sides.compared = merged(sides.compared, other.compared, ledger);
}

/** Adds values to others, or to none. */
export function merged(sums: Value[] | null, values: readonly Value[], ledger: Ledger): Value[] {
  const into = sums ?? ledger.none();
  ledger.merge(into, values);
  return into;
}
