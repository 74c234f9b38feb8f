import type { Login } from '../logins/login';
import type { Workspace } from '../logins/workspace';
import { namesIn } from '../query/namesIn';
import type { Query } from '../query/query';
import { type AgreementView, agreementOf, describedFor } from './agreement';
import type { Effects } from './effects';
import { ownAccounts } from './ownAccounts';
import { newReasons, queryMarks } from './queryMarks';
import { successorOf } from './successor';

/** A login of one's own that could stand in for one that isn't here. */
export interface StandIn {
  login: string;
  /** What becomes of each account; those without a `to` aren't seen by it. */
  accounts: { from: string; to: string | null; name: string }[];
  /** What it doesn't see, and what else is different, in sentences. */
  says: string[];
}

/** A login that queries of the spreadsheet need and this person hasn't, or that no longer sees accounts of theirs. */
export interface MissingLogin {
  id: string;
  /** What it is called where it is this person's own; null where it isn't. */
  name: string | null;
  accounts: { workspace: string; name: string }[];
  /** The queries, each with what it reads, and the digest by which what was shown is named. */
  queries: ({ id: string; name: string } & AgreementView)[];
  candidates: StandIn[];
}

/** What the queries of a spreadsheet lack before this person can refresh them. */
export interface Missing {
  logins: MissingLogin[];
  /** Queries for which they have the logins and that wait for their agreement. */
  agreements: ({ id: string; name: string } & AgreementView)[];
}

/** What a spreadsheet lacks that was copied, or that others made. Asks nothing of Clockify. */
export function missingLogins(effects: Effects): Missing {
  const { agreements, logins, workspaces, queries } = effects;
  const own = ownAccounts(effects);
  const known = workspaces.allKnown();
  const seen = logins.all().map((login) => ({ login, accounts: known(login.id) }));
  const stored = queries.all().flatMap(({ query }) => query ?? []);
  const agreed = agreements.all();
  const viewing = { agreements, places: effects.places(), placed: effects.tables.all() };
  const missing = new Map<string, MissingLogin>();
  for (const query of stored) {
    for (const id of new Set(query.accounts.map(({ login }) => login))) {
      const lacking = lackingAccounts(query, id, seen);
      if (lacking.length === 0) continue;
      const entry = missing.get(id) ?? { id, name: own.login(id), accounts: [], queries: [], candidates: [] };
      missing.set(id, entry);
      for (const { workspace, name } of lacking)
        if (!entry.accounts.some((account) => account.workspace === workspace))
          entry.accounts.push({ workspace, name });
      entry.queries.push({ id: query.id, name: query.name, ...describedFor(viewing, query, own) });
    }
  }
  const lacking = new Set([...missing.values()].flatMap((login) => login.queries.map(({ id }) => id)));
  return {
    logins: [...missing.values()].map((login) => ({
      ...login,
      candidates: standInsFor(login, stored, seen),
    })),
    agreements: stored.flatMap((query) => {
      if (lacking.has(query.id)) return [];
      const view = agreementOf(viewing, query, own, agreed.get(query.id)?.terms ?? []);
      return view ? [{ id: query.id, name: query.name, ...view }] : [];
    }),
  };
}

/** A login of this person with the accounts that it is known to see. */
interface Seen {
  login: Login;
  accounts: Workspace[];
}

/** The accounts of a query that it can't read by a login: all where that isn't there, those that it doesn't see where it is. */
function lackingAccounts({ accounts }: Query, id: string, seen: Seen[]): Query['accounts'] {
  const found = seen.find(({ login }) => login.id === id);
  // What a login sees may not have been read yet, or be forgotten: the next refresh tells.
  const known = found && found.accounts.length > 0 ? new Set(found.accounts.map((each) => each.id)) : null;
  return accounts.filter(
    ({ login, workspace }) => login === id && (!found || (known !== null && !known.has(workspace))),
  );
}

/** The logins that see some of the accounts, those that see most of them first. */
function standInsFor(
  { id, accounts: lacking, queries }: MissingLogin,
  stored: Query[],
  seen: Seen[],
): StandIn[] {
  const reading = stored.filter((query) => queries.some((each) => each.id === query.id));
  const found = seen.flatMap(({ login, accounts }) => {
    if (login.refusedAt !== null) return [];
    const matches = lacking.map((account) => ({ account, to: successorOf(account, accounts) }));
    const count = matches.filter(({ to }) => to !== null).length;
    return count === 0 ? [] : [{ login, matches, count }];
  });
  return found
    .sort((a, b) => b.count - a.count)
    .map(({ login, matches }) => ({
      login: login.id,
      accounts: matches.map(({ account, to }) => ({
        from: account.workspace,
        to: to?.id ?? null,
        name: to?.name ?? account.name,
      })),
      says: [...unseen(matches), ...others(matches), ...sightOf(id, reading, matches)],
    }));
}

/** What queries don't see of accounts that are read by a login in the place of another. */
function sightOf(id: string, queries: Query[], matches: Match[]): string[] {
  const marks = queries.flatMap((query) => {
    const accounts = query.accounts.flatMap(({ login, workspace }) => {
      const match = login === id ? matches.find(({ account }) => account.workspace === workspace) : undefined;
      return match?.to ?? [];
    });
    return queryMarks(query, accounts);
  });
  return newReasons([], marks);
}

type Match = { account: { workspace: string; name: string }; to: Workspace | null };

function unseen(matches: Match[]): string[] {
  const names = matches.flatMap(({ account, to }) => (to === null ? [account.name] : []));
  return names.length === 0
    ? []
    : [`It doesn't see ${namesIn(names)}: queries that read that stay as they are.`];
}

function others(matches: Match[]): string[] {
  const names = matches.flatMap(({ account, to }) => (to && to.id !== account.workspace ? [to.name] : []));
  return names.length === 0
    ? []
    : [
        `${namesIn(names)} ${names.length === 1 ? 'is another account' : 'are other accounts'} of the same name: filters that name people or projects have to be chosen again.`,
      ];
}
