import { Workbook } from '../../../workbench/gas/workbook';
import { formatByFormula } from '../../../workbench/page/formulaFormat';

const duration = '[h]:mm:ss';

function bookWithDurations() {
  const workbook = new Workbook();
  const sheet = workbook.insertSheet(1, 'Hours Aug');
  const other = workbook.insertSheet(2, 'Sheet1');
  sheet.columns.set(1, 7, ['Duration', 0.5, 0.25]);
  sheet.attributes.fill('numberFormat', { row: 2, column: 7, rows: 2, columns: 1 }, duration);
  return { workbook, sheet, other };
}

test.each(['=SUM(G2:G3)', '=sum(G:G)', '=G2', '=G2+G3', '=MAX($G$2:$G$3)', '=SUMIFS(G2:G3, A2:A3, "x")'])(
  '%s is shown as what it sums up',
  (formula) => {
    const { workbook, sheet } = bookWithDurations();
    expect(formatByFormula(formula, sheet, workbook)).toBe(duration);
  },
);

test('a reference to another tab counts too', () => {
  const { workbook, other } = bookWithDurations();
  expect(formatByFormula("=SUM('Hours Aug'!G2:G3)", other, workbook)).toBe(duration);
});

test.each(['=COUNT(G2:G3)', '=1+1', '=SUM(A1:A3)', '=Nowhere!G2'])('%s implies no format', (formula) => {
  const { workbook, sheet } = bookWithDurations();
  expect(formatByFormula(formula, sheet, workbook)).toBeUndefined();
});
