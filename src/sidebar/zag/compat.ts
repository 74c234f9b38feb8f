import { options } from 'preact';

/*
 * Stands for preact/compat in the bundle (build/sidebar.mjs): Zag takes this one function from it, and the rest would change
 * how every element is drawn.
 */

/** Does `work` and draws what it changed before it goes on. */
export function flushSync<T>(work: () => T): T {
  const usual = options.debounceRendering;
  options.debounceRendering = (draw) => draw();
  try {
    return work();
  } finally {
    options.debounceRendering = usual;
  }
}

export { useLayoutEffect, useReducer } from 'preact/hooks';

/** Parts of Zag that the sidebar never reaches name these; the bundler drops them. */
export const Children = undefined;
export const createPortal = undefined;
export const useSyncExternalStore = undefined;
