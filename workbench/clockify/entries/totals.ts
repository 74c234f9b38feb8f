import type { Entry, Sequence, Workspace } from '../model';
import { cost3600, currencyOf, earned3600, secondsOf } from './money';

/** The money of one currency: minor units × 3600, exact; null while no entry had a rate. */
export interface CurrencySum {
  readonly currency: string;
  earned: number | null;
  cost: number | null;
}

/** What some entries add up to, entry by entry. A running timer is an entry of no seconds. */
export class Totals {
  entries = 0;
  seconds = 0;
  billableSeconds = 0;
  /** One for each currency that an entry was in. */
  readonly money: CurrencySum[] = [];

  add(workspace: Workspace, entry: Entry): void {
    const seconds = secondsOf(entry);
    this.entries += 1;
    this.seconds += seconds;
    if (entry.billable) this.billableSeconds += seconds;
    const sum = this.moneyIn(currencyOf(workspace, entry));
    const earned = earned3600(entry);
    const cost = cost3600(entry);
    if (earned !== null) sum.earned = (sum.earned ?? 0) + earned;
    if (cost !== null) sum.cost = (sum.cost ?? 0) + cost;
  }

  private moneyIn(currency: string): CurrencySum {
    for (const each of this.money) if (each.currency === currency) return each;
    const sum = { currency, earned: null, cost: null };
    this.money.push(sum);
    return sum;
  }
}

export function totalsOf(workspace: Workspace, entries: Sequence<Entry>): Totals {
  const totals = new Totals();
  for (let index = 0; index < entries.length; index += 1) totals.add(workspace, entries.at(index)!);
  return totals;
}
