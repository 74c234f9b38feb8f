import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Demo } from '../clockify/start';
import type { MenuItem } from '../gas/calls/ui';
import { Formula } from '../gas/columns';
import type { Platform } from '../gas/platform';
import type { OpenLinks } from '../link/open';
import { Breaks } from './breaks';
import { applyEdit, EditRefused } from './edits';
import { Events } from './events';
import { Executions, failureOf } from './executions';
import type { WorkbookFile } from './file';
import type { Formulas } from './formulas';
import { aheadOf, News } from './news';
import { pack } from './packed';
import { Passing } from './passing';
import { peopleOf } from './people';
import type { Computed, Edit, PageState, RunAnswer, Selection } from './protocol';
import { functionsOf } from './sidebarPage';
import { blockOf, headsOf } from './tabs';
import { type User, users } from './users';

/** What a {@link Book} is made of. */
export interface BookParts {
  readonly platform: Platform;
  readonly formulas: Formulas;
  readonly demo: Demo | null;
  readonly file: WorkbookFile | null;
  readonly links: OpenLinks;
}

/** How often pages are told how far time has gone, in real milliseconds. */
const toldEveryMs = 250;

/** The open spreadsheet, as the pages that show it deal with it. The store is the truth; pages are views of it. */
export class Book {
  readonly events = new Events();
  readonly formulas: Formulas;
  readonly platform: Platform;
  readonly news: News;
  readonly breaks: Breaks | null;
  /** The functions that a page may call. */
  readonly functions: readonly string[];
  /** How the spreadsheet's time goes by. */
  readonly passing: Passing;
  private readonly executions: Executions;
  private readonly selections = new Map<User, Selection>();
  private readonly demo: Demo | null;
  private readonly links: OpenLinks;
  private readonly changed: () => void;
  private menuItems: readonly MenuItem[] = [];
  private broken = false;
  private toldAt = 0;

  constructor({ platform, formulas, demo, file, links }: BookParts) {
    this.links = links;
    this.platform = platform;
    this.formulas = formulas;
    this.demo = demo;
    this.functions = functionsOf(readFileSync(join(platform.distDir, 'Code.js'), 'utf8'));
    this.changed = () => file?.touch();
    this.news = new News(platform, this.events, this.changed);
    const watcher: ConstructorParameters<typeof Executions>[1] = {
      atCall: (call) => this.breaks?.atCall(call),
      news: (user) => this.news.look(user),
      ended: (took) => {
        this.changed();
        this.events.tell({ type: 'running', running: this.executions.running - 1, took });
      },
    };
    this.executions = new Executions(platform, watcher);
    this.passing = new Passing(platform, {
      around: ({ user, handler }, run) => {
        this.tellRunning();
        return this.executions.watch(user, handler, run);
      },
      passed: () => this.passed(),
    });
    this.breaks = demo
      ? new Breaks({
          platform,
          passing: this.passing,
          control: demo.control,
          run: (functionName, payload) => this.ask(functionName, payload),
          openSidebar: () => this.execute(users[0], 'openSidebar', [], 'host'),
          endExecution: () => this.executions.end(),
          bringToFront: (tab) => this.bringToFront(tab),
        })
      : null;
  }

  /** What a page of this user begins with. Opening the spreadsheet runs `onOpen`, which builds the menu. */
  async open(user: User): Promise<PageState> {
    const { platform } = this;
    await platform.run('onOpen', [], { user, authMode: 'NONE' });
    this.menuItems = platform.menu ?? [];
    return {
      name: platform.spreadsheetName,
      user,
      locale: platform.cellOptions.locale,
      zone: platform.cellOptions.zone,
      tabs: headsOf(platform.workbook),
      selection: this.selectionOf(user),
      menu: this.menuItems,
      ahead: aheadOf(platform),
      running: this.executions.running,
      breaks: (await this.breaks?.views()) ?? null,
      demoPeople: this.demo ? peopleOf(await this.demo.control.world()) : null,
    };
  }

  /** A tab with all its cells, as bytes; nothing when it is gone. */
  tab(id: number): Uint8Array | undefined {
    const sheet = this.platform.workbook.find(id);
    return sheet && pack(sheet);
  }

  select(user: User, selection: Selection): void {
    if (this.platform.workbook.find(selection.tab)) this.selections.set(user, selection);
  }

  private selectionOf(user: User): Selection {
    const { workbook } = this.platform;
    const kept = this.selections.get(user);
    if (kept && workbook.find(kept.tab)) return kept;
    const { id, activeRange } = workbook.activeSheet;
    return { tab: id, rect: activeRange };
  }

  /** Makes a person's edit; throws `EditRefused`, or Google's words for what can't be. */
  edit(user: User, tab: number, edit: Edit): void {
    const refusal = this.breaks?.failedEdit(user);
    if (refusal !== undefined) throw new EditRefused(refusal);
    const { workbook } = this.platform;
    const before = workbook.sheet(tab);
    const from = before.changes;
    const rects = applyEdit(this.platform, before, edit);
    const after = workbook.find(tab);
    if (after && rects) {
      const blocks = rects.map((rect) => blockOf(after, rect));
      const widths = edit.kind === 'width' ? after.widths.map((width) => width ?? null) : null;
      this.events.tell({ type: 'blocks', tab, from, to: after.changes, blocks, widths });
    }
    this.news.look(user);
  }

