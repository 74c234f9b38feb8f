import fc from 'fast-check';
import { Formula } from '../../../workbench/gas/columns';
import { Sheet } from '../../../workbench/gas/sheet';
import { pack, unpack } from '../../../workbench/page/packed';

const cell = fc.oneof(
  fc.constant(undefined),
  fc.double({ noNaN: true }),
  fc.string(),
  fc.boolean(),
  fc.string().map((text) => new Formula(`=${text}`)),
);

test('a tab is the same after it was packed and unpacked', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 }),
      fc.string(),
      (columns, note) => {
        const sheet = new Sheet(7, 'Hours');
        columns.forEach((cells, index) => {
          sheet.columns.set(1, index + 1, cells);
        });
        sheet.attributes.fill('note', { row: 2, column: 1, rows: 3, columns: 2 }, note);
        sheet.frozenRows = 1;
        sheet.changes = 12;
        const copy = unpack(pack(sheet).buffer as ArrayBuffer);
        expect(copy.changes).toBe(12);
        for (let column = 1; column <= sheet.columns.lastColumn; column++)
          expect(copy.sheet.columns.cellsOf(column)).toEqual(sheet.columns.cellsOf(column));
        expect(JSON.stringify({ ...(copy.sheet.toJSON() as object), columns: 0 })).toBe(
          JSON.stringify({ ...(sheet.toJSON() as object), columns: 0 }),
        );
      },
    ),
  );
});
