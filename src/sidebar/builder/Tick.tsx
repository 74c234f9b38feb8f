import { useId } from 'preact/hooks';

interface TickProps {
  title: string;
  checked: boolean;
  onChange(checked: boolean): void;
  hint?: string;
  disabled?: boolean;
}

/** A yes or no; the hint says what it means, or why it can't be chosen. */
export function Tick({ title, checked, onChange, hint, disabled }: TickProps) {
  const id = useId();
  return (
    <div class={disabled ? 'ticked off' : 'ticked'}>
      <label class="tick">
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-describedby={hint ? id : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {title}
      </label>
      {hint && (
        <p class="hint" id={id}>
          {hint}
        </p>
      )}
    </div>
  );
}
