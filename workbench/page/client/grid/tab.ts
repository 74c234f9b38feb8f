import type { ICellData, IWorksheetData } from '@univerjs/core';
import { attributes } from '../../../gas/cellAttributes';
import { type Cell, Formula } from '../../../gas/columns';
import { defaultWidth, type Sheet } from '../../../gas/sheet';
import { unpack } from '../../packed';
import type { BlockView, CellView, Looks } from '../../protocol';
import { cellDataOf, matrixOf } from './cellData';
import type { Styles } from './styles';

/** The height in pixels of a row of Sheets. */
const rowHeight = 21;

/** A tab as the page has it: a copy of the store's, at one number of its changes. */
export class Tab {
  readonly sheet: Sheet;
  changes: number;
  /** Places of formulas, `row:column`. */
  readonly formulas = new Set<string>();

  /** A tab from the bytes that the server packed. */
  constructor(bytes: ArrayBuffer) {
    const { sheet, changes } = unpack(bytes);
    this.sheet = sheet;
    this.changes = changes;
    for (let column = 1; column <= this.sheet.columns.lastColumn; column++) {
      this.sheet.columns.cellsOf(column).forEach((cell, index) => {
        if (cell instanceof Formula) this.formulas.add(`${index + 1}:${column}`);
      });
    }
  }

  get id(): string {
    return String(this.sheet.id);
  }

  looks(row: number, column: number): Looks {
    const looks: { -readonly [name in keyof Looks]: Looks[name] } = {};
    for (const name of attributes) looks[name] = this.sheet.attributes.get(name, row, column);
    return looks;
  }

  /** The tab for the grid's engine. */
  worksheet(styles: Styles): Partial<IWorksheetData> {
    const { sheet } = this;
    const columnData = Object.fromEntries(
      sheet.widths.flatMap((w, index) => (w === undefined ? [] : [[index, { w }]])),
    );
    const frozen = sheet.frozenRows;
    return {
      id: this.id,
      name: sheet.name,
      hidden: sheet.hidden ? 1 : 0,
      // A chart has no cells, but the engine draws nothing without one.
      rowCount: Math.max(1, sheet.maxRows),
      columnCount: Math.max(1, sheet.maxColumns),
      defaultColumnWidth: defaultWidth,
      defaultRowHeight: rowHeight,
      rowHeader: { width: 46 },
      columnHeader: { height: 24 },
      gridlinesColor: '#e1e1e1',
      freeze: { startRow: frozen > 0 ? frozen : -1, startColumn: -1, ySplit: frozen, xSplit: 0 },
      columnData,
      cellData: matrixOf(sheet, styles),
    };
  }

  /** Takes over blocks that changed; returns what the engine has to set, rows and columns from 0. */
  patch(blocks: readonly BlockView[], styles: Styles): Record<number, Record<number, ICellData>> {
    const changed: Record<number, Record<number, ICellData>> = {};
    for (const { rect, cells } of blocks) {
      cells.forEach((line, down) => {
        line.forEach((view, across) => {
          const [row, column] = [rect.row + down, rect.column + across];
          this.put(row, column, view);
          changed[row - 1] ??= {};
          // The engine merges what it is given: what should go has to be said.
          changed[row - 1][column - 1] = {
            v: null,
            f: null,
            si: null,
            p: null,
            ...cellDataOf(this.sheet.cell(row, column), undefined),
            s: styles.byId[styles.idOf(view.looks) ?? ''] ?? null,
          };
        });
      });
    }
    return changed;
  }

  private put(row: number, column: number, { value, looks }: CellView): void {
    const cell = cellOf(value);
    this.sheet.columns.set(row, column, [cell]);
    for (const name of attributes)
      this.sheet.attributes.fill(name, { row, column, rows: 1, columns: 1 }, looks[name]);
    if (cell instanceof Formula) this.formulas.add(`${row}:${column}`);
    else this.formulas.delete(`${row}:${column}`);
  }
}

function cellOf(value: CellView['value']): Cell {
  if (value === null) return undefined;
  return typeof value === 'object' ? new Formula(value.formula) : value;
}
