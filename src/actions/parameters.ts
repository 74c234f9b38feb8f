import { parametersOf, resolveParameters } from '../query/parameters';
import type { Query } from '../query/query';
import type { Effects } from './effects';

/**
 * A query with what the cells that it names say now: to be checked, planned and refreshed, never to be stored. Of a query without
 * such cells nothing is read. Raises `parameter-invalid` and `filter-too-large`, which name the cell.
 */
export function resolved({ parameters }: Pick<Effects, 'parameters'>, query: Query): Query {
  const references = parametersOf(query);
  return references.length === 0 ? query : resolveParameters(query, parameters.read(references));
}
