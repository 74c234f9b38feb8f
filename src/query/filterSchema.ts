import * as v from 'valibot';
import type { FilterNode } from './filter';
import { readFilters } from './readFilters';
import { parseReference } from './reference';

/** What is said of a text that names no cell. */
export const NO_CELL = 'no cell, such as =Settings!B2';

/** A cell or range in A1 notation with its tab: `=Settings!B2`, `='My tab'!A1:A9`. */
export const cellReference = v.pipe(
  v.string(),
  v.maxLength(200),
  v.check((text) => parseReference(text) !== null, NO_CELL),
);

/**
 * The form of the filters of a query as they are stored and sent: all of the list must hold. Raises `FilterFault`: a union of
 * schemas would look at every node three times and couldn't say which of them is wrong.
 */
export const filtersSchema: v.GenericSchema<unknown, FilterNode[]> = v.pipe(
  v.unknown(),
  v.transform(readFilters),
);
