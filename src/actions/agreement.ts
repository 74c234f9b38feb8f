import type { Agreements } from '../agreements/agreements';
import { describeChanges, describeQuery, type Naming } from '../agreements/changes';
import type { Terms } from '../agreements/terms';
import { type Problem, raise } from '../problems/problem';
import type { Query, QueryTarget } from '../query/query';
import type { Effects } from './effects';
import { type OwnAccounts, ownAccounts, withOwnNames } from './ownAccounts';
import type { Places } from './places';

/** What this person has to agree to before a query reads with their login. */
export interface AgreementView {
  /** Names the query as it is now: agreeing with another digest agrees to nothing. */
  digest: string;
  /** What is different from what was agreed to, in sentences. */
  changes: string[];
}

/** What it takes to say what has to be agreed to. */
export interface AgreementViewing {
  agreements: Agreements;
  places: Places;
  /** The queries whose tables this add-on placed. */
  placed: Set<string>;
}

/**
 * What has to be agreed to before a query may be refreshed: null when it is as this person last saved, refreshed or agreed
 * to it, when it needs nobody's agreement, and when it reads with one that isn't theirs to use and so can't
 * be refreshed by them anyhow.
 */
export function agreementOf(
  { agreements, places, placed }: AgreementViewing,
  query: Query,
  own: OwnAccounts,
  agreed: Terms[],
): AgreementView | null {
  if (query.accounts.some(({ login }) => own.login(login) === null)) return null;
  if (needsNone(query, own.isShared, (id) => placed.has(id))) return null;
  if (agreements.holds(query, agreed)) return null;
  const naming = namingOf(places, own);
  const changes =
    agreed.length === 0
      ? describeQuery(query, naming)
      : describeChanges(query, agreements.terms(query), agreed[0], naming);
  return { digest: agreements.digest(query), changes };
}

/** What a query reads, for somebody who is to let it read with a login of theirs: which one they choose beside it. */
export function describedFor(
  { agreements, places }: Pick<AgreementViewing, 'agreements' | 'places'>,
  query: Query,
  own: OwnAccounts,
): AgreementView {
  return {
    digest: agreements.digestWithNames(query),
    changes: describeQuery(query, namingOf(places, own, 'an account of the login you choose')),
  };
}

/** `foreign` is what an account is called whose login isn't this person's: what the query calls it is not ours to say. */
function namingOf(
  places: Places,
  own: OwnAccounts,
  foreign = 'an account of a login that is not yours',
): Naming {
  return {
    account: (account) => {
      const login = own.login(account.login);
      const name = own.account(account);
      if (login === null || name === null) return foreign;
      return `${name} with ${own.isShared(account.login) ? 'the shared' : 'your'} login ${login}`;
    },
    target: (target) => describeTarget(places, target),
  };
}

/**
 * Whether a query needs nobody's agreement: it reads with logins alone that are shared in this spreadsheet, and its table goes to
 * a tab of its own or stays where this add-on placed it. At any other cell it would be placed with the rights of whoever
 * refreshes it, where somebody else may have chosen.
 */
function needsNone(
  { id, accounts, target }: Query,
  isShared: (login: string) => boolean,
  isPlaced: (query: string) => boolean,
): boolean {
  const common = accounts.length > 0 && accounts.every(({ login }) => isShared(login));
  return common && (target.kind === 'new-tab' || (target.kind === 'placed' && isPlaced(id)));
}

/** What keeps a query from being refreshed by this person, before anything is asked. */
export type Hindrance = 'agreement' | 'login';

/**
 * Says of each query what keeps it from being refreshed by this person; null when nothing does. Reads their store once; `placed`
 * are the queries whose tables this add-on placed, where that is known already.
 */
export function hindrances(
  { agreements, logins, tables }: Effects,
  placed = tables.all(),
): (query: Query) => Hindrance | null {
  const own = new Map(logins.all().map(({ id, sharedBy }) => [id, sharedBy !== null]));
  const agreed = agreements.all();
  return (query) => {
    if (query.accounts.some(({ login }) => !own.has(login))) return 'login';
    if (
      needsNone(
        query,
        (login) => own.get(login) === true,
        (id) => placed.has(id),
      )
    )
      return null;
    return agreements.holds(query, agreed.get(query.id)?.terms ?? []) ? null : 'agreement';
  };
}

/**
 * A query as this person agreed to it, its accounts called as they were then; one that needs no agreement with what its logins
 * know its accounts as. Raises `login-unknown`, and `agreement-needed` unless it is as they last saved, refreshed or agreed to it.
 */
export function agreedQuery(effects: Effects, query: Query): Query {
  for (const { login } of query.accounts) effects.logins.get(login);
  return needsNoneNow(effects, query)
    ? withOwnNames(query, ownAccounts(effects))
    : (effects.agreements.agreedForm(query) ?? raise(agreementNeeded(query.name)));
}

function needsNoneNow({ logins, tables }: Effects, query: Query): boolean {
  return needsNone(
    query,
    (login) => logins.find(login)?.sharedBy != null,
    (id) => tables.get(id) !== null,
  );
}

/**
 * Raises `agreement-needed` unless the target that is stored now is the one that a refresh began with, or one that this
 * person has agreed to since, or needs no agreement.
 */
export function requireTarget(effects: Effects, query: Query, target: QueryTarget): void {
  const { agreements } = effects;
  const stored = agreements.terms({ ...query, target }).target;
  if (stored === agreements.terms(query).target || hasAgreed(effects, query, target)) return;
  if (!needsNoneNow(effects, { ...query, target })) raise(agreementNeeded(query.name));
}

/**
 * What keeps a query that needs no agreement from being placed at a cell, should its table not be found where it was: its name
 * was removed, and the cell may be anybody's choice. Undefined where this person agreed to the target.
 */
export function foreignCell(effects: Effects, query: Query): Problem | undefined {
  if (hasAgreed(effects, query, query.target)) return undefined;
  return {
    code: 'tab-gone',
    scope: { query: query.name },
    title: `The table of ${query.name} isn't where it was placed, and where it would go was not chosen by you. Nothing was changed.`,
    remedy: 'Choose where its table should go and refresh again.',
    retry: 'never',
  };
}

function hasAgreed({ agreements }: Effects, query: Query, target: QueryTarget): boolean {
  const wanted = agreements.terms({ ...query, target }).target;
  return agreements.of(query.id).some((terms) => terms.target === wanted);
}

function describeTarget(places: Places, target: QueryTarget): string {
  if (target.kind === 'new-tab') return 'a new tab';
  const cell = () => places.cell(target.sheet, target.row, target.column);
  const place = target.kind === 'placed' ? (places.range(target.range) ?? cell()) : cell();
  return place?.address ?? 'a tab that was deleted';
}

function agreementNeeded(query: string) {
  return {
    code: 'agreement-needed' as const,
    scope: { query },
    title: `${query} was changed by somebody else, or came with a copied file, and would read with your login. Nothing was read.`,
    remedy: 'Look at what it would read, and agree to it or edit it. Its table stays as it is until then.',
    retry: 'never' as const,
  };
}
