import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';
import { usePage } from './usePage';

interface DrawerProps {
  readonly title: string;
  /** What stands beside the title. */
  readonly actions?: ComponentChildren;
  /** What stays at the bottom while the rest is scrolled. */
  readonly foot?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A panel between the grid and the sidebar; Escape closes it. */
export function Drawer({ title, actions, foot, children }: DrawerProps) {
  const page = usePage();
  return (
    <section
      class="drawer"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={({ key }) => key === 'Escape' && page.closeDrawer()}
    >
      <div class="drawer-title">
        <h2>{title}</h2>
        {actions}
        <button
          type="button"
          class="tool"
          aria-label={`Close: ${title}`}
          title="Close"
          onClick={() => page.closeDrawer()}
        >
          <Icon name="close" />
        </button>
      </div>
      <div class="drawer-body">{children}</div>
      {foot && <div class="drawer-foot">{foot}</div>}
    </section>
  );
}
