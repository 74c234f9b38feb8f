import type { Entry, Sequence, Workspace } from '../model';
import { cost3600, currencyOf, earned3600, secondsOf } from './money';

export interface Totals {
  entries: number;
  seconds: number;
  billableSeconds: number;
  /** Minor units × 3600 by currency code. */
  earned: Map<string, number>;
  cost: Map<string, number>;
}

export function totalsOf(workspace: Workspace, entries: Sequence<Entry>): Totals {
  const totals: Totals = {
    entries: entries.length,
    seconds: 0,
    billableSeconds: 0,
    earned: new Map(),
    cost: new Map(),
  };
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries.at(index)!;
    const seconds = secondsOf(entry);
    totals.seconds += seconds;
    if (entry.billable) totals.billableSeconds += seconds;
    const code = currencyOf(workspace, entry);
    totals.earned.set(code, (totals.earned.get(code) ?? 0) + (earned3600(entry) ?? 0));
    totals.cost.set(code, (totals.cost.get(code) ?? 0) + (cost3600(entry) ?? 0));
  }
  return totals;
}
