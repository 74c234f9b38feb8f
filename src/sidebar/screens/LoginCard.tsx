import { useState } from 'preact/hooks';
import type { LoginView } from '../../logins/manage';
import type { Workspace } from '../../logins/workspaces';
import { refusedLogins } from '../model/banners';
import { describeAccess } from '../model/sees';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { Icon } from '../parts/Icon';
import { Menu } from '../parts/Menu';
import { useApp } from '../state/context';
import { deleteLogin } from '../state/deleting';
import { replaceKey } from '../state/mending';
import { words } from '../words';

/** A login: whose it is, what it sees, and what can be done with it. */
export function LoginCard({ login }: { login: LoginView }) {
  const { app, state } = useApp();
  const [reading, setReading] = useState(false);
  const { queries, logins } = state.overview;
  const refused = refusedLogins(queries, logins).some((other) => other.login.id === login.id);
  const uses = queries.filter(({ query }) =>
    query?.accounts.some((account) => account.login === login.id),
  ).length;
  const put = (view: LoginView) =>
    app.patch({ logins: app.state.overview.logins.map((other) => (other.id === view.id ? view : other)) });
  const rename = () =>
    app.attempt(async () => {
      const name = await app.ask({ kind: 'rename-login', name: login.name });
      if (name !== null && name !== login.name) put(await app.call('renameLogin', { login: login.id, name }));
    });
  const readAgain = () => {
    setReading(true);
    return app
      .attempt(async () => {
        const view = await app.call('readWorkspaces', { login: login.id });
        put(view);
        app.say(words.settings.readAgain(view.name, view.accounts.length));
      })
      .finally(() => setReading(false));
  };
  return (
    <li class="login" data-login={login.id}>
      <div class="login-head">
        <span class="avatar" aria-hidden="true">
          {login.name.slice(0, 1).toUpperCase()}
        </span>
        <div class="login-text">
          <h3 class="login-name" title={login.name}>
            {login.name}
          </h3>
          <p class="hint" title={login.user.email}>
            {login.user.email || login.user.name}
          </p>
          <p class="hint">
            {words.connect.regions[login.region] ?? `${login.region}.clockify.me`} ·{' '}
            {words.settings.usedBy(uses)}
          </p>
        </div>
        <Menu
          label={words.settings.moreOf(login.name)}
          actions={[
            { title: words.common.rename, icon: 'pencil', act: () => void rename() },
            { title: words.settings.replaceKey, icon: 'key', act: () => void replaceKey(app, login.id) },
            { title: words.settings.readAccounts, icon: 'refresh', act: () => void readAgain() },
            {
              title: words.common.delete,
              icon: 'trash',
              danger: true,
              act: () => void deleteLogin(app, login),
            },
          ]}
        />
      </div>
      {refused && (
        <div class="login-refused">
          <Icon name="alert" size={18} />
          <span>{words.settings.keyRefused}</span>
          <Button onClick={() => void replaceKey(app, login.id)}>{words.settings.replaceKey}</Button>
        </div>
      )}
      {reading && (
        <p class="hint" role="status">
          {words.common.working}
        </p>
      )}
      <Disclosure level={3} title={words.settings.accounts(login.accounts.length)}>
        <ul class="account-list">
          {login.accounts.map((account) => (
            <li key={account.id}>
              <span class="account-name" title={account.name}>
                {account.name}
              </span>
              <span class="hint">{describeAccount(account)}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </li>
  );
}

/** The plan of an account, and what the key's owner sees there. */
function describeAccount(account: Workspace): string {
  const plan = account.plan ? words.settings.plan(titleOfPlan(account.plan)) : '';
  return [plan, ...describeAccess(account)].filter(Boolean).join(' · ');
}

/** Clockify writes plans as `PRO_YEAR_2026`: the word before the period is the plan. */
function titleOfPlan(plan: string): string {
  const [word] = plan.split('_');
  return word.slice(0, 1) + word.slice(1).toLowerCase();
}
