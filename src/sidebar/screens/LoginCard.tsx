import type { QueryView } from '../../actions/listQueries';
import type { LoginView } from '../../logins/manage';
import type { Workspace } from '../../logins/workspace';
import { isOwn, namesake, regionName, usesOf } from '../model/logins';
import { describeMoment } from '../model/moment';
import { describeAccess } from '../model/sees';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { Icon } from '../parts/Icon';
import { Menu, type MenuAction } from '../parts/Menu';
import { useApp, useWork } from '../state/context';
import { deleteLogin } from '../state/deleting';
import { checkLogin, renameLogin, shareLogin, stopSharing } from '../state/logins';
import { replaceKey } from '../state/mending';
import { words } from '../words';

/** A login: whose it is, who may use it, what it sees, which queries read with it, and what can be done with it. */
export function LoginCard({ login }: { login: LoginView }) {
  const { app, state } = useApp();
  const [busy, work] = useWork();
  const { queries, sharingOff } = state.overview;
  const own = isOwn(login);
  const uses = usesOf(login.id, queries);
  const check = () => work(() => checkLogin(app, login));
  const { lastUsedAt } = login;
  const actions: MenuAction[] = [
    { title: words.logins.checkAgain, icon: 'refresh', act: check },
    {
      title: own ? words.common.delete : words.logins.forgetOthers,
      icon: 'trash',
      danger: true,
      act: () => void deleteLogin(app, login),
    },
  ];
  if (own)
    actions.unshift({ title: words.common.rename, icon: 'pencil', act: () => void renameLogin(app, login) });
  return (
    <li class="login" data-login={login.id} data-testid="login">
      <div class="login-head">
        <span class={own ? 'avatar' : 'avatar other'} aria-hidden="true">
          {login.name.slice(0, 1).toUpperCase()}
        </span>
        <div class="login-text">
          <h3 class="login-name" title={login.name}>
            {login.name}
          </h3>
          {personOf(login).map((line) => (
            <p key={line} class="hint">
              {line}
            </p>
          ))}
          <p class="hint">{regionName(login.region)}</p>
          <p class="hint">
            {lastUsedAt === null
              ? words.logins.unused
              : words.logins.used(describeMoment(lastUsedAt, app.now()))}
          </p>
        </div>
        <Menu label={words.settings.moreOf(login.name)} actions={actions} />
      </div>
      <Audience login={login} />
      <Others login={login} />
      {login.refusedAt !== null && <Refused login={login} at={login.refusedAt} />}
      {busy && (
        <p class="hint" role="status">
          {words.common.working}
        </p>
      )}
      <Uses queries={uses} />
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
          {login.accounts.length === 0 && <li class="hint">{words.logins.noAccounts}</li>}
        </ul>
      </Disclosure>
      {own && (
        <div class="login-actions">
          <Button
            kind={login.refusedAt === null ? 'quiet' : 'primary'}
            icon="key"
            onClick={() => void replaceKey(app, [login.id])}
          >
            {words.remedies.replaceKey}
          </Button>
          {login.sharedBy !== null ? (
            <Button kind="quiet" icon="users" onClick={() => void stopSharing(app, login)}>
              {words.sharing.stop}
            </Button>
          ) : (
            sharingOff === null && (
              <Button kind="quiet" icon="users" onClick={() => void shareLogin(app, login)}>
                {words.sharing.share}
              </Button>
            )
          )}
        </div>
      )}
    </li>
  );
}

/** Whose key it is: by address, and by name where the login has another. */
function personOf({ name, user }: LoginView): string[] {
  const called = user.email === '' || user.name !== name ? user.name : '';
  return [called, user.email].filter(Boolean);
}

/** Who may refresh with a login, and by whom and since when it is shared. */
function Audience({ login: { sharedBy, owner } }: { login: LoginView }) {
  const { app } = useApp();
  if (sharedBy === null) {
    return (
      <p class="audience">
        <Icon name="lock" size={16} />
        <span>{words.logins.private}</span>
      </p>
    );
  }
  const since = describeMoment(sharedBy.at, app.now());
  return (
    <p class="audience shared">
      <Icon name="users" size={16} />
      <span>
        {owner === 'person'
          ? words.logins.sharedByYou(sharedBy.name, since)
          : words.logins.sharedBy(sharedBy.name, since)}
      </span>
    </p>
  );
}

/** What other logins have to do with this one: keys of the same person, and people who only share the name. */
function Others({ login }: { login: LoginView }) {
  const { state } = useApp();
  const other = namesake(login, state.overview.logins);
  return (
    <>
      {login.samePersonAs.length > 0 && <p class="hint">{words.logins.samePerson(login.samePersonAs)}</p>}
      {other && <p class="hint">{words.logins.otherPerson(other.name)}</p>}
    </>
  );
}

function Refused({ login, at }: { login: LoginView; at: number }) {
  const { app } = useApp();
  return (
    <div class="login-refused" data-testid="refused">
      <Icon name="alert" size={18} />
      <div>
        <p>{words.logins.refused(describeMoment(at, app.now()))}</p>
        {!isOwn(login) && <p>{words.logins.askOwner(login.sharedBy?.name ?? '')}</p>}
      </div>
    </div>
  );
}

function Uses({ queries }: { queries: QueryView[] }) {
  const { app } = useApp();
  if (queries.length === 0) return <p class="hint login-unused">{words.logins.usedBy(0)}</p>;
  return (
    <Disclosure level={3} title={words.logins.usedBy(queries.length)}>
      <ul class="use-list">
        {queries.map(({ id, name }) => (
          <li key={id}>
            <button type="button" class="use" title={name} onClick={() => app.go({ name: 'query', id })}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </Disclosure>
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
