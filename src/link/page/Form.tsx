import { useRef, useState } from 'preact/hooks';
import { About } from './About';
import { Field } from './Field';
import { keyFault, subdomainFault, subdomainOf } from './fault';
import { Heading } from './Heading';
import { KeyInput } from './KeyInput';
import type { Ask, Given } from './seal';
import { words } from './words';

interface FormProps {
  ask: Ask;
  /** Milliseconds since 1970. */
  expiresAt: number | null;
  seal(given: Given): Promise<string>;
  /** Hands over what was sealed. Rejects when there was no answer; the same may be sent again. */
  send(answer: string): Promise<void>;
}

/** Who asks for what, what that means, and the fields for a key and its region. */
export function Form({ ask, expiresAt, seal, send }: FormProps) {
  const [key, setKey] = useState('');
  const [region, setRegion] = useState('');
  const [subdomain, setSubdomain] = useState('');
  const [faults, setFaults] = useState<{ key?: string | null; subdomain?: string | null }>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  /** What was sealed, and of what: sent a second time it has to be the same text. */
  const sealed = useRef<{ of: string; text: string } | null>(null);

  async function give(): Promise<void> {
    const found = {
      key: keyFault(key),
      subdomain: region === 'subdomain' ? subdomainFault(subdomain) : null,
    };
    setFaults(found);
    setFailure(null);
    if (found.key !== null || found.subdomain !== null) {
      form.current?.querySelector<HTMLElement>(found.key === null ? '#subdomain' : '#key')?.focus();
      return;
    }
    setBusy(true);
    try {
      const chosen = region === 'subdomain' ? subdomainOf(subdomain) : region;
      const given: Given = { key: key.trim(), ...(chosen && { region: chosen }) };
      const of = JSON.stringify(given);
      if (sealed.current?.of !== of) sealed.current = { of, text: await seal(given) };
      await send(sealed.current.text);
    } catch {
      setFailure(words.unsent.text);
      setBusy(false);
    }
  }

  return (
    <>
      <Heading>{words.form.title(ask.asker)}</Heading>
      <dl class="ask">
        <dt>{words.form.purpose}</dt>
        <dd dir="auto">{ask.purpose}</dd>
      </dl>
      <p class="warning">{words.form.known}</p>
      <About />
      <form
        ref={form}
        class="card"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void give();
        }}
      >
        <Field id="key" label={words.form.key} hint={words.form.keyHint} error={faults.key}>
          {(described) => <KeyInput id="key" value={key} onInput={setKey} {...described} />}
        </Field>
        <Field id="region" label={words.form.region} hint={words.form.regionHint}>
          {(described) => (
            <select
              id="region"
              value={region}
              onChange={({ currentTarget }) => setRegion(currentTarget.value)}
              {...described}
            >
              {Object.entries(words.form.regions).map(([value, title]) => (
                <option key={value} value={value}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
        {region === 'subdomain' && (
          <Field
            id="subdomain"
            label={words.form.subdomain}
            hint={words.form.subdomainHint}
            error={faults.subdomain}
          >
            {(described) => (
              <input
                id="subdomain"
                type="text"
                value={subdomain}
                autocomplete="off"
                autocapitalize="off"
                spellcheck={false}
                maxLength={100}
                onInput={({ currentTarget }) => setSubdomain(currentTarget.value)}
                {...described}
              />
            )}
          </Field>
        )}
        {failure !== null && (
          <p class="error" role="alert">
            {failure}
          </p>
        )}
        <button type="submit" class="button primary" aria-disabled={busy} aria-busy={busy}>
          {busy ? words.form.giving : words.form.give}
        </button>
        <p class="hint">{words.form.decline}</p>
        {expiresAt !== null && <p class="hint">{words.form.until(momentOf(expiresAt))}</p>}
      </form>
    </>
  );
}

/** A moment in the reader's own zone. */
function momentOf(moment: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(moment);
}
