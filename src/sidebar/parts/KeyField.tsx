import { useState } from 'preact/hooks';
import { CallFailed } from '../problem';
import { words } from '../words';
import { IconButton } from './Button';
import { Disclosure } from './Disclosure';
import { Field } from './Field';
import { Icon } from './Icon';

/** Where a key is found, step by step. */
export function KeyHelp({ level }: { level?: 3 }) {
  return (
    <Disclosure title={words.connect.whereTitle} level={level}>
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
    </Disclosure>
  );
}

/** What is wrong with a key, and with which: another may be right. */
export interface KeyFault {
  key: string;
  text: string;
}

/** What is wrong with a key that was refused; null when it was something else that went wrong. */
export function keyFaultOf(error: unknown, key: string): KeyFault | null {
  if (!(error instanceof CallFailed) || !/^key-/.test(error.problem.code)) return null;
  return { key, text: `${error.problem.title} ${error.problem.remedy}` };
}

/** The name of the login that has this key already; null when none is told. */
export function knownLoginOf(error: unknown): string | null {
  const known = error instanceof CallFailed && error.problem.code === 'login-exists';
  return known ? (error.problem.scope.login ?? null) : null;
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
