import type { Rect } from '../../gas/a1';
import type { TypedOptions } from '../../gas/typed';
import type { DemoPerson, Edit, PageEvent, PageState, TabHead } from '../protocol';
import { tellFrame } from './frameLine';
import { Grid } from './grid/grid';
import type { Tab } from './grid/tab';
import { Loader } from './loader';
import { Server } from './server';
import { atFirst, type Shown } from './shown';

/** The page of one user: the grid, and what stands around it. */
export class Page {
  readonly server: Server;
  grid!: Grid;
  shown!: Shown;
  private readonly tabs: Loader;
  private readonly watchers = new Set<() => void>();
  /** The tab in front as it was last drawn, with its rows. */
  lastDrawn: { readonly tab: string; readonly rows: number } | null = null;
  private messages = 0;
  /** Whose key was chosen last, and whether the browser let it be copied. */
  private keyOf = '';
  private copied = false;

  constructor(readonly user: string) {
    this.server = new Server(user);
    this.tabs = new Loader(this.server);
  }

  /** Opens the spreadsheet in a place of the document. */
  async open(container: HTMLElement): Promise<void> {
    const { server } = this;
    const options = (): TypedOptions => ({
      locale: this.shown.state.locale,
      plainText: 'literal',
      year: new Date(Date.now() + this.shown.ahead).getFullYear(),
    });
    this.grid = new Grid(container, options, {
      edit: (tab, edits) => void this.edit(tab, edits),
      select: (tab, rect) => this.selected(tab, rect),
      computed: (tab, cells) => void server.computed(tab.sheet.id, cells),
      hover: (note) => note !== this.shown.note && this.set({ note }),
      drawn: () => this.drawn(),
    });
    let opened = false;
    server.listen(
      (event) => this.hear(event),
      (connected) => {
        this.set({ connected });
        // What happened while the line was cut nobody has told.
        if (connected && opened) void this.server.state().then(({ tabs }) => this.follow(tabs));
        opened ||= connected;
      },
    );
    await this.follow(this.shown.tabs);
  }

  /** Hears of every change of `shown`; returns a function that ends it. */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  set(change: Partial<Shown>): void {
    this.shown = { ...this.shown, ...change };
    for (const watcher of this.watchers) watcher();
  }

  begin(state: PageState): void {
    this.shown = atFirst(state);
  }

  get activeTab(): Tab | undefined {
    return this.tabs.get(this.shown.active);
  }

  tabOf(id: number): Tab | undefined {
    return this.tabs.get(id);
  }

  private hear(event: PageEvent): void {
    if (event.type === 'tabs') void this.follow(event.tabs);
    else if (event.type === 'blocks') this.patch(event);
    else if (event.type === 'selection') this.goTo(event.selection.tab, event.selection.rect);
    else if (event.type === 'sidebar') this.set({ sidebar: { id: event.id, title: event.title } });
    else if (event.type === 'toast') this.say(event.toast.title, event.toast.message, event.toast.seconds);
    else if (event.type === 'running')
      this.set({ running: event.running, took: event.took ?? this.shown.took });
    else if (event.type === 'clock') this.set({ ahead: event.ahead });
    else if (event.type === 'breaks') this.set({ breaks: event.breaks });
    else if (event.type === 'name') this.set({ state: { ...this.shown.state, name: event.name } });
  }

  /** Shows tabs as the store now has them. */
  private async follow(heads: readonly TabHead[]): Promise<void> {
    this.set({ tabs: heads });
    await Promise.all([this.tabs.follow(heads), this.grid.ready]);
    const now = this.shown.tabs;
    const tabs = this.tabs.inOrder(now);
    // An answer that was under way may be older than what was told since.
    if (!tabs) return now === heads && heads.length > 0 ? this.again() : undefined;
    if (differ(this.seen(this.grid.order), this.seen(tabs))) this.redraw(tabs);
  }

  /** The tabs on which what the grid shows depends: hidden ones only where a formula may refer to them. */
  private seen(tabs: readonly Tab[]): readonly Tab[] {
    if (tabs.some(({ formulas }) => formulas.size > 0)) return tabs;
    return tabs.filter(({ sheet }) => !sheet.hidden);
  }

  /** Asks what tabs there are and shows them. */
  private async again(): Promise<void> {
    const { tabs } = await this.server.state();
    await this.follow(tabs);
  }

  private redraw(tabs: readonly Tab[]): void {
    const heads = this.shown.tabs;
    const visible = heads.filter(({ hidden }) => !hidden);
    const front = visible.find(({ id }) => id === this.shown.active) ?? visible[0] ?? heads[0];
    const rect =
      front.id === this.shown.active ? this.shown.rect : { row: 1, column: 1, rows: 1, columns: 1 };
    this.set({ active: front.id });
    this.grid.show(tabs, { tab: front.id, rect });
  }

