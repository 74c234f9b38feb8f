/** Takes the focus to the first control that has to be mended, once it is drawn as such. */
export function focusFault(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
