import { placeOf } from '../parts/place';

/*
 * Stands for @zag-js/popper in the bundle (build/sidebar.mjs). The original brings floating-ui, 27 KB for overlays of any
 * kind on any page; here a list opens at the full width of its control and follows it while the screen scrolls.
 */

interface Options {
  onComplete?(data: { placement: string }): void;
  listeners?: boolean;
}

type Found = HTMLElement | null | (() => HTMLElement | null);

function found(sought: Found): HTMLElement | null {
  return typeof sought === 'function' ? sought() : sought;
}

/** Keeps a list at its control; gives what ends that. */
export function getPlacement(control: Found, sought: Found, options: Options): () => void {
  const list = found(sought);
  const put = () => {
    const box = found(control);
    if (!box || !list) return;
    const anchor = box.getBoundingClientRect();
    list.style.width = `${anchor.width}px`;
    const { top, left, side } = placeOf(anchor, anchor.width, list.offsetHeight, 'left');
    list.style.top = `${top}px`;
    list.style.left = `${left}px`;
    options.onComplete?.({ placement: side });
  };
  const frame = requestAnimationFrame(put);
  if (options.listeners === false) return () => cancelAnimationFrame(frame);
  const watch = new ResizeObserver(put);
  if (list) watch.observe(list);
  addEventListener('scroll', put, true);
  addEventListener('resize', put);
  return () => {
    cancelAnimationFrame(frame);
    watch.disconnect();
    removeEventListener('scroll', put, true);
    removeEventListener('resize', put);
  };
}

export function getPlacementStyles({ placement }: { placement?: string }) {
  // Unseen until it was placed.
  return { floating: { position: 'fixed', zIndex: 10, visibility: placement ? undefined : 'hidden' } };
}

export function getPlacementSide(placement: string): string {
  return placement;
}