  private patch({ tab: id, from, to, blocks, widths }: Extract<PageEvent, { type: 'blocks' }>): void {
    const tab = this.tabs.get(id);
    if (!tab || tab.changes !== from) return;
    this.grid.patch(tab, blocks);
    tab.changes = to;
    if (
      widths &&
      JSON.stringify(widths) !== JSON.stringify(Array.from(tab.sheet.widths, (each) => each ?? null))
    ) {
      tab.sheet.widths = widths.map((width) => width ?? undefined);
      this.redraw(this.grid.order);
    }
    this.set({ looked: this.shown.looked + 1 });
  }

  /** Makes edits of a person, one after the other. What can't be made is undone in the grid. */
  async edit(tab: Tab, edits: readonly Edit[]): Promise<void> {
    try {
      for (const edit of edits) await this.server.edit(tab.sheet.id, edit);
    } catch (error) {
      this.say('There was a problem', (error as Error).message, 8, true);
      this.tabs.forget(tab.sheet.id);
      await this.follow(this.shown.tabs);
    }
  }

  private selected(tab: Tab, rect: Rect): void {
    const { active, rect: before } = this.shown;
    const same = tab.sheet.id === active && JSON.stringify(rect) === JSON.stringify(before);
    this.set({ rect, looked: this.shown.looked + 1 });
    if (!same) void this.server.select({ tab: tab.sheet.id, rect });
  }

  /** Brings a tab to the front, by hand. */
  front(id: number): void {
    if (id === this.shown.active) return;
    this.set({ active: id });
    this.grid.activate(String(id));
    void this.server.select({ tab: id, rect: this.shown.rect });
  }

  private goTo(id: number, rect: Rect): void {
    const tab = this.tabs.get(id);
    const head = this.shown.tabs.find((each) => each.id === id);
    // A tab that isn't here yet comes to the front when it is.
    if (!tab || !head || !this.grid.order.includes(tab) || head.hidden) {
      if (head && !head.hidden) this.set({ active: id, rect });
      return;
    }
    tab.sheet.activeRange = rect;
    this.set({ active: id, rect });
    this.grid.activate(String(id));
    this.grid.select(rect, true);
  }

  /** A message in the corner, for some seconds. */
  say(title: string, text: string, seconds: number, bad = false): void {
    const message = { key: this.messages++, title, text, seconds, bad };
    // What was said of the same thing before is out of date.
    const others = this.shown.messages.filter((each) => title === '' || each.title !== title);
    this.set({ messages: [...others, message] });
    if (seconds > 0) setTimeout(() => this.dismiss(message.key), seconds * 1000);
  }

  dismiss(key: number): void {
    this.set({ messages: this.shown.messages.filter((message) => message.key !== key) });
  }

  /** Runs an item of the add-on's menu. */
  async choose(caption: string, functionName: string): Promise<void> {
    this.set({ script: caption });
    try {
      const answer = await this.server.choose(functionName);
      if (!answer.ok) this.say('', answer.message, 0, true);
    } finally {
      this.set({ script: null });
    }
  }

  /** Opens a panel beside the grid, or closes it when it is the one that is open. */
  toggleDrawer(drawer: 'break' | 'people'): void {
    this.set({ drawer: this.shown.drawer === drawer ? null : drawer });
  }

  closeDrawer(): void {
    const { drawer } = this.shown;
    this.set({ drawer: null });
    document.querySelector<HTMLElement>(`[data-drawer="${drawer}"]`)?.focus();
  }

  /** Says something to the sidebar's frame; to nobody when there is none. */
  tellSidebar(message: object): void {
    tellFrame(document.querySelector<HTMLIFrameElement>('.sidebar iframe'), message);
  }

  /** Puts a key into the clipboard, and into the sidebar where it asks for one. */
  async tryKey(person: DemoPerson): Promise<void> {
    const { key, name } = person;
    this.keyOf = name;
    this.copied = await navigator.clipboard.writeText(key).then(
      () => true,
      () => false,
    );
    if (this.shown.sidebar) this.tellSidebar({ type: 'fill', key });
    else this.filled(false);
  }

  /** The sidebar took the key, or asks for none. */
  filled(done: boolean): void {
    const title = `Key of ${this.keyOf}`;
    if (done) this.say(title, 'It is in the sidebar: press Connect there.', 6);
    else if (this.copied)
      this.say(title, 'Copied: paste it where the sidebar asks for a key, under Logins ▸ Add a login.', 8);
    else this.say(title, 'The browser doesn’t let it be copied. It stands under Demo people.', 8, true);
  }

  /** Breaks something or repairs it. */
  async turn(id: string, on: boolean, choice?: string): Promise<void> {
    try {
      const { said } = await this.server.turn(id, on, choice);
      this.set({ said });
    } catch (error) {
      this.say('Break it', (error as Error).message, 8, true);
    }
  }

  /** The grid is drawn as it now is. */
  private drawn(): void {
    const tab = this.activeTab;
    this.lastDrawn = tab ? { tab: tab.sheet.name, rows: tab.sheet.columns.lastRow } : null;
  }
}

function differ(before: readonly Tab[], after: readonly Tab[]): boolean {
  return before.length !== after.length || before.some((tab, index) => tab !== after[index]);
}
