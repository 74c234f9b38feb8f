import type { TabHead } from '../protocol';
import { Tab } from './grid/tab';
import type { Server } from './server';

/** The tabs that the page has, each as the store had it when it was last asked. */
export class Loader {
  private readonly tabs = new Map<number, Tab>();
  private readonly loading = new Map<number, Promise<void>>();

  constructor(private readonly server: Server) {}

  get(id: number): Tab | undefined {
    return this.tabs.get(id);
  }

  /** Lets go of a tab, so that it is asked for again. */
  forget(id: number): void {
    this.tabs.delete(id);
  }

  /** Asks for the tabs that changed. */
  async follow(heads: readonly TabHead[]): Promise<void> {
    const stale = heads.filter(({ id, changes }) => this.tabs.get(id)?.changes !== changes);
    await Promise.all(stale.map(({ id }) => this.load(id)));
  }

  /** The tabs in the order of these heads; nothing while one of them isn't here as it is by now. */
  inOrder(heads: readonly TabHead[]): Tab[] | undefined {
    const tabs = heads.flatMap(({ id, changes }) => {
      const tab = this.tabs.get(id);
      return tab && tab.changes >= changes ? [tab] : [];
    });
    return tabs.length === heads.length ? tabs : undefined;
  }

  /** Asks once at a time: who comes meanwhile waits for the same answer, and looks whether it is new enough. */
  private load(id: number): Promise<void> {
    let loading = this.loading.get(id);
    if (!loading) {
      loading = this.server
        .tab(id)
        .then((bytes) => void this.tabs.set(id, new Tab(bytes)))
        // The tab may be gone by now.
        .catch(() => undefined)
        .finally(() => this.loading.delete(id));
      this.loading.set(id, loading);
    }
    return loading;
  }
}
