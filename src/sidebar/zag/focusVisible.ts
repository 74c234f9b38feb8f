/*
 * Stands for @zag-js/focus-visible in the bundle (build/sidebar.mjs): the list wants to know whether it was last used by keys
 * or with a pointer, and no more.
 */

let modality = 'keyboard';

export function getInteractionModality(): string {
  return modality;
}

export function setInteractionModality(next: string): void {
  modality = next;
}

/** Watches what a list is used with; gives what ends that. */
export function trackFocusVisible(): () => void {
  const keys = () => setInteractionModality('keyboard');
  const pointer = () => setInteractionModality('pointer');
  addEventListener('keydown', keys, true);
  addEventListener('pointerdown', pointer, true);
  addEventListener('pointermove', pointer, true);
  return () => {
    removeEventListener('keydown', keys, true);
    removeEventListener('pointerdown', pointer, true);
    removeEventListener('pointermove', pointer, true);
  };
}
