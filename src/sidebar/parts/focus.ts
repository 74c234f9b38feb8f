/** What has to be mended: a field that says so, or what takes the focus in its place. */
const FAULT = '[aria-invalid="true"], [data-fault]';

/** Takes the focus to the first control that has to be mended, once it is drawn as such. */
export function focusFault(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(FAULT)?.focus());
}
