import type { Leaf } from '../reports/report';

/**
 * A value before it is shown: as a field gives it, ids whose names another dataset holds, or what a group keeps of its
 * records until all of them are there. Plain JSON.
 */
export type Value = Leaf | Value[];
