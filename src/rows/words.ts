import type { Leaf, ValueType } from '../reports/report';
import { majorUnits } from './cell';

/** What a value is called where it stands in a title: in no format of the spreadsheet's, and never empty. */
export function wordFor(leaf: Leaf, type: ValueType): string {
  if (leaf === null) return '(empty)';
  if (typeof leaf === 'boolean') return leaf ? 'Yes' : 'No';
  if (typeof leaf === 'string') return leaf;
  switch (type) {
    case 'date':
      return textOfDay(leaf);
    case 'month':
      return textOfDay(leaf).slice(0, 7);
    case 'date-time':
      return new Date(millisecondsOf(leaf)).toISOString().slice(0, 19).replace('T', ' ');
    case 'money':
      return majorUnits(leaf).toFixed(2);
    default:
      return String(leaf);
  }
}

function textOfDay(serial: number): string {
  return new Date(millisecondsOf(Math.floor(serial))).toISOString().slice(0, 10);
}

/** Of a serial number as if its zone were UTC. */
function millisecondsOf(serial: number): number {
  return Math.round((serial - 25_569) * 86_400) * 1000;
}
