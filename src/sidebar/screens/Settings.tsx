import { LinkRow } from '../parts/LinkRow';
import { Screen } from '../parts/Screen';
import { useApp } from '../state/context';
import { forgetAll } from '../state/deleting';
import { words } from '../words';

/** The way to the logins, the refresh log, and the way out. */
export function Settings() {
  const { app } = useApp();
  return (
    <Screen testId="settings" title={words.settings.title}>
      <ul class="links first">
        <LinkRow
          icon="key"
          title={words.logins.open}
          hint={words.logins.hint}
          onClick={() => app.go({ name: 'logins' })}
        />
        <LinkRow
          icon="list"
          title={words.settings.log}
          hint={words.settings.logHint}
          onClick={() => app.go({ name: 'log' })}
        />
        <LinkRow
          icon="send"
          title={words.alerts.open}
          hint={words.alerts.openHint}
          onClick={() => app.go({ name: 'alerts' })}
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
