import type { Rect } from '../a1';
import { type Attribute, attributes } from '../cellAttributes';
import { type FormulaPlace, worth } from '../cells';
import { type Cell, Formula } from '../columns';
import { NotEmulated } from '../errors';
import { movedFormula } from '../references';
import type { Sheet } from '../sheet';
import type { Call, Handler } from './call';
import { matching } from './check';
import { assertWritable } from './writable';

type Kind = 'PASTE_NORMAL' | 'PASTE_VALUES' | 'PASTE_FORMAT' | 'PASTE_FORMULA';

type Place = Rect & { readonly sheetId: number };

/** What one block of cells holds, taken before anything is written, so that source and target may overlap. */
function taken(sheet: Sheet, { row, column, rows, columns }: Rect, kind: Kind, call: Call) {
  return Array.from({ length: columns }, (_, index) => {
    const at = column + index;
    const cells = sheet.columns.cellsOf(at).slice(row - 1, row - 1 + rows);
    cells.length = rows;
    const named = (name: Attribute): (string | undefined)[] => {
      const values: (string | undefined)[] = new Array(rows);
      for (const [start, length, value] of sheet.attributes.stretches(name, row, at, rows)) {
        values.fill(value, start - row, start - row + length);
      }
      return values;
    };
    if (kind === 'PASTE_VALUES') {
      cells.forEach((cell, offset) => {
        if (!(cell instanceof Formula)) return;
        const place: FormulaPlace = { sheet, row: row + offset, column: at };
        cells[offset] = worth(cell, place, call.platform.cellOptions);
      });
    }
    return { cells, looks: Object.fromEntries(attributes.map((name) => [name, named(name)])) };
  });
}

/** A way of pasting, or what to copy. */
type Options = { readonly $?: string; readonly name?: string; contentsOnly?: unknown; formatOnly?: unknown };

/** Of options, contents alone are values, formats alone are formats; both at once say nothing. */
function kindOf(type: Options | undefined): Kind {
  if (type === undefined) return 'PASTE_NORMAL';
  if (type.$ === 'Enum') return type.name as Kind;
  const { contentsOnly, formatOnly, ...others } = type;
  if (Object.keys(others).length > 0 || (contentsOnly && formatOnly))
    throw new NotEmulated(`Range.copyTo with the options ${JSON.stringify(type)}`);
  if (contentsOnly) return 'PASTE_VALUES';
  return formatOnly ? 'PASTE_FORMAT' : 'PASTE_NORMAL';
}

/** Attributes that pasting changes; one that wipes changes all but notes. */
function pastedAttributes(kind: Kind, wipes: boolean): readonly Attribute[] {
  if (kind === 'PASTE_NORMAL') return attributes;
  return kind === 'PASTE_FORMAT' || wipes ? attributes.filter((name) => name !== 'note') : [];
}

/** Cells at another place: what their formulas refer to moves along. */
function pasted(cells: Cell[], down: number, across: number): Cell[] {
  return cells.map((cell) =>
    cell instanceof Formula ? new Formula(movedFormula(cell.formula, down, across)) : cell,
  );
}

/** `Range.copyTo`. A target of one cell takes the whole block; a larger one is filled with repeats that fit it. */
export const copyTo: Handler = (call) => {
  const [destination, type, transposed] = matching(
    call,
    ['Range'],
    ['Range', 'Enum', 'boolean'],
    ['Range', 'object'],
  );
  if (transposed === true) throw new NotEmulated('Range.copyTo, transposed');
  const kind = kindOf(type as Options | undefined);
  const wipes =
    (type as Options)?.$ === 'Enum' &&
    kind === 'PASTE_VALUES' &&
    call.platform.pasteValues === 'wipes formats';
  const source = call.self as unknown as Place;
  const target = destination as Place;
  const { execution, platform } = call;
  const block = {
    row: target.row,
    column: target.column,
    rows: Math.max(1, Math.floor(target.rows / source.rows)) * source.rows,
    columns: Math.max(1, Math.floor(target.columns / source.columns)) * source.columns,
  };
  const workbook = execution.workbook();
  workbook.sheet(source.sheetId).assertInside(source);
  workbook.sheet(target.sheetId).assertInside(block);
  execution.spend(platform.prices.arrayCell * block.rows * block.columns);
  execution.writeCells(target.sheetId, block, (rows) => (held) => {
    const written = kind === 'PASTE_VALUES' || kind === 'PASTE_FORMULA' ? 'contents' : 'formats';
    assertWritable(call, held.sheet(target.sheetId), block, written);
    const columns = taken(held.sheet(source.sheetId), source, kind, call);
    const sheet = held.edit(target.sheetId);
    for (let down = 0; down < rows; down += source.rows) {
      const high = Math.min(source.rows, rows - down);
      for (let across = 0; across < block.columns; across++) {
        const { cells, looks } = columns[across % source.columns];
        const [row, column] = [block.row + down, block.column + across];
        const moved = [row - source.row, column - source.column - (across % source.columns)] as const;
        if (kind !== 'PASTE_FORMAT') sheet.columns.set(row, column, pasted(cells.slice(0, high), ...moved));
        for (const name of pastedAttributes(kind, wipes)) {
          const values = wipes ? new Array(high).fill(undefined) : looks[name].slice(0, high);
          sheet.attributes.setAll(name, row, column, values);
        }
      }
    }
  });
  return undefined;
};
