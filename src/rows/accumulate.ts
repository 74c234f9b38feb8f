import type { Metric } from '../reports/report';
import type { Value } from './value';

/**
 * What adds up one metric that is not a ratio: it takes `width` places of a list of values, from `at` on. Adding records one
 * by one, in any order, or adding lists that hold parts of them, gives the same.
 */
export interface Accumulator {
  width: number;
  /** What the places hold of no record. */
  none: Value[];
  /** What they hold where it is known that nothing was recorded. */
  zero: Value[];
  add(values: Value[], at: number, record: unknown): void;
  /** Adds what another list holds at the same places. */
  merge(values: Value[], at: number, other: readonly Value[]): void;
  /** What it comes to: null for a sum of nothing. */
  total(values: readonly Value[], at: number): number | null;
}

/** The accumulator of a metric; null for a ratio, which is made of two. */
export function accumulatorOf({ measure }: Metric<unknown>): Accumulator | null {
  if ('sum' in measure) return summing(measure.sum);
  if ('count' in measure) return COUNTING;
  if ('distinct' in measure) return distinguishing(measure.distinct);
  return null;
}

/** Fractions are kept in so many parts of a whole: finer than anything that is shown, and whole numbers add up exactly. */
const PARTS = 2 ** 32;

/**
 * Adds up whole numbers and fractions apart, each as whole numbers, which makes the sum independent of the order: seconds
 * are whole, but minor units of amounts may have fractions, which floating numbers add up differently in each order.
 */
function summing(of: (record: unknown) => number | null): Accumulator {
  return {
    width: 2,
    none: [null, 0],
    zero: [0, 0],
    add(values, at, record) {
      const summand = of(record);
      if (summand !== null) carry(values, at, summand);
    },
    merge(values, at, other) {
      const whole = other[at];
      if (whole === null) return;
      values[at] = ((values[at] as number | null) ?? 0) + (whole as number);
      addParts(values, at, other[at + 1] as number);
    },
    total(values, at) {
      const whole = values[at] as number | null;
      return whole === null ? null : whole + (values[at + 1] as number) / PARTS;
    },
  };
}

function carry(values: Value[], at: number, summand: number): void {
  const whole = Math.floor(summand);
  values[at] = ((values[at] as number | null) ?? 0) + whole;
  if (whole !== summand) addParts(values, at, Math.round((summand - whole) * PARTS));
}

function addParts(values: Value[], at: number, parts: number): void {
  if (parts === 0) return;
  const sum = (values[at + 1] as number) + parts;
  const full = sum >= PARTS;
  values[at + 1] = full ? sum - PARTS : sum;
  if (full) values[at] = (values[at] as number) + 1;
}

const COUNTING: Accumulator = {
  width: 1,
  none: [0],
  zero: [0],
  add(values, at) {
    values[at] = (values[at] as number) + 1;
  },
  merge(values, at, other) {
    values[at] = (values[at] as number) + (other[at] as number);
  },
  total: (values, at) => values[at] as number,
};

/** Counts exactly: keeps every text that it met, in their order, as a list that grows by what isn't in it. */
function distinguishing(of: (record: unknown) => string | null): Accumulator {
  return {
    width: 1,
    none: [null],
    zero: [null],
    add(values, at, record) {
      const text = of(record);
      if (text !== null) setAt(values, at).add(text);
    },
    merge(values, at, other) {
      if (other[at] === null) return;
      const set = setAt(values, at);
      for (const text of other[at] as Iterable<string>) set.add(text);
    },
    total: (values, at) => {
      const kept = values[at] as unknown as Set<string> | string[] | null;
      return kept === null ? 0 : Array.isArray(kept) ? kept.length : kept.size;
    },
  };
}

/** The set at a place, while values are added up; `sealed` makes lists of sets. */
function setAt(values: Value[], at: number): Set<string> {
  const kept = values[at] as unknown;
  if (kept instanceof Set) return kept;
  const set = new Set<string>((kept as string[] | null) ?? []);
  values[at] = set as unknown as Value;
  return set;
}

/** Values as plain JSON again, once nothing more is added. */
export function sealed(values: Value[]): Value[] {
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as unknown;
    if (value instanceof Set) values[at] = [...value];
  }
  return values;
}
