import type { QueryView } from '../../actions/listQueries';
import type { LoginView } from '../../logins/manage';
import { words } from '../words';
import type { App } from './app';

/** Deletes queries after asking; their tables stay. */
export async function deleteQueries(app: App, views: QueryView[]): Promise<void> {
  const answer = await app.ask({ kind: 'delete-queries', names: views.map(({ name }) => name) });
  if (answer === null) return;
  await app.attempt(async () => {
    for (const { id } of views) {
      app.runner.stop(id);
      await app.call('deleteQuery', { query: id });
      app.patch({ queries: app.state.overview.queries.filter((view) => view.id !== id) });
    }
    app.say(words.home.deleted(views.length));
  });
}

/** Deletes a login after naming the queries that stop working. */
export async function deleteLogin(app: App, login: LoginView): Promise<void> {
  const queries = app.state.overview.queries
    .filter(({ query }) => query?.accounts.some((account) => account.login === login.id))
    .map(({ name }) => name);
  if ((await app.ask({ kind: 'delete-login', name: login.name, queries })) === null) return;
  await app.attempt(async () => {
    await app.call('deleteLogin', { login: login.id });
    app.patch({ logins: app.state.overview.logins.filter(({ id }) => id !== login.id) });
    app.say(words.settings.deleted(login.name));
  });
}

/** Removes everything after a typed yes, and begins anew. */
export async function forgetAll(app: App): Promise<void> {
  const { logins, queries } = app.state.overview;
  const answer = await app.ask({ kind: 'forget', logins: logins.length, queries: queries.length });
  if (answer === null) return;
  await app.attempt(async () => {
    app.runner.stopAll();
    await app.call('forgetAll', {});
    await app.load();
    app.say(words.forget.done);
  });
}
