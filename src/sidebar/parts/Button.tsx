import type { ComponentChildren, Ref } from 'preact';
import { words } from '../words';
import { Icon, type IconName } from './Icon';

interface ButtonProps {
  children: ComponentChildren;
  onClick?: () => void;
  /** How much it asks for attention. */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  /** Under way: it can't be pressed again, and says so. */
  busy?: boolean;
  disabled?: boolean;
  type?: 'button' | 'submit';
  autoFocus?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  testId?: string;
}

/** A button with a text. While it is busy it keeps the focus. */
export function Button({
  children,
  onClick,
  kind = 'plain',
  icon,
  busy,
  disabled,
  type = 'button',
  autoFocus,
  buttonRef,
  testId,
}: ButtonProps) {
  return (
    <button
      ref={buttonRef}
      type={type}
      class={`button ${kind}`}
      disabled={disabled}
      aria-busy={busy}
      aria-disabled={busy}
      data-autofocus={autoFocus}
      data-testid={testId}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <span class="spinner" aria-hidden="true" /> : icon && <Icon name={icon} size={18} />}
      <span>{children}</span>
    </button>
  );
}

interface IconButtonProps {
  icon: IconName;
  /** What it does and to what; shown as a tooltip too. */
  label: string;
  onClick?: () => void;
  busy?: boolean;
  disabled?: boolean;
  class?: string;
  buttonRef?: Ref<HTMLButtonElement>;
  [attribute: `aria-${string}` | `data-${string}`]: unknown;
  popovertarget?: string;
}

/** A button that is an icon. */
export function IconButton({
  icon,
  label,
  onClick,
  busy,
  disabled,
  buttonRef,
  class: more = '',
  ...rest
}: IconButtonProps) {
  return (
    <button
      ref={buttonRef}
      type="button"
      class={`icon-button ${more}`}
      aria-label={busy ? `${label} (${words.common.working})` : label}
      title={label}
      disabled={disabled}
      onClick={busy ? undefined : onClick}
      {...rest}
    >
      {busy ? <span class="spinner" aria-hidden="true" /> : <Icon name={icon} />}
    </button>
  );
}
