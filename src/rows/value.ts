import type { Leaf } from '../reports/report';

/** A value before it is shown: as a field gives it, or ids whose names another dataset holds. Plain JSON. */
export type Value = Leaf | string[];
