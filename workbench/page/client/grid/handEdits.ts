import { CellValueType, type ICellData, type IStyleData, type Styles as UniverStyles } from '@univerjs/core';
import type { Rect } from '../../../gas/a1';
import type { Attribute } from '../../../gas/cellAttributes';
import type { TypedOptions } from '../../../gas/typed';
import type { Edit, TypedCell } from '../../protocol';
import { drawn, looksOf } from './styles';
import type { Tab } from './tab';
import { textToType } from './typing';

type Matrix = Record<string, Record<string, ICellData | null> | undefined>;

/**
 * What a change of cells that the engine made, by a person's typing, pasting, filling or undoing, is in the store's terms:
 * looks first, since what a text becomes depends on its cell's format.
 */
export function editsOf(
  matrix: Matrix,
  tab: Tab,
  styles: UniverStyles,
  options: TypedOptions,
  formulaAt: (row: number, column: number) => string | undefined,
): Edit[] {
  const typed: TypedCell[] = [];
  const looks = new Map<string, { change: LooksChange; rects: Rect[] }>();
  for (const [line, cells] of Object.entries(matrix)) {
    for (const [at, data] of Object.entries(cells ?? {})) {
      const [row, column] = [Number(line) + 1, Number(at) + 1];
      const change = data && 's' in data ? changeOf(tab, row, column, resolved(styles, data.s)) : undefined;
      if (change) gather(looks, change, row, column);
      const text = textOf(data, formatOf(tab, row, column, change), options, () => formulaAt(row, column));
      if (text !== undefined) typed.push({ row, column, text });
    }
  }
  const edits: Edit[] = [...looks.values()].map(({ change, rects }) => ({
    kind: 'looks',
    rects,
    looks: change,
  }));
  const emptied = typed.every(({ text }) => text === '') ? blockOf(typed) : undefined;
  if (emptied) edits.push({ kind: 'clear', rects: [emptied] });
  else if (typed.length > 0) edits.push({ kind: 'type', cells: typed });
  return edits;
}

type LooksChange = { [name in Attribute]?: string | null };

function resolved(styles: UniverStyles, style: ICellData['s']): IStyleData {
  return (typeof style === 'string' ? styles.get(style) : style) ?? {};
}

function changeOf(tab: Tab, row: number, column: number, style: IStyleData): LooksChange | undefined {
  const before = tab.looks(row, column);
  const after = looksOf(style);
  const change: LooksChange = {};
  for (const name of drawn) if (before[name] !== after[name]) change[name] = after[name] ?? null;
  return Object.keys(change).length > 0 ? change : undefined;
}

function gather(
  looks: Map<string, { change: LooksChange; rects: Rect[] }>,
  change: LooksChange,
  row: number,
  column: number,
): void {
  const key = JSON.stringify(change);
  const held = looks.get(key) ?? { change, rects: [] };
  const last = held.rects.at(-1);
  // Row by row, so that a block is a rectangle a row and not one a cell.
  if (last && last.row === row && last.column + last.columns === column)
    held.rects[held.rects.length - 1] = { ...last, columns: last.columns + 1 };
  else held.rects.push({ row, column, rows: 1, columns: 1 });
  looks.set(key, held);
}

function formatOf(
  tab: Tab,
  row: number,
  column: number,
  change: LooksChange | undefined,
): string | undefined {
  if (change && 'numberFormat' in change) return change.numberFormat ?? undefined;
  return tab.sheet.attributes.get('numberFormat', row, column);
}

/** The text that, typed, gives the cell's new content; nothing when its content didn't change. */
function textOf(
  data: ICellData | null,
  format: string | undefined,
  options: TypedOptions,
  formula: () => string | undefined,
): string | undefined {
  if (data === null) return '';
  if (typeof data.f === 'string') return data.f;
  if (typeof data.si === 'string') return formula();
  if (data.p?.body) return data.p.body.dataStream.replace(/\r\n$/, '').replaceAll('\r', '\n');
  if (!('v' in data) || data.v === undefined) return undefined;
  if (data.v === null || data.v === '') return '';
  if (data.t === CellValueType.FORCE_STRING) return textToType(String(data.v), format, options);
  if (data.t === CellValueType.BOOLEAN) return Number(data.v) ? 'TRUE' : 'FALSE';
  return typeof data.v === 'number' && options.locale === 'de_DE'
    ? String(data.v).replace('.', ',')
    : String(data.v);
}

/** The block that cells fill, when they fill one. */
function blockOf(cells: readonly TypedCell[]): Rect | undefined {
  if (cells.length === 0) return undefined;
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const [top, bottom] = [rows[0], rows[rows.length - 1]];
  const [left, right] = [columns[0], columns[columns.length - 1]];
  const rect = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  return rect.rows * rect.columns === cells.length ? rect : undefined;
}
