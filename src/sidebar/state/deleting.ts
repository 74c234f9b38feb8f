import type { QueryView } from '../../actions/listQueries';
import type { LoginView } from '../../logins/manage';
import { isOwn, usesOf } from '../model/logins';
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

/** Deletes a login of ours, or takes one that somebody else shares out of this spreadsheet, after naming what stops. */
export async function deleteLogin(app: App, login: LoginView): Promise<void> {
  const { id, name, sharedBy, sharedElsewhere: elsewhere } = login;
  const own = isOwn(login);
  const queries = usesOf(id, app.state.overview.queries).map((view) => view.name);
  const by = sharedBy?.name ?? null;
  if ((await app.ask({ kind: 'delete-login', name, queries, by, own, elsewhere })) === null) return;
  await app.attempt(async () => {
    await app.call('deleteLogin', { login: id });
    app.patch({ logins: app.state.overview.logins.filter((other) => other.id !== id) });
    app.say(own ? words.settings.deleted(name) : words.logins.removed(name));
  });
}

/** Removes everything after a typed yes, and begins anew. */
export async function forgetAll(app: App): Promise<void> {
  const { logins, queries } = app.state.overview;
  const own = logins.filter(isOwn);
  const answer = await app.ask({
    kind: 'forget',
    logins: own.length,
    queries: queries.length,
    others: logins.filter((login) => !isOwn(login)).map(({ name }) => name),
    elsewhere: own.reduce((sum, { sharedElsewhere }) => sum + sharedElsewhere, 0),
  });
  if (answer === null) return;
  await app.attempt(async () => {
    app.runner.stopAll();
    await app.call('forgetAll', {});
    await app.load();
    app.say(words.forget.done);
  });
}