  /** Takes over what a page worked out; what isn't of a formula that is there is let go. */
  computed(tab: number, computed: readonly Computed[]): void {
    const sheet = this.platform.workbook.find(tab);
    if (!sheet) return;
    const held = computed.filter(({ row, column, formula }) => {
      const cell = sheet.cell(row, column);
      return cell instanceof Formula && cell.formula === formula;
    });
    this.formulas.learn(tab, held);
  }

  /** `google.script.run`, from the page of a user. */
  async run(user: User, functionName: string, args: readonly unknown[]): Promise<RunAnswer> {
    if (!this.functions.includes(functionName))
      return { ok: false, message: `Script function not found: ${functionName}` };
    const failure = this.breaks?.failedRun(user);
    if (failure !== undefined) return { ok: false, message: failure };
    return this.execute(user, functionName, args, 'client');
  }

  private async ask<T>(functionName: string, payload: object): Promise<T> {
    const answer = await this.run(users[0], functionName, [JSON.stringify(payload)]);
    if (!answer.ok) throw new Error(answer.message);
    const { value, problem } = JSON.parse(String(answer.value)) as { value: T; problem?: { title: string } };
    if (problem) throw new Error(problem.title);
    return value;
  }

  /** A click on an item of the add-on's menu. */
  async choose(user: User, functionName: string): Promise<RunAnswer> {
    const known = this.menuItems.some((item) => item !== 'separator' && item.functionName === functionName);
    if (!known) return { ok: false, message: `Script function not found: ${functionName}` };
    return this.execute(user, functionName, [], 'host');
  }

  private async execute(
    user: User,
    functionName: string,
    args: readonly unknown[],
    via: 'host' | 'client',
  ): Promise<RunAnswer> {
    const before = this.place(user);
    this.tellRunning();
    const finished = await this.executions.run(user, functionName, args, via);
    this.follow(user, before);
    // A fault that strikes once may be over by now; if the page closes meanwhile, there is nobody to tell.
    if (this.broken) void this.tellBreaks().catch(() => undefined);
    if (!finished.ok) return { ok: false, message: failureOf(finished) };
    const { value = null } = finished;
    // The script knows Google's address of the link project; the browser here has to be sent to this machine's.
    return { ok: true, value: typeof value === 'string' ? this.links.addresses.forBrowsers(value) : value };
  }

  /** An execution finds the tab in front and the block selected that its user has; that is no change of the spreadsheet. */
  private place(user: User): Selection {
    const { workbook } = this.platform;
    const selection = this.selectionOf(user);
    workbook.activeSheetId = selection.tab;
    workbook.sheet(selection.tab).activeRange = selection.rect;
    return selection;
  }

  /** Where the execution went, its user goes too. */
  private follow(user: User, before: Selection): void {
    const { id: tab, activeRange: rect } = this.platform.workbook.activeSheet;
    const moved = tab !== before.tab || JSON.stringify(rect) !== JSON.stringify(before.rect);
    if (!moved || (this.selections.get(user) !== undefined && this.selections.get(user) !== before)) return;
    this.selections.set(user, { tab, rect });
    this.events.tell({ type: 'selection', selection: { tab, rect } }, user);
  }

  private tellRunning(): void {
    this.events.tell({ type: 'running', running: this.executions.running + 1, took: null });
  }

  /** Time went by: pages see what came of it, now and then while it goes on. */
  private passed(): void {
    this.news.look();
    const now = performance.now();
    if (this.passing.progress && now - this.toldAt < toldEveryMs) return;
    this.toldAt = now;
    void this.tellBreaks().catch(() => undefined);
  }

  private bringToFront(name: string): void {
    const sheet = this.platform.workbook.byName(name);
    if (!sheet) return;
    // First that there is such a tab.
    this.news.look();
    const selection = { tab: sheet.id, rect: { row: 1, column: 1, rows: 1, columns: 1 } };
    for (const user of users) this.selections.set(user, selection);
    this.events.tell({ type: 'selection', selection });
  }

  /** Gives the spreadsheet a name. */
  rename(name: string): void {
    this.platform.spreadsheetName = name.trim() || 'Untitled spreadsheet';
    this.changed();
    this.events.tell({ type: 'name', name: this.platform.spreadsheetName });
  }

  /** Breaks something or repairs it, and says what was done. */
  async turn(id: string, on: boolean, choice: string | undefined): Promise<string> {
    if (!this.breaks) throw new EditRefused('Only the demo Clockify can be broken.');
    const said = await this.breaks.turn(id, on, choice);
    await this.tellBreaks();
    this.news.look();
    return said;
  }

  private async tellBreaks(): Promise<void> {
    const breaks = (await this.breaks?.views()) ?? [];
    this.broken = breaks.some(({ on }) => on);
    this.events.tell({ type: 'breaks', breaks });
  }
}
