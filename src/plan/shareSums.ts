import type { GroupKey, Pushed } from '../datasets/dataset';
import { type Days, lengthInDays } from '../query/period';
import type { PlannedAccount } from './account';
import { contains, joined, sameDays } from './days';
import { sameFilters } from './filters';
import type { Dated } from './need';
import { allowed, together } from './sums';
import { windowsIn } from './windows';

/** Sums of some days by some groups, and who takes of them. */
export interface SummedUp {
  days: Days;
  filters: Pushed;
  groups: GroupKey[];
  needs: Dated[];
}

/**
 * The sums that needs of one account and zone take: first those of each query as alone, then of different ones together, so
 * that together they never take more requests than apart.
 */
export function shareSums(needs: Dated[], account: PlannedAccount): SummedUp[] {
  const apart = [...new Set(needs.map(({ query }) => query))].flatMap((query) =>
    packed(
      needs.filter((need) => need.query === query).flatMap((need) => alone(need)),
      account,
    ),
  );
  return packed(apart, account);
}

function alone(need: Dated): SummedUp[] {
  const { days, filters, sums } = need;
  return sums ? [{ days, filters, groups: sums.groups, needs: [need] }] : [];
}

/** Sums that go together put together: the finest first, those by days last. */
function packed(all: SummedUp[], account: PlannedAccount): SummedUp[] {
  const packed: SummedUp[] = [];
  for (const sums of [...all].sort((a, b) => weight(b) - weight(a))) {
    const options = packed.flatMap((host, index) => {
      const merged = merge(host, sums, account);
      return merged ? [{ index, merged, growth: merged.groups.length - host.groups.length }] : [];
    });
    const [best] = options.sort((a, b) => a.growth - b.growth);
    if (best) packed[best.index] = best.merged;
    else packed.push(sums);
  }
  return packed;
}

function weight({ groups, days }: SummedUp): number {
  return groups.length * 2 - (groups.includes('DATE') ? 1 : 0) + lengthInDays(days) / 1_000_000;
}

/**
 * The most days for which what one query needs by days is put together with what another needs by something else: each day of
 * a year by each client and person may be more than the entries of the year are worth.
 */
const DAYS_BY_OTHERS = 92;

/** Two readings as one that takes fewer requests; null where there is none. */
function merge(a: SummedUp, b: SummedUp, account: PlannedAccount): SummedUp | null {
  const days = daysOfBoth(a, b);
  if (days === null) return null;
  const needs = [...a.needs, ...b.needs];
  const filters = sameFilters(a.filters, b.filters) ? a.filters : {};
  const groups = groupsFor(needs, filters, account);
  if (groups === null) return null;
  const isFiner = ![a, b].some((one) => groups.every((group) => one.groups.includes(group)));
  if (isFiner && groups.includes('DATE') && lengthInDays(days) > DAYS_BY_OTHERS) return null;
  const merged = { days, filters, groups, needs };
  return requestsFor(merged, account) < requestsFor(a, account) + requestsFor(b, account) ? merged : null;
}

/** The days of two readings as one: other days than all can only be taken of sums by days. */
function daysOfBoth(a: SummedUp, b: SummedUp): Days | null {
  if (sameDays(a.days, b.days)) return a.days;
  if (![...a.needs, ...b.needs].every(({ partial }) => partial)) return null;
  const [aByDays, bByDays] = [a.groups.includes('DATE'), b.groups.includes('DATE')];
  if (aByDays && contains(a.days, b.days)) return a.days;
  if (bByDays && contains(b.days, a.days)) return b.days;
  return aByDays && bByDays ? joined(a.days, b.days) : null;
}

function groupsFor(needs: Dated[], filters: Pushed, account: PlannedAccount): GroupKey[] | null {
  const groups: GroupKey[] = [];
  for (const { sums, filters: own } of needs) {
    const some = sameFilters(own, filters) ? sums?.groups : sums?.unfiltered;
    if (!some) return null;
    groups.push(...some);
  }
  return allowed(together(groups), account);
}

function requestsFor({ days, groups }: SummedUp, account: PlannedAccount): number {
  return windowsIn(days, account) * (groups.includes('BILLABLE') ? 2 : 1);
}
