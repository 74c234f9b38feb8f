import type { LoginView } from '../../logins/manage';
import { usesOf } from '../model/logins';
import { words } from '../words';
import type { App } from './app';

/** Puts a login as it is now in the place of what was known of it. */
export function putLogin(app: App, view: LoginView): void {
  app.patch({ logins: app.state.overview.logins.map((other) => (other.id === view.id ? view : other)) });
}

export async function renameLogin(app: App, { id, name: before }: LoginView): Promise<void> {
  const name = await app.ask({ kind: 'rename-login', name: before });
  if (name === null || name === before) return;
  await app.attempt(async () => putLogin(app, await app.call('renameLogin', { login: id, name })));
}

/** Asks Clockify whether a key works and what it sees, also of one that was refused. */
export async function checkLogin(app: App, { id }: LoginView): Promise<void> {
  await app.attempt(async () => {
    try {
      const view = await app.call('readWorkspaces', { login: id });
      putLogin(app, view);
      app.say(words.logins.checked(view.name, view.accounts.length));
    } finally {
      // A key that was refused just now is marked.
      await app.readLogins();
    }
  });
}

/** Lets everybody here refresh with a login, after saying what that means. The name is asked for once. */
export async function shareLogin(app: App, { id, name, user }: LoginView): Promise<void> {
  const { displayName } = app.state.overview;
  const given = await app.ask({ kind: 'share-login', name, as: displayName, suggested: user.name });
  if (given === null) return;
  await app.attempt(async () => {
    putLogin(app, await app.call('shareLogin', { login: id, displayName: given }));
    app.patch({ displayName: given });
    app.say(words.sharing.done(name));
  });
}

/** Makes a login private again, after naming the queries that others can't refresh any more. */
export async function stopSharing(app: App, { id, name }: LoginView): Promise<void> {
  const queries = usesOf(id, app.state.overview.queries).map((view) => view.name);
  if ((await app.ask({ kind: 'stop-sharing', name, queries })) === null) return;
  await app.attempt(async () => {
    const view = await app.call('unshareLogin', { login: id });
    if (view) putLogin(app, view);
    else await app.readLogins();
    app.say(words.sharing.stopped(name));
  });
}
