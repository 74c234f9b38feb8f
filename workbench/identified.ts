import type { Values } from '../src/actions/listValues';
import type { Condition, FilterNode, FilterValue } from '../src/query/filter';
import type { Query } from '../src/query/query';
import { fieldOf, reportOf } from '../src/reports';
import type { EntityKind } from '../src/reports/report';
import type { PlanLine } from './plans';
import { Refused, type Session } from './session';
import { isOneOf } from './where';

/** More calls than the longest list takes to be read. */
const MOST_CALLS = 20;

/**
 * The query with names in its last `typed` conditions as the things that they name, so that Clockify itself can leave out all
 * others: two of one name both. Names that nothing has stay texts, and so do all of them where lists can't be read, or where
 * reading them would only cost requests: then they are compared with the names in the records.
 */
export async function withIdentified(
  session: Session,
  query: Partial<Query>,
  typed: number,
): Promise<Partial<Query>> {
  const filters = query.filters ?? [];
  const first = filters.length - typed;
  const kinds = filters.map((node, index) => (index < first ? null : kindNamed(query, node)));
  if (kinds.every((kind) => kind === null)) return query;
  if (!(await maySave(session, query))) return query;
  session.stage = 'Looking up names';
  const found: FilterNode[] = [];
  for (const [index, node] of filters.entries()) {
    const kind = kinds[index];
    found.push(kind === null ? node : await identified(session, query, kind, node as Condition));
  }
  return { ...query, filters: found };
}

/** Whether a list may turn out shorter when Clockify leaves out what isn't wanted. */
async function maySave(session: Session, query: Partial<Query>): Promise<boolean> {
  try {
    return (await session.call<PlanLine | null>('previewRequests', { query }))?.atLeast ?? false;
  } catch (error) {
    // What is wrong with a query is said when it is saved.
    if (error instanceof Refused) return false;
    throw error;
  }
}

/** The kind of the things that a condition names by texts; null for any other condition. */
function kindNamed({ report = '' }: Partial<Query>, node: FilterNode): EntityKind | null {
  if (!('field' in node) || !isOneOf(node.op) || !node.values.some(isName)) return null;
  const field = fieldOf(reportOf(report), node.field);
  return (field.role === 'dimension' && field.entity?.kind) || null;
}

function isName(value: FilterValue): value is string {
  return typeof value === 'string' && value.trim() !== '' && !value.startsWith('=');
}

async function identified(
  session: Session,
  query: Partial<Query>,
  kind: EntityKind,
  condition: Condition,
): Promise<Condition> {
  const values = await valuesOf(session, query, kind);
  if (values === null) return condition;
  return {
    ...condition,
    values: condition.values.flatMap((value): FilterValue[] => {
      const named = isName(value) ? values.filter(({ name }) => same(name, value)) : [];
      return named.length > 0 ? named.map(({ id, name }) => ({ id, name })) : [value];
    }),
  };
}

function same(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** All values of a kind in the query's accounts; null where they can't all be read. */
async function valuesOf(
  session: Session,
  { accounts = [] }: Partial<Query>,
  kind: EntityKind,
): Promise<Values['values'] | null> {
  const asked = { accounts: accounts.map(({ login, workspace }) => ({ login, workspace })), kind };
  try {
    for (let call = 0; call < MOST_CALLS; call++) {
      const { values, complete, problems } = await session.call<Values>('listValues', asked);
      if (complete) return values;
      if (problems.length > 0) return null;
    }
    return null;
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
