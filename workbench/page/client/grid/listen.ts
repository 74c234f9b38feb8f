import type { ICellData, IRange } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { SheetsSelectionsService } from '@univerjs/sheets';
import { Formula } from '../../../gas/columns';
import type { Computed } from '../../protocol';
import { rectOf } from './book';
import { mutations } from './commands';
import type { Grid } from './grid';
import { editsOf } from './handEdits';
import type { Tab } from './tab';

type Matrix = Record<string, Record<string, ICellData | null>>;

interface Params {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly cellValue: Matrix;
  readonly from: { readonly subUnitId: string; readonly value: Matrix };
  readonly to: { readonly subUnitId: string; readonly value: Matrix };
  readonly ranges: readonly IRange[];
  readonly colWidth: number | Record<number, number>;
}

/** Hears what a person does in the grid, and what its formulas come to, and tells it on in the store's terms. */
export function listen(grid: Grid): void {
  const injector = grid.univer.__getInjector();
  const formulas = injector.get(FormulaDataModel);
  const edited = (unit: string, id: string, matrix: Matrix) => {
    const tab = grid.tab(id);
    if (!tab) return;
    const formulaAt = (row: number, column: number) =>
      formulas.getFormulaStringByCell(row - 1, column - 1, id, unit) ?? undefined;
    const edits = editsOf(matrix, tab, grid.workbook.getStyles(), grid.options(), formulaAt);
    if (edits.length > 0) grid.events.edit(tab, edits);
  };
  grid.commands.onCommandExecuted(({ id, params }, options) => {
    const { unitId, subUnitId, ...said } = (params ?? {}) as Params;
    if (grid.unit === undefined || (unitId !== undefined && unitId !== grid.unit)) return;
    if (id === mutations.cells && options?.applyFormulaCalculationResult) return computed(grid, subUnitId);
    if (options?.fromStore || options?.fromFormula) return;
    if (id === mutations.cells) edited(unitId, subUnitId, said.cellValue);
    if (id === mutations.move) {
      edited(unitId, said.from.subUnitId, said.from.value);
      edited(unitId, said.to.subUnitId, said.to.value);
    }
    if (id === mutations.width) widened(grid, subUnitId, said as Params);
  });
  injector.get(SheetsSelectionsService).selectionChanged$.subscribe((selections) => {
    const range = selections?.at(-1)?.range;
    if (grid.unit === undefined || !range) return;
    const sheet = grid.workbook.getActiveSheet();
    grid.selected(rectOf(range, sheet.getRowCount(), sheet.getColumnCount()));
  });
}

function widened(grid: Grid, id: string, { ranges, colWidth }: Params): void {
  const tab = grid.tab(id);
  if (!tab) return;
  for (const { startColumn, endColumn } of ranges) {
    const pixels = Math.round(typeof colWidth === 'number' ? colWidth : (colWidth[startColumn] ?? 100));
    for (let at = startColumn; at <= endColumn; at++) tab.sheet.widths[at] = pixels;
    const place = { column: startColumn + 1, columns: endColumn - startColumn + 1 };
    grid.events.edit(tab, [{ kind: 'width', ...place, pixels }]);
  }
}

function computed(grid: Grid, id: string): void {
  const tab = grid.tab(id);
  const sheet = grid.workbook.getSheetBySheetId(id);
  if (!tab || !sheet) return;
  const cells = [...tab.formulas].flatMap((place): Computed[] => {
    const [row, column] = place.split(':').map(Number);
    const formula = tab.sheet.cell(row, column);
    const data = sheet.getCellRaw(row - 1, column - 1);
    if (!(formula instanceof Formula) || data?.v === undefined || data.v === null) return [];
    const value = data.t === 3 ? Boolean(Number(data.v)) : data.v;
    return [{ row, column, formula: formula.formula, value }];
  });
  if (cells.length > 0) grid.events.computed(tab as Tab, cells);
}
