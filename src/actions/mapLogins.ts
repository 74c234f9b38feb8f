import type { Login } from '../logins/login';
import type { Workspace } from '../logins/workspace';
import { type Problem, problemOf, raise } from '../problems/problem';
import type { Query, QueryAccount } from '../query/query';
import type { Effects } from './effects';
import { listQueries, type QueryView } from './listQueries';
import { clearProblem } from './mended';
import { askedWith } from './refusedKey';
import { saveQuery } from './saveQuery';
import { successorOf } from './successor';

/** By which logins of one's own those in queries are replaced. */
export interface Mapping {
  map: { login: string; to: string }[];
  /** The queries that were shown, by the digests that named them then; without it all that read with those logins. */
  shown?: { query: string; digest: string }[];
}

/** What became of the queries that were to read with other logins. */
export interface Mapped {
  queries: QueryView[];
  /** Those that stay as they were, and why. */
  left: { query: string; name: string; problem: Problem }[];
}

/**
 * Lets queries read with logins of this person's own in the place of others: the same accounts, else those of the same names.
 * A query is mapped whole or not at all, each by itself; saving it is agreeing to it. A login may be mapped to itself, which
 * points its queries to accounts that have another id by now. Raises `login-unknown` and `key-refused`.
 */
export function mapLogins(effects: Effects, { map, shown }: Mapping): Mapped {
  const targets = new Map(map.map(({ login, to }) => [login, targetOf(effects, to)]));
  const left: Mapped['left'] = [];
  for (const { query } of effects.queries.all()) {
    if (query === null || !query.accounts.some(({ login }) => targets.has(login))) continue;
    const digest = shown?.find((each) => each.query === query.id)?.digest;
    if (shown && digest === undefined) continue;
    try {
      if (shown && effects.agreements.digestWithNames(query) !== digest) raise(changedMeanwhile(query.name));
      mapQuery(effects, query, targets);
    } catch (error) {
      left.push({ query: query.id, name: query.name, problem: problemOf(error) });
    }
  }
  return { queries: listQueries(effects), left };
}

/**
 * Saves a query with these logins in the place of those by whose ids they stand; `named` is the query by whose names accounts are
 * found. Raises `workspace-gone`, `agreement-outdated` where others have changed or deleted the query since it was read, and as
 * `saveQuery`.
 */
export function mapQuery(effects: Effects, query: Query, targets: Map<string, Target>, named = query): void {
  const mapped = { ...query, accounts: mappedAccounts(named, targets) };
  const saved = saveQuery(effects, mapped, (stored) => {
    if (JSON.stringify(stored) !== JSON.stringify(query)) raise(changedMeanwhile(query.name));
  });
  clearProblem(effects, saved.id, CURED);
}

/** What another login mends. */
const CURED = ['login-unknown', 'agreement-needed', 'workspace-gone', 'key-refused'];

/** A login with the accounts that it sees. */
export interface Target {
  login: Pick<Login, 'id' | 'name'>;
  accounts: Workspace[];
}

/** What a login sees is asked for only where nothing is known of it, as of one that somebody has just shared. */
function targetOf(effects: Effects, id: string): Target {
  const { logins, workspaces } = effects;
  const login = logins.get(id);
  const known = workspaces.known(id);
  const accounts = known.length > 0 ? known : askedWith(effects, login, () => workspaces.read(login));
  return { login, accounts };
}

function mappedAccounts(query: Query, targets: Map<string, Target>): QueryAccount[] {
  const mapped = query.accounts.map((account) => {
    const target = targets.get(account.login);
    if (!target) return account;
    const { login, accounts } = target;
    const { id, name } =
      successorOf(account, accounts) ?? raise(unseen(query.name, login.name, account.name));
    return { login: login.id, workspace: id, name };
  });
  const key = ({ login, workspace }: QueryAccount) => `${login}/${workspace}`;
  return mapped.filter(
    (account, index) => mapped.findIndex((other) => key(other) === key(account)) === index,
  );
}

function unseen(query: string, login: string, workspace: string): Problem {
  return {
    code: 'workspace-gone',
    scope: { query, login, workspace },
    title: `${login} doesn't see ${workspace}, which ${query} reads. It stays as it is.`,
    remedy: 'Choose another login for it, or edit the query and choose other accounts.',
    retry: 'never',
  };
}

function changedMeanwhile(query: string): Problem {
  return {
    code: 'agreement-outdated',
    scope: { query },
    title: `${query} has been changed since you looked at it. It stays as it is.`,
    remedy: 'Look at what it would read now, and choose again.',
    retry: 'never',
  };
}
