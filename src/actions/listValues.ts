import { type Failure, passing } from '../clockify/failure';
import { hostsOf } from '../clockify/hosts';
import { problemOfFailure } from '../clockify/refusal';
import type { Login } from '../logins/login';
import { keyRefused } from '../logins/refused';
import { isRead, unread } from '../plan/pages';
import { type Problem, ProblemError } from '../problems/problem';
import type { EntityKind } from '../reports/report';
import { expireRefused } from './contradicted';
import type { Effects } from './effects';
import type { ChosenAccount } from './lastAccounts';
import { askedWith, judged } from './refusedKey';
import { type KeptList, KeptLists } from './values/keptLists';
import { type ListedValue, SOURCES } from './values/kinds';
import { found, merged } from './values/merged';
import { type OpenList, type ReadList, readLists } from './values/readLists';

/** What of which accounts is listed. */
export interface ValuesAsked {
  accounts: ChosenAccount[];
  kind: EntityKind;
  /** Only values whose names contain this. */
  search?: string;
  /** Whether it is read anew, whatever is known. */
  fresh?: boolean;
}

/** Values to pick from, by name. */
export interface Values {
  values: ListedValue[];
  /** Whether these are all. Where they aren't, another call goes on reading, unless there is a problem. */
  complete: boolean;
  /** Why the lists of some of the accounts can't be read now. */
  problems: Problem[];
}

/** How long a list counts as it was read, and how long a call goes on reading. In milliseconds. */
const AN_HOUR = 3_600_000;
const READING_TIME = 25_000;

/** One list of an account: as it is known, and as far as it is read when that won't do. */
interface AccountList {
  login: Login;
  workspace: string;
  /** What the workspace is called. */
  account: string;
  known: KeptList | null;
  reading: KeptList | null;
  problem: Problem | null;
}

/**
 * The people, projects, clients, tasks, tags or groups of accounts: read once and kept for an hour, since accounts on the Free
 * plan have few requests. A list that can't be read anew for now is given as it was. Raises `login-unknown`,
 * `workspace-gone`, and what kept Clockify from answering where nothing can be given: `forbidden` says what works all the same.
 */
export function listValues(effects: Effects, asked: ValuesAsked): Values {
  const { clock, cache } = effects;
  const kept = new KeptLists(cache);
  const begun = clock.now();
  const lists = eachOnce(asked.accounts).map((account) => listOf(effects, kept, account, asked, begun));
  const open = lists.filter((list) => list.reading !== null);
  for (const { login } of open) effects.logins.use(login);
  const read = readLists(
    effects,
    open.map((list) => openList(list, asked.kind)),
    begun + READING_TIME,
  );
  open.forEach((list, index) => {
    list.known = settled(effects, list, asked.kind, read[index]);
    const { login, workspace, known } = list;
    if (known !== null && known === list.reading)
      kept.put({ login: login.id, workspace, kind: asked.kind }, known);
  });
  const problems = lists.flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0 && lists.every(({ known }) => known === null)) throw new ProblemError(problems[0]);
  const values = merged(lists.map(({ account, known }) => ({ account, values: known?.values ?? [] })));
  return {
    values: found(values, asked.search ?? ''),
    complete: lists.every(({ known }) => known !== null && isRead(known.pages)),
    problems,
  };
}

function listOf(
  effects: Effects,
  kept: KeptLists,
  { login: id, workspace }: ChosenAccount,
  { kind, fresh }: ValuesAsked,
  now: number,
): AccountList {
  const { workspaces, logins } = effects;
  const login = logins.get(id);
  const seen = workspaces.known(id).find((other) => other.id === workspace);
  const { name } = seen ?? askedWith(effects, login, () => workspaces.confirm(login, workspace, workspace));
  const known = kept.get({ login: id, workspace, kind });
  const young = !fresh && known !== null && known.at <= now && known.at > now - AN_HOUR;
  const begun = young ? known : { at: now, pages: unread(SOURCES[kind].dataset.paging), values: [] };
  const refused = login.refusedAt !== null;
  const reading = refused || (young && isRead(known.pages)) ? null : begun;
  return {
    login,
    workspace,
    account: name,
    known,
    reading,
    problem: refused && !young ? keyRefused(login) : null,
  };
}

function openList({ login, workspace, reading }: AccountList, kind: EntityKind): OpenList {
  const { dataset } = SOURCES[kind];
  return {
    dataset,
    scope: { workspace, zone: 'Etc/UTC', days: null, amounts: 'hidden' },
    access: { hosts: hostsOf(login.region), key: login.key },
    pages: reading?.pages ?? unread(dataset.paging),
  };
}

/** What is known of a list after it was read, or as far as it could be: a whole one is better than the beginning of a newer one. */
function settled(
  effects: Effects,
  list: AccountList,
  kind: EntityKind,
  { pages, records, anew, failure }: ReadList,
): KeptList | null {
  const { known, reading } = list;
  if (failure !== null) list.problem = problemOf(effects, list, kind, failure);
  if (failure?.kind === 'forbidden') {
    const account = { login: list.login.id, workspace: list.workspace, since: effects.clock.now() };
    expireRefused(effects.workspaces, account, SOURCES[kind].dataset);
  }
  if (failure !== null && !passing(failure)) return null;
  const before = anew ? [] : (reading?.values ?? []);
  const values = [...before, ...records.flatMap(SOURCES[kind].values)];
  const whole = known !== null && isRead(known.pages);
  if (!isRead(pages) && (whole || values.length === 0)) return known;
  list.reading = { at: reading?.at ?? 0, pages, values };
  return list.reading;
}

function problemOf(
  effects: Effects,
  { login, account }: AccountList,
  kind: EntityKind,
  failure: Failure,
): Problem {
  const { title: what, permission } = SOURCES[kind].dataset;
  const scope = { login: login.name, workspace: account };
  const failed = problemOfFailure(failure, { ...scope, what, permission }, effects.clock.now());
  const problem = judged(effects, login, failed);
  if (problem.code !== 'forbidden') return problem;
  return { ...problem, remedy: `Type a name instead: that works without the list. ${problem.remedy}` };
}

function eachOnce(accounts: ChosenAccount[]): ChosenAccount[] {
  const names = accounts.map(({ login, workspace }) => `${login} ${workspace}`);
  return accounts.filter((_, index) => names.indexOf(names[index]) === index);
}
