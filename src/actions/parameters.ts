import type { Query } from '../query/query';
import type { Effects } from './effects';

export function resolved(_: Effects, query: Query): Query {
  return query;
}
