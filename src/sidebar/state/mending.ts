import type { Query } from '../../query/query';
import { isOwn, replaceable } from '../model/logins';
import { missingOf } from '../model/missing';
import type { Remedy } from '../model/remedies';
import type { SidebarProblem } from '../problem';
import { words } from '../words';
import { agreeAndRefresh } from './agreeing';
import type { App } from './app';
import { putLogin } from './logins';
import type { Section } from './state';

/** Does what a button beside the problem of a query says, then refreshes it where that makes sense. */
export async function mend(
  app: App,
  remedy: Remedy,
  problem: SidebarProblem,
  query: Query | null,
): Promise<void> {
  if (remedy === 'connect') return app.go({ name: 'connect' });
  if (remedy === 'reload') return app.load();
  if (query === null) return;
  if (remedy === 'agree') return app.attempt(() => agreeAndRefresh(app, [query.id]));
  const section = SECTIONS[remedy];
  if (section) return app.go({ name: 'editor', draft: query, section });
  if (remedy === 'replace-key') return replaceKey(app, loginsOf(app, problem, query));
  await app.attempt(async () => {
    if (remedy === 'retry') await app.refresh([query.id]);
    if (remedy === 'read-accounts') await readAccounts(app, loginOf(app, problem, query));
    if (remedy === 'insert-columns') {
      await app.call('insertColumns', { query: query.id, columns: problem.room?.columns ?? 1 });
      await app.refresh([query.id]);
    }
    if (remedy === 'insert-rows') {
      await app.call('insertRows', { query: query.id, rows: problem.room?.rows ?? 1 });
      await app.refresh([query.id]);
    }
    if (remedy === 'new-tab') await saveAndRefresh(app, { ...query, target: { kind: 'new-tab' } });
    if (remedy === 'place-here') await placeHere(app, query);
    if (remedy === 'use-login') await chooseLogins(app, [query.id]);
  });
}

const SECTIONS: Partial<Record<Remedy, Section>> = {
  edit: 'report',
  'choose-accounts': 'report',
  'edit-columns': 'columns',
  'edit-filters': 'filters',
  'edit-period': 'period',
  'edit-options': 'options',
};

async function saveAndRefresh(app: App, query: Query): Promise<void> {
  await app.save(query);
  await app.refresh([query.id]);
}

async function placeHere(app: App, query: Query): Promise<void> {
  const selection = await app.readSelection();
  if (selection === null) return;
  const { sheet, row, column } = selection.area;
  await saveAndRefresh(app, { ...query, target: { kind: 'cell', sheet, row, column } });
}

/**
 * Asks which logins of ours are to read the queries that lack theirs, all of them or some, and which queries that came with a
 * copied file may read; then refreshes them.
 */
export async function chooseLogins(app: App, queries?: string[]): Promise<void> {
  await app.attempt(async () => {
    const all = await app.call('missingLogins', {});
    const missing = queries ? missingOf(all, queries) : all;
    if (missing.logins.length === 0 && missing.agreements.length === 0) {
      await app.reload();
      return app.say(words.missing.nothing);
    }
    const mended = await app.ask({ kind: 'map-logins', missing });
    if (mended) await app.refresh(mended.split(' '));
  });
}

/** Asks for another key of one of these logins; the dialog does the rest. */
export async function replaceKey(app: App, logins: string[]): Promise<void> {
  if (logins.length === 0) return app.go({ name: 'connect' });
  const ids = await app.ask({ kind: 'replace-key', logins });
  if (ids) await app.refresh(ids.split(' '));
}

async function readAccounts(app: App, login: string | null): Promise<void> {
  if (login === null) return;
  putLogin(app, await app.call('readWorkspaces', { login }));
}

/** The logins whose key may mend a problem: that which it is about, else all of the query. */
function loginsOf(app: App, problem: SidebarProblem, query: Query): string[] {
  const { logins } = app.state.overview;
  const named = logins.find(({ name }) => name === problem.scope.login);
  return named && isOwn(named) ? [named.id] : replaceable(query.accounts, logins);
}

/** The login that a problem is about: by the name it gives, else the first of the query. */
function loginOf(app: App, problem: SidebarProblem, query: Query): string | null {
  const { logins } = app.state.overview;
  const own = logins.filter(({ id }) => query.accounts.some(({ login }) => login === id));
  return (own.find(({ name }) => name === problem.scope.login) ?? own[0] ?? null)?.id ?? null;
}
