import {
  CellValueType,
  type ICellData,
  type Injector,
  InterceptorEffectEnum,
  type Workbook,
} from '@univerjs/core';
import { BEFORE_CELL_EDIT, INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { display } from '../../../gas/display';
import type { TypedOptions } from '../../../gas/typed';
import type { Tab } from './tab';
import { editText } from './typing';

/** Before anything of the engine's own looks at the cell. */
const priority = 1000;

/**
 * Draws cells as Sheets does, with the store's own code: numbers in their format, a corner where there is a note, and in the
 * editor the text that stands for the content.
 */
export function drawLikeStore(
  injector: Injector,
  tabOf: (id: string) => Tab | undefined,
  options: () => TypedOptions,
): void {
  const interceptors = injector.get(SheetInterceptorService);
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, place, next) => {
      const { row, col, subUnitId, workbook } = place;
      const note = tabOf(subUnitId)?.sheet.attributes.get('note', row + 1, col + 1);
      const shown = shownText(cell || undefined, workbook, options());
      if (note === undefined && shown === undefined) return next(cell);
      const drawn = { ...(cell ?? {}) };
      if (note !== undefined) drawn.markers = { ...drawn.markers, tr: { color: '#000000', size: 7 } };
      if (shown !== undefined) drawn.v = shown;
      return next(drawn);
    },
  });
  interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority,
    handler: (value, { row, col, subUnitId }, next) => {
      const tab = tabOf(subUnitId);
      const cell = tab?.sheet.cell(row + 1, col + 1);
      if (!tab || cell === undefined || typeof cell === 'object') return next(value);
      const format = tab.sheet.attributes.get('numberFormat', row + 1, col + 1);
      const text = editText(cell, format, options());
      return next({ ...(value ?? {}), v: text, t: CellValueType.STRING, p: undefined });
    },
  });
}

/** What a number shows; nothing where the engine's own way is right. */
function shownText(
  cell: ICellData | null | undefined,
  workbook: Workbook,
  { locale }: TypedOptions,
): string | undefined {
  if (!cell || typeof cell.v !== 'number' || cell.t === CellValueType.BOOLEAN) return undefined;
  const pattern = workbook.getStyles().get(cell.s)?.n?.pattern;
  return display(cell.v, pattern, locale);
}
