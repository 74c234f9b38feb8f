import fc from 'fast-check';
import { areaAt, difference, minus, type Size, within } from '../../src/table/extent';
import type { Area } from '../../src/table/grid';

const CELL = { sheet: 1, row: 3, column: 2 };
const size = fc.record({ rows: fc.integer({ min: 1, max: 12 }), columns: fc.integer({ min: 1, max: 8 }) });
const sizes = fc.array(size, { maxLength: 3 });

function cells({ row, column, rows, columns }: Area): string[] {
  return Array.from(
    { length: rows * columns },
    (_, index) => `${row + Math.floor(index / columns)}:${column + (index % columns)}`,
  );
}

const covered = (all: Size[]) => new Set(all.flatMap((one) => cells(areaAt(CELL, one))));

test('the difference of sizes is the cells of the first that the others lack, each once', () => {
  fc.assert(
    fc.property(sizes, sizes, (first, others) => {
      const taken = covered(others);
      const lacking = [...covered(first)].filter((cell) => !taken.has(cell));
      expect(difference(CELL, first, others).flatMap(cells).sort()).toEqual(lacking.sort());
    }),
  );
});

test('one area less another is the cells that only the first has, each once', () => {
  const area = fc
    .tuple(size, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
    .map(([one, row, column]) => areaAt({ sheet: 1, row, column }, one));
  fc.assert(
    fc.property(area, area, (one, other) => {
      const taken = new Set(cells(other));
      const left = cells(one).filter((cell) => !taken.has(cell));
      expect(minus(one, other).flatMap(cells).sort()).toEqual(left.sort());
    }),
  );
});

test('cells beyond the end of the tab are not there to be looked at', () => {
  const area: Area = { sheet: 1, row: 990, column: 20, rows: 50, columns: 10 };
  expect(within(area, { rows: 1000, columns: 26 })).toEqual({ ...area, rows: 11, columns: 7 });
  expect(within({ ...area, row: 1001 }, { rows: 1000, columns: 26 })).toBeNull();
});
