import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Described {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

interface FieldProps {
  label: string;
  hint?: ComponentChildren;
  error?: string;
  /** The label is for ears only: a heading says it already. */
  quiet?: boolean;
  /** Draws the control, tied to its label, hint and error. */
  children(attributes: Described): ComponentChildren;
}

/** A labelled control with a hint and, when something is wrong with it, an error below. */
export function Field({ label, hint, error, quiet, children }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div class={error ? 'field invalid' : 'field'}>
      <label for={id} class={quiet ? 'only-heard' : undefined}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p class="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps {
  label: string;
  value: string;
  onInput(value: string): void;
  hint?: string;
  error?: string;
  placeholder?: string;
  type?: 'text' | 'number' | 'date' | 'month';
  autoFocus?: boolean;
  min?: number;
  max?: number;
  maxLength?: number;
}

/** A field of text, or of a number or day. */
export function TextField({ label, value, onInput, hint, error, autoFocus, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(attributes) => (
        <input
          class="input"
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={value}
          data-autofocus={autoFocus}
          onInput={(event) => onInput(event.currentTarget.value)}
          {...(input as object)}
          {...attributes}
        />
      )}
    </Field>
  );
}

interface SelectFieldProps {
  label: string;
  value: string;
  choices: { value: string; title: string }[];
  onChange(value: string): void;
  hint?: ComponentChildren;
  error?: string;
  quiet?: boolean;
}

/** One of a few choices. */
export function SelectField({ label, value, choices, onChange, hint, error, quiet }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} quiet={quiet}>
      {(attributes) => (
        <div class="select">
          <select
            class="input"
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            {...attributes}
          >
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.title}
              </option>
            ))}
          </select>
        </div>
      )}
    </Field>
  );
}

interface RadiosProps {
  label: string;
  value: string;
  choices: { value: string; title: string; hint?: ComponentChildren; disabled?: boolean }[];
  onChange(value: string): void;
}

/** A choice of which all possibilities are seen. */
export function Radios({ label, value, choices, onChange }: RadiosProps) {
  const name = useId();
  return (
    <fieldset class="radios">
      <legend>{label}</legend>
      {choices.map((choice) => (
        <div class="radio" key={choice.value}>
          <input
            type="radio"
            id={`${name}-${choice.value}`}
            name={name}
            checked={choice.value === value}
            disabled={choice.disabled}
            aria-describedby={choice.hint ? `${name}-${choice.value}-hint` : undefined}
            onChange={() => onChange(choice.value)}
          />
          <div>
            <label for={`${name}-${choice.value}`}>{choice.title}</label>
            {choice.hint && (
              <p class="hint" id={`${name}-${choice.value}-hint`}>
                {choice.hint}
              </p>
            )}
          </div>
        </div>
      ))}
    </fieldset>
  );
}
