import { useState } from 'preact/hooks';
import { type Audience, AudienceField } from '../parts/Audience';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { TextField } from '../parts/Field';
import { focusFault } from '../parts/focus';
import { Icon } from '../parts/Icon';
import { type KeyFault, KeyField, KeyHelp, keyFaultOf, knownLoginOf } from '../parts/KeyField';
import { Logo } from '../parts/Logo';
import { Region, regionOf } from '../parts/Region';
import { Screen } from '../parts/Screen';
import { useApp, useWork } from '../state/context';
import { chooseLogins } from '../state/mending';
import { words } from '../words';

/**
 * The first step: a key. Its name and region find themselves. With `mapping`, queries wait for a login: which one reads them is
 * asked next.
 */
export function Connect({ mapping }: { mapping?: true }) {
  const { app, state } = useApp();
  const [key, setKey] = useState('');
  const [name, setName] = useState('');
  const [region, setRegion] = useState('');
  const [wrong, setWrong] = useState<KeyFault | null>(null);
  const [same, setSame] = useState<string | null>(null);
  const [audience, setAudience] = useState<Audience>({ shared: false, name: '' });
  const [nameless, setNameless] = useState(false);
  const [busy, work] = useWork();
  const { displayName, links } = state.overview;
  const as = displayName ?? audience.name.trim();
  const empty = key.trim() === '';
  const first = state.overview.logins.length === 0;
  const connect = () => {
    setSame(null);
    setWrong(empty ? { key, text: words.connect.keyMissing } : null);
    setNameless(audience.shared && as === '');
    if (empty || (audience.shared && as === '')) return focusFault();
    work(() =>
      app.attempt(async () => {
        const more = {
          ...(name.trim() && { name: name.trim() }),
          ...(audience.shared && { share: true, displayName: as }),
        };
        try {
          const login = await app.call('addLogin', { key: key.trim(), ...more, ...regionOf(region) });
          app.patch({
            logins: [...app.state.overview.logins, login],
            ...(audience.shared && { displayName: as }),
          });
          goOn(words.connect.connected(login.name, login.accounts.length));
        } catch (error) {
          const fault = keyFaultOf(error, key);
          const known = knownLoginOf(error);
          if (known !== null) setSame(known);
          else if (fault) setWrong(fault);
          else throw error;
          if (fault) focusFault();
        }
      }),
    );
  };
  const goOn = (notice: string) => {
    if (app.state.overview.queries.length === 0) app.begin();
    else app.back();
    app.say(notice);
    if (mapping) void chooseLogins(app);
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
        <KeyField value={key} onInput={setKey} error={wrong?.key === key ? wrong.text : undefined} />
        {same !== null && (
          <div class="card warning" role="alert" data-testid="same-login">
            <Icon name="key" />
            <div class="card-text">
              <p class="card-title">{words.connect.same(same)}</p>
              <p>{words.connect.sameText}</p>
              <div class="card-actions">
                <Button kind="primary" onClick={() => goOn('')}>
                  {words.remedies.goOnWith(same)}
                </Button>
              </div>
            </div>
          </div>
        )}
        <AudienceField
          value={audience}
          onChange={setAudience}
          error={nameless && as === '' ? words.sharing.nameMissing : undefined}
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
        {links.on && (
          <p>
            {words.connect.noKey}{' '}
            <button type="button" class="link" onClick={() => app.go({ name: 'ask-for-access' })}>
              {words.links.ask}
            </button>
          </p>
        )}
      </Screen>
    </form>
  );
}
