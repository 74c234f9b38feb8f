import type { Credentials } from '../logins/connect';
import { describeDifferences } from '../logins/differences';
import type { Managing } from '../logins/managing';
import { type Candidate, lookAtKey } from '../logins/mending';
import { withPeopleOf } from '../logins/whose';
import type { Workspace } from '../logins/workspace';
import { namesIn } from '../query/namesIn';
import type { Query } from '../query/query';
import { type AccountInUse, accountsInUse } from './accountsInUse';
import type { Effects } from './effects';
import { newReasons, queryMarks } from './queryMarks';
import { successorOf } from './successor';

/** What another key would mean for a login. */
export interface KeyInspected {
  /** Whose key it is. */
  person: { name: string; email: string };
  samePerson: boolean;
  region: string;
  regionBefore: string;
  /** Accounts that it doesn't see and the key before did, and those that it sees besides. */
  lost: { id: string; name: string }[];
  gained: { id: string; name: string }[];
  /** What changes for the queries of this spreadsheet, in sentences; none where nothing does. */
  changes: string[];
}

/**
 * Says what would change if a login had another key, and changes nothing. Raises as `lookAtKey` does.
 */
export function inspectKey(
  effects: Effects,
  managing: Managing,
  login: string,
  credentials: Credentials,
): KeyInspected {
  const candidate = lookAtKey(managing, login, credentials);
  const { before, owner, samePerson, accounts } = candidate;
  const known = effects.workspaces.known(login);
  const used = accountsInUse(effects).get(login) ?? [];
  return {
    person: { name: owner.user.name, email: owner.user.email },
    samePerson,
    region: owner.region,
    regionBefore: before.region,
    lost: without(known, accounts),
    gained: without(accounts, known),
    changes: [
      ...ownerChange(candidate),
      ...used.flatMap((account) => accountChange(account, known, accounts, owner.user.name)),
    ],
  };
}

function ownerChange({ before, owner, samePerson }: Candidate): string[] {
  const person = ({ name, email }: { name: string; email: string }) => (email ? `${name} (${email})` : name);
  return [
    ...(samePerson ? [] : [`The key belongs to ${person(owner.user)}, no longer to ${person(before.user)}.`]),
    ...(owner.region === before.region
      ? []
      : [`It works in Clockify's region ${owner.region}; before it was ${before.region}.`]),
  ];
}

function accountChange(
  { workspace, name, queries }: AccountInUse,
  known: Workspace[],
  accounts: Workspace[],
  owner: string,
): string[] {
  const before = known.find(({ id }) => id === workspace);
  const called = before?.name ?? name;
  const after = successorOf({ workspace, name: called }, accounts);
  const named = namesIn(queries.map((query) => query.name));
  if (after === null) return [`${owner} doesn't see ${called}: ${named} can't be refreshed any more.`];
  const another =
    after.id === workspace
      ? []
      : [`${called} is another account of the same name here: ${named} will read that one. ${FILTERS}`];
  return [
    ...another,
    ...(before ? [...describeDifferences(before, after), ...seen(queries, before, after)] : []),
  ];
}

/** What of queries is no longer seen, and what that wasn't is, in sentences. */
function seen(queries: Query[], before: Workspace, after: Workspace): string[] {
  const [then, now] = [withPeopleOf(before, after), withPeopleOf(after, before)].map((account) =>
    queries.flatMap((query) => queryMarks(query, [account])),
  );
  return [...newReasons(then, now), ...newReasons(now, then).map((reason) => `No longer so: ${reason}`)];
}

const FILTERS = 'Filters that name its people or projects have to be chosen again.';

function without(workspaces: Workspace[], others: Workspace[]): { id: string; name: string }[] {
  const ids = new Set(others.map(({ id }) => id));
  return workspaces.filter(({ id }) => !ids.has(id)).map(({ id, name }) => ({ id, name }));
}
