/*
 * Stands for @zag-js/live-region in the bundle (build/sidebar.mjs): says the highlighted option to readers that don't follow
 * `aria-activedescendant`.
 */

interface LiveRegion {
  announce(text: string): void;
  destroy(): void;
}

export function createLiveRegion(): LiveRegion {
  const region = document.createElement('div');
  region.className = 'only-heard';
  region.setAttribute('role', 'alert');
  document.body.append(region);
  return {
    announce: (text) => {
      region.textContent = text;
    },
    destroy: () => region.remove(),
  };
}
