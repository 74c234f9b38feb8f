import { execute, type Hands } from '../../src/table/execute';
import { formatLongTab } from '../../src/table/formats';
import type { Grid } from '../../src/table/grid';
import type { Column } from '../../src/table/table';

const columns = [
  { field: 'date:date', title: 'Date', format: 'yyyy-mm-dd', long: false },
  { field: 'user:text', title: 'User', format: 'General', long: false },
] as Column[];
const table = { sheet: 1, row: 1, column: 1, rows: 5001, columns: 2 };
const writes = formatLongTab(table, columns, { rows: 1000, columns: 26 }, 5001);

/** The calls of a grid whose inserted rows have these formats. */
function callsWith(formats: string[]): string[] {
  const calls: string[] = [];
  const grid = new Proxy({} as Grid, {
    get:
      (_, name) =>
      (...args: unknown[]) => {
        calls.push(String(name));
        return name === 'numberFormats' ? [formats] : args;
      },
  });
  expect(execute(grid, writes, {} as Hands)).toEqual({ ended: 'done' });
  return calls;
}

test('rows inserted into a long tab have the looks of the row above them, and nothing more is done', () => {
  const calls = ['setNumberFormats', 'setSides', 'grow', 'numberFormats'];
  expect(callsWith(['yyyy-mm-dd', '0.###############'])).toEqual(calls);
});

test('where they do not have them they are given them', () => {
  expect(callsWith(['General', 'General'])).toContain('copyFormat');
});
