import type { TypedOptions } from '../../gas/typed';
import type { Tab } from './grid/tab';
import { editText } from './grid/typing';

/** What the formula bar says of a cell. */
export function contentOf(tab: Tab, row: number, column: number, options: TypedOptions): string {
  return editText(
    tab.sheet.cell(row, column),
    tab.sheet.attributes.get('numberFormat', row, column),
    options,
  );
}
