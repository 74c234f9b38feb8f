import type { ComponentChildren } from 'preact';

/** What ties a control to its hint and to what is wrong with it. */
interface Described {
  'aria-describedby': string;
  'aria-invalid': boolean;
}

interface FieldProps {
  id: string;
  label: string;
  hint: string;
  error?: string | null;
  children(described: Described): ComponentChildren;
}

/** A control with its label, its hint, and what is wrong with it. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  const described = error ? `${id}-error ${id}-hint` : `${id}-hint`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ 'aria-describedby': described, 'aria-invalid': Boolean(error) })}
      {error && (
        <p class="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
