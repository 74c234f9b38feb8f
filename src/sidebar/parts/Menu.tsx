import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { IconButton } from './Button';
import { Icon, type IconName } from './Icon';
import { placeOf } from './place';

export interface MenuAction {
  title: string;
  icon: IconName;
  act(): void;
  danger?: boolean;
}

/**
 * A button that shows a few actions. The list is a popover of the browser's: Escape, a click beside it and the way back of
 * the focus are its own.
 */
export function Menu({ label, actions }: { label: string; actions: MenuAction[] }) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open || !list.current || !button.current) return;
    const { offsetWidth, offsetHeight, style } = list.current;
    const align = document.dir === 'rtl' ? 'left' : 'right';
    const { top, left } = placeOf(button.current.getBoundingClientRect(), offsetWidth, offsetHeight, align);
    style.top = `${top}px`;
    style.left = `${left}px`;
    list.current.querySelector('button')?.focus();
  }, [open]);
  return (
    <>
      <IconButton
        buttonRef={button}
        icon="dots"
        label={label}
        popovertarget={id}
        aria-haspopup="menu"
        aria-expanded={open}
      />
      <div
        ref={list}
        id={id}
        class="menu"
        role="menu"
        aria-label={label}
        popover="auto"
        onToggle={(event) => setOpen((event as unknown as { newState: string }).newState === 'open')}
        onKeyDown={(event) => walk(event)}
      >
        {open &&
          actions.map((action) => (
            <button
              key={action.title}
              type="button"
              role="menuitem"
              tabIndex={-1}
              class={action.danger ? 'menu-item danger' : 'menu-item'}
              onClick={() => {
                list.current?.hidePopover();
                button.current?.focus();
                action.act();
              }}
            >
              <Icon name={action.icon} size={18} />
              {action.title}
            </button>
          ))}
      </div>
    </>
  );
}

/** Arrow keys walk through the list, as people expect of one. */
function walk(event: KeyboardEvent): void {
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  const goals: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: items.length - 1,
  };
  if (event.key === 'Tab') (event.currentTarget as HTMLElement).hidePopover();
  if (!(event.key in goals)) return;
  event.preventDefault();
  items[(goals[event.key] + items.length) % items.length]?.focus();
}
