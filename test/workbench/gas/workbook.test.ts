import fc from 'fast-check';
import type { Cell } from '../../../workbench/gas/columns';
import { Workbook } from '../../../workbench/gas/workbook';

const size = 12;
const named = { row: 4, column: 3, rows: 5, columns: 4 };

/** A tab of 12 × 12 cells, each of which holds its number, also as its note; some of them have a name. */
function numbered(): Workbook {
  const workbook = new Workbook();
  const sheet = workbook.insertSheet(1, 'Sheet1');
  sheet.maxRows = size;
  sheet.maxColumns = size;
  for (let column = 1; column <= size; column++) {
    const numbers = Array.from({ length: size }, (_, index) => index * size + column);
    sheet.columns.set(1, column, numbers);
    sheet.attributes.setAll('note', 1, column, numbers.map(String));
  }
  workbook.setName('block', 1, named);
  return workbook;
}

interface Change {
  readonly kind: 'insertRows' | 'insertColumns' | 'deleteRows' | 'deleteColumns';
  readonly at: number;
  readonly count: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('insertRows', 'insertColumns', 'deleteRows', 'deleteColumns'),
  at: fc.integer({ min: 1, max: size }),
  count: fc.integer({ min: 1, max: 3 }),
});

function apply(workbook: Workbook, { kind, at, count }: Change): void {
  const { maxRows, maxColumns } = workbook.sheet(1);
  const length = kind.endsWith('Rows') ? maxRows : maxColumns;
  if (kind === 'insertRows' || kind === 'insertColumns')
    workbook[kind](1, Math.min(at, length), count, at - 1);
  else if (at + count - 1 <= length && count < length) workbook[kind](1, at, count);
}

/** All cells of the tab with where they are. */
function* cells(workbook: Workbook): Generator<[row: number, column: number, cell: Cell]> {
  const sheet = workbook.sheet(1);
  for (let row = 1; row <= sheet.maxRows; row++) {
    for (let column = 1; column <= sheet.maxColumns; column++) yield [row, column, sheet.cell(row, column)];
  }
}

test('contents and notes move alike, whatever is inserted and deleted', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      const workbook = numbered();
      for (const one of changes) apply(workbook, one);
      for (const [row, column, cell] of cells(workbook)) {
        expect(workbook.sheet(1).attributes.get('note', row, column)).toBe(
          cell === undefined ? undefined : String(cell),
        );
      }
    }),
  );
});

test('a named range keeps exactly the cells it had that are left', () => {
  const inside = new Set(
    [...cells(numbered())].flatMap(([row, column, cell]) =>
      row >= 4 && row < 9 && column >= 3 && column < 7 ? [cell] : [],
    ),
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      const workbook = numbered();
      for (const one of changes) apply(workbook, one);
      const rect = workbook.name('block')?.rect;
      for (const [row, column, cell] of cells(workbook)) {
        if (cell === undefined) continue;
        const within =
          rect !== undefined &&
          row >= rect.row &&
          row < rect.row + rect.rows &&
          column >= rect.column &&
          column < rect.column + rect.columns;
        expect([cell, within]).toEqual([cell, inside.has(cell)]);
      }
    }),
  );
});

test('a fork changes nothing of what it came from', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
      const workbook = numbered();
      const before = JSON.stringify(workbook);
      const fork = workbook.fork();
      for (const one of changes) apply(fork, one);
      const sheet = fork.edit(1);
      sheet.columns.set(2, 2, ['x']);
      sheet.attributes.fill('note', { row: 1, column: 1, rows: 3, columns: 3 }, 'other');
      fork.setName('block', 1, { row: 1, column: 1, rows: 1, columns: 1 });
      expect(JSON.stringify(workbook)).toBe(before);
    }),
  );
});
