import type { Agreements } from '../agreements/agreements';
import { describeChanges, describeQuery, type Naming } from '../agreements/changes';
import type { Terms } from '../agreements/terms';
import { raise } from '../problems/problem';
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

/**
 * What has to be agreed to before a query may be refreshed: null when it is as this person last saved, refreshed or agreed
 * to it, when it reads with logins that are shared here alone, and when it reads with one that isn't theirs to use and so can't
 * be refreshed by them anyhow.
 */
export function agreementOf(
  { agreements, places }: { agreements: Agreements; places: Places },
  query: Query,
  own: OwnAccounts,
  agreed: Terms[],
): AgreementView | null {
  if (query.accounts.some(({ login }) => own.login(login) === null)) return null;
  if (isCommon(query, own.isShared)) return null;
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
  { agreements, places }: { agreements: Agreements; places: Places },
  query: Query,
  own: OwnAccounts,
): AgreementView {
  return {
    digest: agreements.digest(query),
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
      return login === null || name === null ? foreign : `${name} with your login ${login}`;
    },
    target: (target) => describeTarget(places, target),
  };
}

/**
 * Whether a query reads with logins alone that are shared in this spreadsheet: that everybody here may read with them was agreed
 * to when they were shared.
 */
function isCommon({ accounts }: Query, isShared: (login: string) => boolean): boolean {
  return accounts.length > 0 && accounts.every(({ login }) => isShared(login));
}

/** What keeps a query from being refreshed by this person, before anything is asked. */
export type Hindrance = 'agreement' | 'login';

/** Says of each query what keeps it from being refreshed by this person; null when nothing does. Reads their store once. */
export function hindrances({ agreements, logins }: Effects): (query: Query) => Hindrance | null {
  const own = new Map(logins.all().map(({ id, sharedBy }) => [id, sharedBy !== null]));
  const agreed = agreements.all();
  return (query) => {
    if (query.accounts.some(({ login }) => !own.has(login))) return 'login';
    if (isCommon(query, (login) => own.get(login) === true)) return null;
    return agreements.holds(query, agreed.get(query.id)?.terms ?? []) ? null : 'agreement';
  };
}

/**
 * A query as this person agreed to it, its accounts called as they were then; one that needs no agreement with what its logins
 * know its accounts as. Raises `agreement-needed` unless it is as they last saved, refreshed or agreed to it.
 */
export function agreedQuery(effects: Effects, query: Query): Query {
  const { agreements, logins } = effects;
  if (isCommon(query, (login) => logins.get(login).sharedBy !== null)) {
    const own = ownAccounts(effects);
    return withOwnNames(query, own);
  }
  return agreements.agreedForm(query) ?? raise(agreementNeeded(query.name));
}

/**
 * Raises `agreement-needed` unless the target that is stored now is the one that a refresh began with, or one that this
 * person has agreed to since.
 */
export function requireTarget({ agreements, logins }: Effects, query: Query, target: QueryTarget): void {
  if (isCommon(query, (login) => logins.find(login)?.sharedBy != null)) return;
  const stored = agreements.terms({ ...query, target }).target;
  if (stored === agreements.terms(query).target) return;
  const agreed = agreements.of(query.id);
  if (!agreed.some((terms) => terms.target === stored)) raise(agreementNeeded(query.name));
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
