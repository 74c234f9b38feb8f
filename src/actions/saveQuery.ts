import { planQueries } from '../plan/plan';
import { plainText } from '../query/plainText';
import { type Query, type QueryTarget, readCandidate } from '../query/query';
import { ownTitlesApart } from '../rows/fitting';
import { releaseTable } from '../table/release';
import type { Effects } from './effects';
import { factsOf } from './facts';
import { rememberAccounts } from './lastAccounts';
import { ownAccounts, withOwnNames } from './ownAccounts';
import { resolved } from './parameters';

/**
 * Saves a query and gives it back: a new one when it has no id yet. Raises what is wrong with it before anything is kept.
 * The place of a table that is there already is kept, whatever the caller believes. `check` may raise why what is stored by then
 * isn't to be replaced.
 */
export function saveQuery(
  effects: Effects,
  candidate: unknown,
  check: (stored: Query | null) => void = () => undefined,
): Query {
  const given = candidate as Partial<Query>;
  const label = typeof given.name === 'string' ? plainText(given.name, 100) : '';
  const query = readCandidate({ ...given, id: given.id ?? effects.newId() }, label || 'The query');
  // May ask Clockify, for which nobody else is made to wait.
  const asked = { query: resolved(effects, query), facts: factsOf(effects, query) };
  if ((given.version as number) !== 1) ownTitlesApart(query);
  planQueries([asked], effects.clock.now());
  const { accounts } = withOwnNames(query, ownAccounts(effects));
  rememberAccounts(effects, accounts);
  return effects.lock.hold(() => {
    effects.queries.reload();
    const stored = effects.queries.find(query.id)?.query ?? null;
    check(stored);
    const known = stored?.target ?? null;
    const target = targetOf(effects, query, known);
    const saved = { ...query, accounts, target, name: freeName(effects, query) };
    // A table that is to go elsewhere stays behind as plain cells.
    if (known?.kind === 'placed' && target.kind !== 'placed') releaseTable(effects, query.id, known.range);
    const terms = effects.agreements.begin({ ...saved, target: seenTarget(effects, query, target) });
    effects.queries.save(saved);
    effects.grid.flush();
    effects.agreements.settle(saved.id, terms);
    return saved;
  });
}

/**
 * Where the table of a query goes. That it is placed is nothing that a caller can say: unless it is so in the spreadsheet, or
 * this person agreed to it, its cells are looked at as those of a first placement.
 */
function targetOf(effects: Effects, query: Query, known: QueryTarget | null): QueryTarget {
  const { target } = query;
  if (target.kind !== 'placed' || isAgreed(effects, query, target)) return target;
  if (known?.kind === 'placed') return known;
  return { kind: 'cell', sheet: target.sheet, row: target.row, column: target.column };
}

/** The target that a person who saves a query agrees to: what they sent, unless they agreed to the stored one before. */
function seenTarget(effects: Effects, query: Query, stored: QueryTarget): QueryTarget {
  return stored.kind !== 'placed' || isAgreed(effects, query, stored) ? stored : query.target;
}

function isAgreed({ agreements }: Effects, query: Query, target: QueryTarget): boolean {
  const wanted = agreements.terms({ ...query, target }).target;
  return agreements.of(query.id).some((terms) => terms.target === wanted);
}

/** The name of a query, or with the first number from 2 on with which no other has it. */
function freeName({ queries }: Effects, { id, name }: Query): string {
  const taken = new Set(queries.all().flatMap((other) => (other.id === id ? [] : [other.name])));
  let free = name;
  for (let number = 2; taken.has(free); number++) {
    const ending = ` ${number}`;
    free = `${name.slice(0, 100 - ending.length)}${ending}`;
  }
  return free;
}
