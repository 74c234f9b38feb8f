import type { Query } from '../../query/query';
import { lacksLogin, mendedAccounts } from '../model/accounts';
import type { Remedy } from '../model/remedies';
import type { SidebarProblem } from '../problem';
import { agreeAndRefresh, mayTakeOver } from './agreeing';
import type { App } from './app';
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
  if (remedy === 'replace-key') return replaceKey(app, loginOf(app, problem, query));
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
    if (remedy === 'use-login') await switchToOwnLogin(app, [query]);
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

/** Lets a login of ours read queries that others made, after saying what they read; then refreshes them. */
export async function switchToOwnLogin(app: App, queries: Query[]): Promise<void> {
  const { logins } = app.state.overview;
  const mendable = queries.filter((query) => lacksLogin(query, logins) && mendedAccounts(query, logins));
  if (mendable.length === 0 || !(await mayTakeOver(app, mendable))) return;
  const saved: string[] = [];
  for (const query of mendable) {
    const mended = mendedAccounts(query, logins);
    if (mended) saved.push((await app.save({ ...query, accounts: mended.accounts })).id);
  }
  await app.refresh(saved);
}

/** Asks for another key of a login; the dialog does the rest. */
export async function replaceKey(app: App, login: string | null): Promise<void> {
  if (login === null) return app.go({ name: 'connect' });
  const ids = await app.ask({ kind: 'replace-key', login });
  if (ids) await app.refresh(ids.split(' '));
}

async function readAccounts(app: App, login: string | null): Promise<void> {
  if (login === null) return;
  const view = await app.call('readWorkspaces', { login });
  const { logins } = app.state.overview;
  app.patch({ logins: logins.map((other) => (other.id === login ? view : other)) });
}

/** The login that a problem is about: by the name it gives, else the first of the query. */
function loginOf(app: App, problem: SidebarProblem, query: Query): string | null {
  const { logins } = app.state.overview;
  const own = logins.filter(({ id }) => query.accounts.some(({ login }) => login === id));
  return (own.find(({ name }) => name === problem.scope.login) ?? own[0] ?? null)?.id ?? null;
}
