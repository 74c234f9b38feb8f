import {
  CustomCommandExecutionError,
  ICommandService,
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  type Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { SetSelectionsOperation, SetWorksheetActiveOperation } from '@univerjs/sheets';
import {
  HoverManagerService,
  IEditorBridgeService,
  SetScrollOperation,
  SheetScrollManagerService,
} from '@univerjs/sheets-ui';
import { ILayoutService } from '@univerjs/ui';
import type { Rect } from '../../../gas/a1';
import type { TypedOptions } from '../../../gas/typed';
import type { BlockView, Selection } from '../../protocol';
import { bookOf, selecting } from './book';
import { refusedCommands } from './commands';
import { startUniver } from './engine';
import type { GridEvents } from './events';
import { listen } from './listen';
import { drawLikeStore } from './looks';
import { Styles } from './styles';
import type { Tab } from './tab';

/** Changes that come from the store, so that they don't go back to it. */
export const fromStore = { fromStore: true };

/** The grid: a view of tabs whose truth is elsewhere. Replaced as a whole when much of a tab changed, patched when little did. */
export class Grid {
  readonly univer: Univer;
  readonly commands: ICommandService;
  /** Fulfilled when the engine has all that it draws with; another unit before that would find parts missing. */
  readonly ready: Promise<void>;
  private readonly instances: IUniverInstanceService;
  private readonly editor: IEditorBridgeService;
  private readonly renders: IRenderManagerService;
  private styles = new Styles();
  private tabs = new Map<string, Tab>();
  private units = 0;
  private active = '';
  private rect: Rect = { row: 1, column: 1, rows: 1, columns: 1 };
  private later: (() => void) | undefined;

  constructor(
    container: HTMLElement,
    readonly options: () => TypedOptions,
    readonly events: GridEvents,
  ) {
    this.univer = startUniver(container);
    const injector = this.univer.__getInjector();
    this.commands = injector.get(ICommandService);
    this.instances = injector.get(IUniverInstanceService);
    this.renders = injector.get(IRenderManagerService);
    this.create([]);
    this.ready = injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
    this.editor = injector.get(IEditorBridgeService);
    drawLikeStore(injector, (id) => this.tabs.get(id), options);
    this.commands.beforeCommandExecuted(({ id }) => {
      if (refusedCommands.has(id)) throw new CustomCommandExecutionError(`${id} has no place in the store`);
    });
    listen(this);
    injector.get(HoverManagerService).currentCell$.subscribe((hovered) => {
      const { row, col } = hovered?.location ?? { row: -1, col: -1 };
      const note = this.tabs.get(this.active)?.sheet.attributes.get('note', row + 1, col + 1);
      const { endX = 0, startY = 0 } = hovered?.position ?? {};
      events.hover(note === undefined ? null : { text: note, x: endX, y: startY });
    });
    this.editor.visible$.subscribe(({ visible }) => {
      if (visible) return;
      const { later } = this;
      this.later = undefined;
      if (later) setTimeout(later);
    });
  }

  get workbook(): Workbook {
    return this.instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET)!;
  }

  /** Nothing while one unit is gone and the next not yet there. */
  get unit(): string | undefined {
    return this.instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET)?.getUnitId();
  }

  tab(id: string): Tab | undefined {
    return this.tabs.get(id);
  }

  /** The tabs that are shown, in their order. */
  get order(): readonly Tab[] {
    return [...this.tabs.values()];
  }

  /** The selected block, and its tab. */
  get selection(): Selection {
    return { tab: Number(this.active), rect: this.rect };
  }

  /** Shows tabs in this order, one of them in front; while a person is typing, when that ends. */
  show(tabs: readonly Tab[], { tab, rect }: Selection): void {
    if (this.editor.isVisible().visible) {
      this.later = () => this.show(tabs, this.selection);
      return;
    }
    const before = this.workbook;
    const scrolled = this.active === String(tab) ? this.scrolling?.getCurrentScrollState() : undefined;
    this.tabs = new Map(tabs.map((each) => [each.id, each]));
    this.styles = new Styles();
    this.active = String(tab);
    const next = this.create(tabs);
    // The engine draws the unit that has the focus; only then may the one before go.
    this.instances.focusUnit(next);
    this.instances.disposeUnit(before.getUnitId());
    const place = { unitId: next, subUnitId: this.active };
    this.commands.syncExecuteCommand(SetWorksheetActiveOperation.id, place);
    this.select(rect);
    if (scrolled) {
      const params = { unitId: next, sheetId: this.active, ...scrolled };
      this.commands.syncExecuteCommand(SetScrollOperation.id, params);
    }
    this.announce();
  }

  private create(tabs: readonly Tab[]): string {
    const book = bookOf(`book-${++this.units}`, tabs, this.styles);
    return this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, book).getUnitId();
  }

  /** Brings a tab to the front. */
  activate(id: string): void {
    this.active = id;
    const place = { unitId: this.workbook.getUnitId(), subUnitId: id };
    this.commands.syncExecuteCommand(SetWorksheetActiveOperation.id, place);
    this.select(this.tabs.get(id)?.sheet.activeRange ?? { row: 1, column: 1, rows: 1, columns: 1 });
    this.announce();
  }

  /** Selects a block of the tab in front. */
  select(rect: Rect, reveal = false): void {
    const params = selecting(this.workbook.getUnitId(), this.active, rect, reveal);
    this.commands.syncExecuteCommand(SetSelectionsOperation.id, params, fromStore);
    this.selected(rect);
  }

  /** A block was selected, by whoever. */
  selected(rect: Rect): void {
    this.rect = rect;
    const tab = this.tabs.get(this.active);
    if (!tab) return;
    tab.sheet.activeRange = rect;
    this.events.select(tab, rect);
  }

  /** Puts the keyboard into the grid. */
  focus(): void {
    window.focus();
    this.univer.__getInjector().get(ILayoutService).focus();
  }

  /** Takes over blocks that changed in the store. */
  patch(tab: Tab, blocks: readonly BlockView[]): void {
    const cellValue = tab.patch(blocks, this.styles);
    if (Object.keys(cellValue).length === 0) return;
    const params = { unitId: this.workbook.getUnitId(), subUnitId: tab.id, cellValue };
    this.commands.syncExecuteCommand('sheet.mutation.set-range-values', params, fromStore);
    this.announce();
  }

  /** The cell's text as it is drawn. */
  shown(tab: string, row: number, column: number): string {
    const cell = this.workbook.getSheetBySheetId(tab)?.getCell(row - 1, column - 1);
    if (cell?.v === undefined || cell.v === null) return '';
    return cell.t === 3 ? (Number(cell.v) ? 'TRUE' : 'FALSE') : String(cell.v);
  }

  private get scrolling(): SheetScrollManagerService | undefined {
    const { unit } = this;
    const render = unit === undefined ? null : this.renders.getRenderById(unit);
    return render?.with(SheetScrollManagerService);
  }

  /** Tells that the grid is drawn, once it is. */
  private announce(): void {
    requestAnimationFrame(() => requestAnimationFrame(() => this.events.drawn()));
  }
}
