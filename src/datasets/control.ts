/**
 * A sum that a list states of the whole of it, and that its records must add up to: how a reading proves that it is complete.
 */
export interface Control<R> {
  name: string;
  /** What a record adds to the sum. */
  of(record: R): number;
  /** The sum that an answer states; null when it states none. */
  stated(body: unknown): number | null;
  /** What a sum is of, in words: `time entries`, `tracked`. */
  title: string;
  /** A sum in words, without its title. */
  describe(sum: number): string;
}

/** Sums by the names of their controls. `records`, the number of records, is the one that every list may state. */
export type Sums = Record<string, number>;

/** The control that pages are counted by. */
export const RECORDS = 'records';

/** The sums that an answer states. */
export function statedIn<R>(controls: Control<R>[], body: unknown): Sums {
  const sums: Sums = {};
  for (const { name, stated } of controls) {
    const sum = stated(body);
    if (sum !== null) sums[name] = sum;
  }
  return sums;
}

/** What records add up to. */
export function sumsOf<R>(controls: Control<R>[], records: R[]): Sums {
  const sums: Sums = {};
  for (const { name, of } of controls) {
    let sum = 0;
    for (const record of records) sum += of(record);
    sums[name] = sum;
  }
  return sums;
}

/** Sums of two sets of records as one. */
export function addedUp(a: Sums, b: Sums): Sums {
  const sums: Sums = { ...a };
  for (const [name, sum] of Object.entries(b)) sums[name] = (sums[name] ?? 0) + sum;
  return sums;
}

/** The name of a sum that both state, and not alike; null when there is none. What is rounded differently is alike. */
export function differing(a: Sums, b: Sums): string | null {
  const names = Object.keys(a).filter((name) => name in b);
  return names.find((name) => Math.round(a[name]) !== Math.round(b[name])) ?? null;
}
