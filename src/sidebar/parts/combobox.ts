import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { highlighted } from '../model/highlight';
import type { Option } from '../model/search';
import { placeOf } from './place';

interface Doing {
  /** The options that a text leaves. */
  search(text: string): Option[];
  /** The option to begin at when the list opens; -1 for none. */
  first: number;
  choose(option: Option): void;
  /** Whether the list closes when something was chosen. */
  closes: boolean;
}

/**
 * What a text field with a list below it does, by keys and pointer: the pattern that ARIA calls an editable combobox. The focus
 * stays in the field; the highlighted option is told by `aria-activedescendant`.
 */
export function useCombobox({ search, first, choose, closes }: Doing) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState<string | null>(null);
  const [at, setAt] = useState(-1);
  const found = search(text ?? '');
  const show = (index: number) => {
    setOpen(true);
    setAt(index);
  };
  const close = () => {
    setOpen(false);
    setText(null);
    setAt(-1);
  };
  const take = (option: Option) => {
    choose(option);
    if (closes) close();
    else if (text !== null) {
      setText(null);
      setAt(search('').indexOf(option));
    }
  };
  return {
    open,
    /** What is typed; null when nothing is. */
    text,
    found,
    at: Math.min(at, found.length - 1),
    setAt,
    take,
    close,
    toggle: () => (open ? close() : show(first)),
    onClick: () => !open && show(first),
    onInput(typed: string) {
      setText(typed);
      show(typed === '' ? -1 : 0);
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.isComposing) return;
      const goal = highlighted(event.key, at, found.length);
      if (goal !== null) {
        event.preventDefault();
        show(open ? goal : first >= 0 ? first : goal);
      } else if (event.key === 'Enter' && open) {
        event.preventDefault();
        const option = found[at];
        if (option) take(option);
      } else if (event.key === 'Escape' && open) {
        event.preventDefault();
        event.stopPropagation();
        close();
      }
    },
  };
}

/**
 * Shows a list above everything else, at the width of what it belongs to, and keeps it there while the screen scrolls. Returns
 * whether it is shown: what is drawn inside before that can't be scrolled.
 */
export function useListPlace(
  open: boolean,
  control: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
): boolean {
  const [shown, setShown] = useState(false);
  useLayoutEffect(() => {
    const [anchor, element] = [control.current, list.current];
    if (!open || !anchor || !element) return;
    const put = () => {
      const box = anchor.getBoundingClientRect();
      element.style.inlineSize = `${box.width}px`;
      const { top, left } = placeOf(box, box.width, element.offsetHeight, 'left');
      element.style.top = `${top}px`;
      element.style.left = `${left}px`;
    };
    element.showPopover();
    put();
    setShown(true);
    const watch = new ResizeObserver(put);
    watch.observe(element);
    addEventListener('scroll', put, true);
    addEventListener('resize', put);
    return () => {
      watch.disconnect();
      removeEventListener('scroll', put, true);
      removeEventListener('resize', put);
      if (element.isConnected) element.hidePopover();
      setShown(false);
    };
  }, [open, control, list]);
  return open && shown;
}
