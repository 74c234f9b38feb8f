import { useState } from 'preact/hooks';
import { Button, IconButton } from '../parts/Button';
import { Field, SelectField, TextField } from '../parts/Field';
import { Fold } from '../parts/Fold';
import { Icon } from '../parts/Icon';
import { Screen } from '../parts/Screen';
import { useApp, useWork } from '../state/context';
import { words } from '../words';

const REGIONS = Object.entries(words.connect.regions).map(([value, title]) => ({ value, title }));

/** The first step: a key. Its name and region find themselves. */
export function Connect() {
  const { app, state } = useApp();
  const [key, setKey] = useState('');
  const [name, setName] = useState('');
  const [region, setRegion] = useState('');
  const [subdomain, setSubdomain] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, work] = useWork();
  const first = state.overview.logins.length === 0;
  const connect = () => {
    setMissing(key.trim() === '');
    if (key.trim() === '') return document.querySelector<HTMLElement>('[data-key]')?.focus();
    const place = region === 'subdomain' ? subdomain.trim() : region;
    work(() =>
      app.attempt(async () => {
        const payload = {
          key: key.trim(),
          ...(name.trim() ? { name: name.trim() } : {}),
          ...(place ? { region: place } : {}),
        };
        const login = await app.call('addLogin', payload);
        const { logins, queries } = app.state.overview;
        app.patch({ logins: [...logins, login] });
        app.say(words.connect.connected(login.name, login.accounts.length));
        if (queries.length === 0) app.begin();
        else app.back();
      }),
    );
  };
  return (
    <form
      class="form-screen"
      onSubmit={(event) => {
        event.preventDefault();
        connect();
      }}
    >
      <Screen
        testId="connect"
        quiet={first}
        title={first ? words.connect.title : words.connect.titleAgain}
        bar={
          <Button kind="primary" type="submit" busy={busy} testId="connect">
            {busy ? words.connect.connecting : words.connect.connect}
          </Button>
        }
      >
        {first && (
          <div class="hero">
            <Mark />
            <p class="hero-title" aria-hidden="true">
              {words.connect.title}
            </p>
            <p>{words.connect.lead}</p>
          </div>
        )}
        <KeyField
          value={key}
          onInput={setKey}
          error={missing && key.trim() === '' ? words.connect.keyMissing : undefined}
        />
        <KeyHelp />
        <Fold title={words.connect.moreTitle}>
          <TextField
            label={words.common.name}
            value={name}
            onInput={setName}
            hint={words.connect.nameHint}
            maxLength={100}
          />
          <SelectField
            label={words.connect.region}
            value={region}
            choices={REGIONS}
            onChange={setRegion}
            hint={words.connect.regionHint}
          />
          {region === 'subdomain' && (
            <TextField
              label={words.connect.subdomain}
              value={subdomain}
              onInput={setSubdomain}
              hint={words.connect.subdomainHint}
              maxLength={80}
            />
          )}
        </Fold>
      </Screen>
    </form>
  );
}

/** Where a key is found, step by step. */
export function KeyHelp() {
  return (
    <Fold title={words.connect.whereTitle}>
      <ol class="steps">
        {words.connect.where.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <a
        class="link"
        href="https://app.clockify.me/manage-api-keys"
        target="_blank"
        rel="noopener noreferrer"
      >
        {words.connect.openClockify}
        <Icon name="external" size={14} />
        <span class="only-heard">({words.common.opensInNewTab})</span>
      </a>
    </Fold>
  );
}

interface KeyFieldProps {
  value: string;
  onInput(value: string): void;
  error?: string;
  autoFocus?: boolean;
}

/** A field for a key, which is seen only when somebody wants to see it. No browser is to remember it. */
export function KeyField({ value, onInput, error, autoFocus }: KeyFieldProps) {
  const [seen, setSeen] = useState(false);
  return (
    <Field label={words.connect.key} hint={words.connect.keyHint} error={error}>
      {(attributes) => (
        <div class="key">
          <input
            class="input"
            type={(seen ? 'text' : 'password') as 'password'}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            data-1p-ignore=""
            data-lpignore="true"
            data-key=""
            data-autofocus={autoFocus}
            value={value}
            maxLength={500}
            onInput={(event) => onInput(event.currentTarget.value)}
            {...attributes}
          />
          <IconButton
            icon={seen ? 'eyeOff' : 'eye'}
            label={seen ? words.connect.hide : words.connect.show}
            onClick={() => setSeen(!seen)}
            aria-pressed={seen}
          />
        </div>
      )}
    </Field>
  );
}

/** The product's mark: a clock whose face is a table. */
export function Mark() {
  return (
    <svg class="mark" width="56" height="56" viewBox="0 0 56 56" aria-hidden="true" focusable="false">
      <rect x="4" y="8" width="40" height="40" rx="8" class="mark-sheet" />
      <path d="M4 20h40M4 34h40M18 8v40" class="mark-lines" />
      <circle cx="40" cy="38" r="13" class="mark-clock" />
      <path d="M40 31v7.5l5 3" class="mark-hands" />
    </svg>
  );
}
