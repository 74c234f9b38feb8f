import { parseA1, splitSheet } from '../gas/a1';
import type { Sheet } from '../gas/sheet';
import type { Workbook } from '../gas/workbook';

/** Functions whose result is of the kind of what they are given. */
const keeping = /^=\s*[-+]?\s*(?:(?:SUM|SUMIFS|MIN|MAX|AVERAGE|MEDIAN|MINIFS|MAXIFS|AVERAGEIFS)\s*\(\s*)?/i;
const reference =
  /^(?:'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?\$?[A-Z]{1,3}\$?\d*(?::\$?[A-Z]{1,3}\$?\d*)?(?![\p{L}\p{N}_(])/iu;

/**
 * The number format that a formula gives to a cell in automatic format: that of the first cell it refers to, as a sum of
 * durations shows as a duration. Nothing where it isn't plain to see.
 */
export function formatByFormula(formula: string, sheet: Sheet, workbook: Workbook): string | undefined {
  const rest = formula.replace(keeping, '');
  const found = reference.exec(rest)?.[0];
  if (found === undefined) return undefined;
  const { sheet: name, a1 } = splitSheet(found);
  const of = name === undefined ? sheet : workbook.byName(name);
  if (!of) return undefined;
  try {
    const { row, column, rows } = parseA1(a1, of.maxRows, of.maxColumns);
    // A whole column begins with its title, which is a text.
    const cells = of.columns.cellsOf(column);
    const first = cells.findIndex((cell, index) => index >= row - 1 && typeof cell === 'number');
    const at = first < 0 || first >= row - 1 + rows ? row : first + 1;
    const format = of.attributes.get('numberFormat', at, column);
    return format === '@' ? undefined : format;
  } catch {
    return undefined;
  }
}
