import { useEffect } from 'preact/hooks';
import { isOwn } from '../model/logins';
import { Button } from '../parts/Button';
import { LinkRow } from '../parts/LinkRow';
import { Screen } from '../parts/Screen';
import { useApp } from '../state/context';
import { words } from '../words';
import { LoginCard } from './LoginCard';

/** All logins of whoever looks, and those that others share in this spreadsheet. */
export function Logins() {
  const { app, state } = useApp();
  const { logins, links } = state.overview;
  const own = logins.filter(isOwn);
  useEffect(() => {
    // A refresh has used them since, and others share and stop sharing.
    void app.readLogins();
  }, [app]);
  const others = logins.filter((login) => !isOwn(login));
  return (
    <Screen
      testId="logins"
      title={words.logins.title}
      bar={
        <Button kind="primary" icon="plus" onClick={() => app.go({ name: 'connect' })} testId="add-login">
          {words.logins.add}
        </Button>
      }
    >
      <h2 class="label">{words.logins.mine}</h2>
      {own.length === 0 && <p class="nothing">{words.logins.none}</p>}
      <ul class="logins">
        {own.map((login) => (
          <LoginCard key={login.id} login={login} />
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h2 class="label">{words.logins.others}</h2>
          <ul class="logins">
            {others.map((login) => (
              <LoginCard key={login.id} login={login} />
            ))}
          </ul>
        </>
      )}
      {links.on ? (
        <ul class="links">
          <LinkRow
            icon="send"
            title={words.links.ask}
            hint={words.links.askHint}
            onClick={() => app.go({ name: 'ask-for-access' })}
          />
        </ul>
      ) : (
        <p class="hint">{words.links.off}</p>
      )}
    </Screen>
  );
}
