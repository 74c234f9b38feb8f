import type { Rect } from '../gas/a1';
import { attributes } from '../gas/cellAttributes';
import { Formula } from '../gas/columns';
import type { Sheet } from '../gas/sheet';
import type { Workbook } from '../gas/workbook';
import type { BlockView, CellView, Looks, TabHead } from './protocol';

/** The strip of tabs. */
export function headsOf(workbook: Workbook): TabHead[] {
  return workbook.sheets.map(({ id, name, hidden, changes, type }) => ({
    id,
    name,
    hidden,
    chart: type === 'OBJECT',
    changes,
  }));
}

/** A block of a tab. */
export function blockOf(sheet: Sheet, rect: Rect): BlockView {
  const cells = Array.from({ length: rect.rows }, (_, down) =>
    Array.from({ length: rect.columns }, (_, across) => cellOf(sheet, rect.row + down, rect.column + across)),
  );
  return { rect, cells };
}

function cellOf(sheet: Sheet, row: number, column: number): CellView {
  const cell = sheet.cell(row, column);
  const looks: { -readonly [name in keyof Looks]: Looks[name] } = {};
  for (const name of attributes) looks[name] = sheet.attributes.get(name, row, column);
  return { value: cell instanceof Formula ? { formula: cell.formula } : (cell ?? null), looks };
}
