import { type IRange, type IWorkbookData, LocaleType } from '@univerjs/core';
import type { ISetSelectionsOperationParams } from '@univerjs/sheets';
import type { Rect } from '../../../gas/a1';
import type { Styles } from './styles';
import type { Tab } from './tab';

/** Tabs as one workbook of the grid's engine. Its name has to be new: for a moment there are two of them. */
export function bookOf(id: string, tabs: readonly Tab[], styles: Styles): IWorkbookData {
  return {
    id,
    name: id,
    appVersion: '',
    locale: LocaleType.EN_US,
    sheetOrder: tabs.map((tab) => tab.id),
    sheets: Object.fromEntries(tabs.map((tab) => [tab.id, tab.worksheet(styles)])),
    // Filled while the tabs were made.
    styles: styles.byId,
    defaultStyle: { ff: 'Arial', fs: 10, tb: 1, vt: 3 },
  };
}

/** What selects a block of a tab, its first cell being the one that is typed into. */
export function selecting(
  unitId: string,
  subUnitId: string,
  rect: Rect,
  reveal: boolean,
): ISetSelectionsOperationParams {
  const [startRow, startColumn] = [rect.row - 1, rect.column - 1];
  const range: IRange = {
    startRow,
    startColumn,
    endRow: startRow + rect.rows - 1,
    endColumn: startColumn + rect.columns - 1,
  };
  const primary = {
    startRow,
    startColumn,
    endRow: startRow,
    endColumn: startColumn,
    actualRow: startRow,
    actualColumn: startColumn,
    isMerged: false,
    isMergedMainCell: false,
  };
  return { unitId, subUnitId, reveal, selections: [{ range, primary, style: null }] };
}

/** A block of the engine's in the store's terms. There, whole rows and columns have no ends. */
export function rectOf(
  { startRow, endRow, startColumn, endColumn }: IRange,
  rows: number,
  columns: number,
): Rect {
  const first = (start: number) => (Number.isNaN(start) ? 0 : start);
  const last = (end: number, count: number) => (Number.isNaN(end) ? count - 1 : end);
  return {
    row: first(startRow) + 1,
    column: first(startColumn) + 1,
    rows: last(endRow, rows) - first(startRow) + 1,
    columns: last(endColumn, columns) - first(startColumn) + 1,
  };
}
