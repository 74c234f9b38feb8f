import type { Cell } from '../extent';
import type { Content } from '../grid';

/** A cell beside a table, as it stands. */
export interface SideCell {
  content: Content;
  /** Whether a formula makes the content. */
  formula: boolean;
  format: string;
  /** Where it stands, if it is a formula: that is copied from there. */
  place?: Cell;
}

export const BLANK: SideCell = { content: '', formula: false, format: 'General' };

export function isBlank({ content, formula }: SideCell): boolean {
  return content === '' && !formula;
}

/** Whether two cells hold the same, whatever their formats. Of formulas nobody looks which. */
export function sameContent(a: SideCell, b: SideCell): boolean {
  if (a.formula || b.formula) return a.formula === b.formula;
  const [one, other] = [comparable(a.content), comparable(b.content)];
  return one === other;
}

function comparable(content: Content): string | number | boolean {
  return typeof content === 'object' ? `date ${content.getTime()}` : content;
}
