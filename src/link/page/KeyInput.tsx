import { useState } from 'preact/hooks';
import { words } from './words';

interface KeyInputProps {
  id: string;
  value: string;
  onInput(value: string): void;
  'aria-describedby': string;
  'aria-invalid': boolean;
}

/**
 * A field for a key, hidden until it is to be seen. It has no name, so that no form sends it anywhere, and no
 * browser is to remember it.
 */
export function KeyInput({ onInput, ...rest }: KeyInputProps) {
  const [seen, setSeen] = useState(false);
  return (
    <span class="key">
      <input
        {...rest}
        {...(seen ? { type: 'text' } : { type: 'password' })}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        data-1p-ignore=""
        data-lpignore="true"
        maxLength={5000}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      <button
        type="button"
        class="show"
        aria-label={seen ? words.form.hideKey : words.form.showKey}
        onClick={() => setSeen(!seen)}
      >
        {seen ? words.form.hide : words.form.show}
      </button>
    </span>
  );
}
