import { isRead } from '../../plan/pages';
import { type Problem, ProblemError, raise } from '../../problems/problem';
import { conditionsOf } from '../../query/filter';
import { plainText } from '../../query/plainText';
import type { Query } from '../../query/query';
import { fieldOf, reportOf } from '../../reports';
import type { EntityKind } from '../../reports/report';
import type { Effects } from '../effects';
import { listValues } from '../listValues';
import { KeptLists } from '../values/keptLists';

/** A thing that a filter asks for by its id. */
interface Wanted {
  kind: EntityKind;
  field: string;
  id: string;
  name: string;
}

/**
 * Raises `value-gone` for a query whose filters ask for something that its accounts no longer have: what is left of its table
 * would be empty, and nobody would know why. Asked only where a table would have no rows. `stands` says whether there is a
 * table that would be emptied: then the lists that values are picked from are read once more before anything is called gone;
 * else, and where a list can't be read, only what is known of them counts.
 */
export function refuseGoneValues(effects: Effects, query: Query, stands: boolean): void {
  const wanted = wantedBy(query);
  for (const kind of new Set(wanted.map((thing) => thing.kind))) {
    const known = stands ? listed(effects, query, kind) : kept(effects, query, kind);
    const gone = known && wanted.find((thing) => thing.kind === kind && !known.has(thing.id));
    if (gone) raise(valueGone(query, gone));
  }
}

function wantedBy(query: Query): Wanted[] {
  const report = reportOf(query.report);
  return conditionsOf(query.filters ?? []).flatMap(({ field: id, op, values }): Wanted[] => {
    const field = fieldOf(report, id);
    const kind = field.role === 'dimension' ? field.entity?.kind : undefined;
    if (op !== 'is' || kind === undefined) return [];
    return values.flatMap((value) =>
      typeof value === 'object' && 'id' in value ? [{ kind, field: field.title, ...value }] : [],
    );
  });
}

/** The ids of all that the accounts have of a kind, read anew; null where they can't be read. */
function listed(effects: Effects, { accounts }: Query, kind: EntityKind): Set<string> | null {
  try {
    const { values, complete, problems } = listValues(effects, { accounts, kind, fresh: true });
    return complete && problems.length === 0 ? new Set(values.map(({ id }) => id)) : null;
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

/** The same from lists that were read before; null unless all of them are known. */
function kept({ cache }: Effects, { accounts }: Query, kind: EntityKind): Set<string> | null {
  const lists = accounts.map(({ login, workspace }) => new KeptLists(cache).get({ login, workspace, kind }));
  if (!lists.every((list) => list !== null && isRead(list.pages))) return null;
  return new Set(lists.flatMap((list) => list?.values.map(({ id }) => id) ?? []));
}

function valueGone({ name: query, accounts }: Query, { field, name, id }: Wanted): Problem {
  const where = accounts.length === 1 ? accounts[0].name : 'its accounts';
  return {
    code: 'value-gone',
    scope: { query },
    title: `A filter on ${field} asks for ${plainText(name, 100) || id}, which is no longer in ${where}.`,
    remedy: 'Choose another value in that filter, or remove it. The table stays as it is until then.',
    retry: 'never',
  };
}
