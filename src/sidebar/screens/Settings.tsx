import { Button } from '../parts/Button';
import { Icon, type IconName } from '../parts/Icon';
import { Screen } from '../parts/Screen';
import { useApp } from '../state/context';
import { forgetAll } from '../state/deleting';
import { words } from '../words';
import { LoginCard } from './LoginCard';

/** Logins, the refresh log, and the way out. */
export function Settings() {
  const { app, state } = useApp();
  const { logins } = state.overview;
  return (
    <Screen testId="settings" title={words.settings.title}>
      <h2 class="label">{words.settings.logins}</h2>
      {logins.length === 0 && <p class="nothing">{words.settings.noLogins}</p>}
      <ul class="logins">
        {logins.map((login) => (
          <LoginCard key={login.id} login={login} />
        ))}
      </ul>
      <Button icon="plus" onClick={() => app.go({ name: 'connect' })} testId="add-login">
        {words.settings.addLogin}
      </Button>
      <p class="hint">{words.settings.privacy}</p>
      <ul class="links">
        <LinkRow
          icon="list"
          title={words.settings.log}
          hint={words.settings.logHint}
          onClick={() => app.go({ name: 'log' })}
        />
        <LinkRow
          icon="trash"
          title={words.settings.forget}
          hint={words.settings.forgetHint}
          danger
          onClick={() => void forgetAll(app)}
        />
      </ul>
    </Screen>
  );
}

interface LinkRowProps {
  icon: IconName;
  title: string;
  hint: string;
  danger?: boolean;
  onClick(): void;
}

function LinkRow({ icon, title, hint, danger, onClick }: LinkRowProps) {
  return (
    <li>
      <button type="button" class={danger ? 'link-row danger' : 'link-row'} onClick={onClick}>
        <Icon name={icon} />
        <span>
          <span class="link-title">{title}</span>
          <span class="hint">{hint}</span>
        </span>
      </button>
    </li>
  );
}
