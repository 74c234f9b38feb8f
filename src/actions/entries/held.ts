import type { AnyField, Leaf } from '../../reports/report';
import { majorUnits } from '../../rows/cell';
import { wordFor } from '../../rows/words';

/** What a cell of a table holds: a day comes with what the cell shows. */
export type Held = string | number | boolean | { date: string; shown?: string };

/** Things by their ids, with the label that they have in the table. */
export interface HeldThings {
  ids: string[];
  label: string;
}

const SECONDS_AN_HOUR = 3600;

/** A value as a cell of the table would hold it; days and moments as texts. */
export function heldOf({ type }: Pick<AnyField, 'type'>, leaf: Leaf): Held {
  if (leaf === null) return '';
  if (typeof leaf !== 'number') return leaf;
  switch (type) {
    case 'date':
    case 'month':
    case 'date-time':
      return wordFor(leaf, type);
    case 'money':
      return majorUnits(leaf);
    case 'duration':
    case 'hours':
      return leaf / SECONDS_AN_HOUR;
    default:
      return leaf;
  }
}

/** What a cell says, in words. */
export function textOf(held: Held): string {
  return typeof held === 'object' ? (held.shown ?? held.date) : String(held);
}
