import type { GroupKey, Pushed } from '../datasets/dataset';
import { type Days, windowsOf } from '../query/period';
import { moreOf, type PlannedAccount } from './account';
import { common, contains } from './days';
import { isFiltered, sameFilters } from './filters';
import type { Dated, Need } from './need';
import type { Reading, Take } from './reading';
import { ride, shareRecords } from './shareRecords';
import { shareSums } from './shareSums';

/**
 * The readings that answer needs, in windows as long as their accounts may ask for. What several need is read once, also what
 * one needs of what another reads; never do they take more requests than the needs of each query alone.
 */
export function readingsFor(needs: Need[], accounts: PlannedAccount[]): Reading[] {
  const dated = needs.filter((need): need is Dated => need.days !== null);
  return [
    ...alike(dated, ({ account, zone, dataset }) => `${account} ${zone} ${dataset}`).flatMap((some) =>
      datedReadings(some, accounts[some[0].account]),
    ),
    // What has no days is the same in every zone.
    ...alike(
      needs.filter(({ days }) => days === null),
      ({ account, dataset, purpose }) => `${account} ${dataset} ${purpose === 'names'}`,
    ).map(wholeReading),
  ];
}

/** Things of one key together, in the order of their first ones. */
function alike<T>(things: T[], keyOf: (thing: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
  return [...groups.values()];
}

/** A list without days. One whose records are rows for a query and fill the rows of another is read once. */
function wholeReading(needs: Need[]): Reading {
  const [first] = needs;
  const { account, dataset, zone } = first;
  return {
    account,
    dataset,
    zone,
    days: null,
    purpose: (needs.find(({ purpose }) => purpose === 'rows') ?? first).purpose,
    takes: needs.map((need) => takeOf(need, null, false)),
    amounts: amountsOf(needs),
  };
}

/** The readings of needs of one dataset, account and zone. Records do for what sums would do for. */
function datedReadings(needs: Dated[], account: PlannedAccount): Reading[] {
  const records = shareRecords(needs.filter(({ sums }) => sums === null));
  const left = needs.filter((need) => need.sums !== null && !ride(need, records));
  return [
    ...records.flatMap((some) => inWindows(some, account)),
    ...shareSums(left, account).flatMap((sums) =>
      bothSides(sums).flatMap((side) => inWindows(side, account)),
    ),
  ];
}

interface Shared {
  days: Days;
  filters: Pushed;
  groups?: GroupKey[];
  needs: Dated[];
  /** Which of both sides, where sums are by what is billable: no filter of the needs. */
  billable?: boolean;
}

/** By what is billable Clockify doesn't group: what is and what isn't are asked for one after the other. */
function bothSides(sums: Shared & { groups: GroupKey[] }): Shared[] {
  if (!sums.groups.includes('BILLABLE')) return [sums];
  const groups = sums.groups.filter((group) => group !== 'BILLABLE');
  return [true, false].map((billable) => ({ ...sums, groups, billable }));
}

function inWindows(shared: Shared, { mostDays }: PlannedAccount): Reading[] {
  const { days, groups, needs, billable } = shared;
  const filters = billable === undefined ? shared.filters : { ...shared.filters, billable };
  const [{ account, zone, dataset, sums }] = needs;
  return windowsOf(days, mostDays).map((window): Reading => {
    const takers = needs.filter((need) => common(need.days, window) !== null);
    return {
      account,
      dataset: groups && sums ? sums.dataset : dataset,
      zone,
      days: window,
      purpose: 'rows',
      takes: takers.map((need) => {
        const pushed = isFiltered(need.filters) && sameFilters(need.filters, shared.filters);
        return takeOf(need, contains(need.days, window) ? null : common(need.days, window), pushed);
      }),
      amounts: amountsOf(takers),
      ...(isFiltered(filters) && { filters }),
      ...(groups && { groups, records: dataset }),
    };
  });
}

function takeOf({ query, side, fills }: Need, days: Days | null, pushed: boolean): Take {
  return { query, side, days, pushed, ...(fills && { fills }) };
}

function amountsOf(needs: Need[]): Need['amounts'] {
  return needs.map(({ amounts }) => amounts).reduce(moreOf);
}
