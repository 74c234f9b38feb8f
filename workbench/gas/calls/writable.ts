import type { Rect } from '../a1';
import type { Sheet } from '../sheet';
import type { Call } from './call';

/** What a call changes of cells: what they hold, their number formats (perhaps besides), or other looks and notes. */
export type Written = 'contents' | 'formats' | 'looks';

/** Throws Google's text when a protection or a native table keeps the caller from changing cells of a block so. */
export function assertWritable(call: Call, sheet: Sheet, rect: Rect, written: Written): void {
  sheet.assertEditable(rect, call.execution.user);
  const typed = call.platform.typedColumns === 'refuse all' ? ['contents', 'formats'] : ['formats'];
  if (typed.includes(written)) sheet.assertUntyped(rect);
}
