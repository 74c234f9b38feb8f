import { useState } from 'preact/hooks';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { TextField } from '../parts/Field';
import { KeyField, KeyHelp } from '../parts/KeyField';
import { Logo } from '../parts/Logo';
import { Region, regionOf } from '../parts/Region';
import { Screen } from '../parts/Screen';
import { useApp, useWork } from '../state/context';
import { words } from '../words';

/** The first step: a key. Its name and region find themselves. */
export function Connect() {
  const { app, state } = useApp();
  const [key, setKey] = useState('');
  const [name, setName] = useState('');
  const [region, setRegion] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, work] = useWork();
  const empty = key.trim() === '';
  const first = state.overview.logins.length === 0;
  const connect = () => {
    setMissing(empty);
    if (empty) return document.querySelector<HTMLElement>('[data-key]')?.focus();
    work(() =>
      app.attempt(async () => {
        const named = name.trim() ? { name: name.trim() } : {};
        const login = await app.call('addLogin', { key: key.trim(), ...named, ...regionOf(region) });
        const { logins, queries } = app.state.overview;
        app.patch({ logins: [...logins, login] });
        if (queries.length === 0) app.begin();
        else app.back();
        app.say(words.connect.connected(login.name, login.accounts.length));
      }),
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        connect();
      }}
    >
      <Screen
        testId="connect"
        quiet={first && state.screens.length === 1}
        title={first ? words.connect.title : words.connect.titleAgain}
        bar={
          <Button kind="primary" type="submit" busy={busy} testId="connect">
            {busy ? words.connect.connecting : words.connect.connect}
          </Button>
        }
      >
        {first && (
          <div class="hero">
            <Logo />
            <p class="hero-title" aria-hidden="true">
              {words.connect.title}
            </p>
            <p>{words.connect.lead}</p>
          </div>
        )}
        <KeyField
          value={key}
          onInput={setKey}
          error={missing && empty ? words.connect.keyMissing : undefined}
        />
        <KeyHelp />
        <Disclosure title={words.connect.moreTitle}>
          <TextField
            label={words.common.name}
            value={name}
            onInput={setName}
            hint={words.connect.nameHint}
            maxLength={100}
          />
          <Region value={region} onChange={setRegion} />
        </Disclosure>
      </Screen>
    </form>
  );
}
