import fc from 'fast-check';
import type { Area } from '../../src/table/grid';
import { layOut, within } from '../../src/table/layout';

const size = fc.record({ rows: fc.integer({ min: 1, max: 30 }), columns: fc.integer({ min: 1, max: 12 }) });
const at = fc.record({
  sheet: fc.constant(1),
  row: fc.integer({ min: 1, max: 20 }),
  column: fc.integer({ min: 1, max: 10 }),
});

function cells({ row, column, rows, columns }: Area): string[] {
  return Array.from(
    { length: rows * columns },
    (_, index) => `${row + Math.floor(index / columns)}:${column + (index % columns)}`,
  );
}

test('what changes is the old and the new table, and no cell that was in neither', () => {
  fc.assert(
    fc.property(at, size, size, (place, before, after) => {
      const old = { ...place, ...before };
      const { table, written, emptied, added } = layOut(old, place, after);
      const own = new Set([...cells(old), ...added.flatMap(cells)]);
      const changed = new Set([...cells(written), ...(emptied ? cells(emptied) : [])]);
      expect([...changed].filter((cell) => !own.has(cell))).toEqual([]);
      expect([...cells(old), ...cells(table)].filter((cell) => !changed.has(cell))).toEqual([]);
    }),
  );
});

test('one write does it, but for a table that grows one way and shrinks the other', () => {
  fc.assert(
    fc.property(at, size, size, (place, before, after) => {
      const { emptied } = layOut({ ...place, ...before }, place, after);
      const mixed = (after.rows - before.rows) * (after.columns - before.columns) < 0;
      expect(emptied !== null).toBe(mixed);
    }),
  );
});

test('the cells that are added are those of the new table that the old one lacks, each once', () => {
  fc.assert(
    fc.property(at, size, size, (place, before, after) => {
      const old = { ...place, ...before };
      const { table, added } = layOut(old, place, after);
      const had = new Set(cells(old));
      const lacking = cells(table).filter((cell) => !had.has(cell));
      expect(added.flatMap(cells).sort()).toEqual(lacking.sort());
    }),
  );
});

test('a table that is placed for the first time adds all of its cells', () => {
  const place = { sheet: 1, row: 5, column: 2 };
  const { table, added } = layOut(null, place, { rows: 3, columns: 4 });
  expect(added).toEqual([table]);
});

test('cells beyond the end of the tab are not there to be looked at', () => {
  const area: Area = { sheet: 1, row: 990, column: 20, rows: 50, columns: 10 };
  expect(within(area, { rows: 1000, columns: 26 })).toEqual({ ...area, rows: 11, columns: 7 });
  expect(within({ ...area, row: 1001 }, { rows: 1000, columns: 26 })).toBeNull();
});
