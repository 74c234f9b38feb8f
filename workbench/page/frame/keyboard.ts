/** What had the keyboard last, and is still there. */
let last: HTMLElement | null = null;
window.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement) last = target;
});

const focusable = 'button, input, select, textarea, a[href], [tabindex]:not([tabindex="-1"])';

/** Puts the keyboard where it last was in the frame; the first time, on the first thing that takes it. */
export function enter(): void {
  window.focus();
  const all = [...document.querySelectorAll<HTMLElement>(focusable)];
  const next =
    last?.isConnected && last.checkVisibility() ? last : all.find((each) => each.checkVisibility());
  next?.focus();
}

/** Calls when a person wants to leave the frame by F6, or by Shift+F6 the other way. */
export function listenForF6(leave: (back: boolean) => void): void {
  const hear = (event: KeyboardEvent) => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    leave(event.shiftKey);
  };
  window.addEventListener('keydown', hear, { capture: true });
}

/** Fills the field for a key, as pasting it there would; false where the sidebar asks for none. */
export function fillKey(key: string): boolean {
  const field = document.querySelector<HTMLInputElement>('input[data-key]');
  if (!field?.checkVisibility()) return false;
  // The framework watches the value that is set on the element itself.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, key);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  window.focus();
  field.focus();
  return true;
}
