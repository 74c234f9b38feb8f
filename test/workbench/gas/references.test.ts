import { movedFormula } from '../../../workbench/gas/references';

test.each<[string, number, number, string]>([
  ['=C2*2', 3, 0, '=C5*2'],
  ['=C2*2', 0, 1, '=D2*2'],
  ['=$C2+C$2+$C$2', 3, 1, '=$C5+D$2+$C$2'],
  ['=SUM(C2:C4)', 1, 0, '=SUM(C3:C5)'],
  ['=Z1', 0, 1, '=AA1'],
  ['=C1', -1, 0, '=#REF!'],
  ['=LOG10(C2)&"C2"', 1, 0, '=LOG10(C3)&"C2"'],
  ["='Q1 C2'!C2+Q1!C2", 1, 0, "='Q1 C2'!C3+Q1!C3"],
  ['=Clockify_Time_entries_2+C2', 1, 0, '=Clockify_Time_entries_2+C3'],
])('%s copied %d down and %d across is %s', (formula, down, across, moved) => {
  expect(movedFormula(formula, down, across)).toBe(moved);
});
