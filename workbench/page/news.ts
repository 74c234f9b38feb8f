import { randomUUID } from 'node:crypto';
import type { Platform } from '../gas/platform';
import type { Events } from './events';
import { headsOf } from './tabs';

/** A sidebar as it was opened. */
export interface OpenedSidebar {
  /** Nobody guesses it: who knows it may load the sidebar. */
  readonly id: string;
  readonly title: string;
  readonly content: string;
}

/** How many sidebars a page can still load: those of the people who have one open, and some more. */
const keptSidebars = 20;

/** Notices what changed on the platform since it last looked, and tells the pages. */
export class News {
  private readonly sidebars = new Map<string, OpenedSidebar>();
  private version: number;
  private toasts: number;
  private sidebar: Platform['sidebar'];
  private ahead = 0;

  constructor(
    private readonly platform: Platform,
    private readonly events: Events,
    /** Hears of every change of what a file would keep. */
    private readonly changed: () => void,
  ) {
    this.version = platform.workbook.version;
    this.toasts = platform.toasts.length;
    this.sidebar = platform.sidebar;
  }

  /** Looks; toasts go to this user, or to everybody. */
  look(user?: string): void {
    const { platform, events } = this;
    if (platform.workbook.version !== this.version) {
      this.version = platform.workbook.version;
      events.tell({ type: 'tabs', tabs: headsOf(platform.workbook) });
      this.changed();
    }
    for (const toast of platform.toasts.slice(this.toasts)) events.tell({ type: 'toast', toast }, user);
    this.toasts = platform.toasts.length;
    if (platform.sidebar && platform.sidebar !== this.sidebar) {
      const { title, content, user: owner } = platform.sidebar;
      this.sidebar = platform.sidebar;
      const id = randomUUID();
      this.sidebars.set(id, { id, title, content });
      for (const old of [...this.sidebars.keys()].slice(0, -keptSidebars)) this.sidebars.delete(old);
      events.tell({ type: 'sidebar', id, title }, owner);
    }
    this.lookAtClock();
  }

  private lookAtClock(): void {
    const ahead = aheadOf(this.platform);
    if (Math.abs(ahead - this.ahead) < 500) return;
    this.ahead = ahead;
    this.events.tell({ type: 'clock', ahead });
  }

  /** A sidebar that was opened; nothing for an unknown one. */
  opened(id: string): OpenedSidebar | undefined {
    return this.sidebars.get(id);
  }
}

/** Milliseconds that the workbench's clock is ahead of the machine's. */
export function aheadOf({ clock }: Platform): number {
  return clock.now() - Date.now();
}
