import type { ListedValue } from './kinds';

/** The values of one account. */
export interface AccountValues {
  account: string;
  values: ListedValue[];
}

/**
 * Values of several accounts as one list, by name. What several accounts have under one id (people) is there once; what
 * nothing else tells apart is told apart by its account.
 */
export function merged(accounts: AccountValues[]): ListedValue[] {
  const byId = new Map<string, { value: ListedValue; account: string }>();
  for (const { account, values } of accounts) {
    for (const value of values) {
      const known = byId.get(value.id);
      if (known === undefined) byId.set(value.id, { value, account });
      else if (!value.archived) known.value = { ...known.value, archived: false };
    }
  }
  const all = [...byId.values()];
  const accountsOf = new Map<string, Set<string>>();
  for (const { value, account } of all) {
    const look = lookOf(value);
    accountsOf.set(look, (accountsOf.get(look) ?? new Set()).add(account));
  }
  return all
    .map(({ value, account }) =>
      (accountsOf.get(lookOf(value))?.size ?? 0) > 1
        ? { ...value, apart: value.apart === null ? account : `${value.apart}, ${account}` }
        : value,
    )
    .sort(byName);
}

/** The values whose name, or what tells them apart, contains a text; letter case doesn't matter. */
export function found(values: ListedValue[], search: string): ListedValue[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return values;
  return values.filter(({ name, apart }) =>
    [name, apart ?? ''].some((text) => text.toLowerCase().includes(wanted)),
  );
}

function lookOf({ name, apart }: ListedValue): string {
  return JSON.stringify([name.toLowerCase(), apart?.toLowerCase() ?? null]);
}

/** By name whatever its case, then by what tells it apart, then by id: the same order every time. */
function byName(a: ListedValue, b: ListedValue): number {
  return (
    order(a.name.toLowerCase(), b.name.toLowerCase()) ||
    order(a.name, b.name) ||
    order(a.apart ?? '', b.apart ?? '') ||
    order(a.id, b.id)
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
