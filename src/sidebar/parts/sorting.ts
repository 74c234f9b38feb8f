import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { moveColumn } from '../model/columns';

interface Drag {
  from: number;
  to: number;
}

/** Lets the items of a list be dragged to another place; while one is, the list shows where it would land. */
export function useSorting(
  list: RefObject<HTMLElement | null>,
  count: number,
  drop: (from: number, to: number) => void,
) {
  const [drag, setDrag] = useState<Drag | null>(null);
  return {
    dragged: drag?.from ?? null,
    /** The items in the order in which they would be. */
    moved<T>(items: T[]): T[] {
      return drag ? moveColumn(items, drag.from, drag.to) : items;
    },
    grab(from: number, event: PointerEvent): void {
      if (event.button !== 0 || !list.current) return;
      const tops = [...list.current.children].map((item) => item.getBoundingClientRect());
      let to = from;
      const follow = (move: PointerEvent) => {
        const at = tops.findIndex((box) => move.clientY < box.bottom);
        to = at < 0 ? count - 1 : at;
        setDrag({ from, to });
      };
      const end = (last: PointerEvent | KeyboardEvent) => {
        if ('key' in last && last.key !== 'Escape') return;
        removeEventListener('pointermove', follow);
        removeEventListener('pointerup', end);
        removeEventListener('pointercancel', end);
        removeEventListener('keydown', end, true);
        setDrag(null);
        if (last.type === 'pointerup' && to !== from) drop(from, to);
      };
      addEventListener('pointermove', follow);
      addEventListener('pointerup', end);
      addEventListener('pointercancel', end);
      addEventListener('keydown', end, true);
    },
  };
}
