import { formatA1, type Rect } from '../gas/a1';
import type { Attribute } from '../gas/cellAttributes';
import { Formula } from '../gas/columns';
import type { Sheet } from '../gas/sheet';
import type { Spreadsheet } from '../gas/spreadsheet';
import type { Workbook } from '../gas/workbook';
import { formatByFormula } from './formulaFormat';
import type { Edit, TypedCell } from './protocol';

/** An edit that can't be made; says why, to the person who made it. */
export class EditRefused extends Error {}

/** What edits are made to. */
export interface Editable {
  readonly spreadsheet: Spreadsheet;
  readonly workbook: Workbook;
}

/**
 * Makes a person's edit. Gives the blocks that it changed where nothing else of the tab did; nothing when the whole tab has
 * to be looked at again.
 */
export function applyEdit({ spreadsheet, workbook }: Editable, sheet: Sheet, edit: Edit): Rect[] | undefined {
  const { name } = sheet;
  switch (edit.kind) {
    case 'type':
      for (const { row, column, text } of edit.cells)
        typeInto(spreadsheet, workbook, sheet, { row, column, text });
      return [around(edit.cells)];
    case 'clear':
      for (const rect of edit.rects) spreadsheet.clear(name, formatA1(rect));
      return [...edit.rects];
    case 'looks':
      for (const rect of edit.rects) {
        for (const [attribute, value] of Object.entries(edit.looks))
          spreadsheet.setAttribute(name, formatA1(rect), attribute as Attribute, value ?? undefined);
      }
      return small(edit.rects) ? [...edit.rects] : undefined;
    case 'width':
      for (let at = 0; at < edit.columns; at++) spreadsheet.setWidth(name, edit.column + at, edit.pixels);
      return [];
    default:
      applyToTab(spreadsheet, sheet, edit);
      return undefined;
  }
}

function typeInto(
  spreadsheet: Spreadsheet,
  workbook: Workbook,
  { id, name }: Sheet,
  { row, column, text }: TypedCell,
): void {
  const a1 = formatA1({ row, column, rows: 1, columns: 1 });
  spreadsheet.type(name, a1, text);
  const sheet = workbook.sheet(id);
  const cell = sheet.cell(row, column);
  if (!(cell instanceof Formula) || sheet.attributes.get('numberFormat', row, column) !== undefined) return;
  const format = formatByFormula(cell.formula, sheet, workbook);
  if (format !== undefined) spreadsheet.setAttribute(name, a1, 'numberFormat', format);
}

type TabEdit = Exclude<Edit, { kind: 'type' | 'clear' | 'looks' | 'width' }>;

function applyToTab(spreadsheet: Spreadsheet, { name }: Sheet, edit: TabEdit): void {
  switch (edit.kind) {
    case 'insert':
      if (edit.axis === 'rows') spreadsheet.insertRows(name, edit.at, edit.count);
      else spreadsheet.insertColumns(name, edit.at, edit.count);
      break;
    case 'delete':
      if (edit.axis === 'rows') spreadsheet.deleteRows(name, edit.at, edit.count);
      else spreadsheet.deleteColumns(name, edit.at, edit.count);
      break;
    case 'freeze':
      spreadsheet.freeze(name, edit.rows);
      break;
    case 'rename':
      spreadsheet.rename(name, edit.name);
      break;
    case 'move':
      spreadsheet.move(name, edit.index);
      break;
    case 'hide':
      assertAnotherVisible(spreadsheet, name, edit.hidden);
      spreadsheet.hide(name, edit.hidden);
      break;
    case 'add':
      spreadsheet.insertTab(freeName(spreadsheet), placeOf(spreadsheet, name) + 1);
      break;
    case 'remove':
      spreadsheet.deleteTab(name);
  }
}

function assertAnotherVisible(spreadsheet: Spreadsheet, name: string, hidden: boolean): void {
  if (hidden && !spreadsheet.tabs().some((tab) => tab.name !== name && !tab.hidden))
    throw new EditRefused("You can't hide all the sheets in a document.");
}

function freeName(spreadsheet: Spreadsheet): string {
  const tabs = spreadsheet.tabs();
  let next = tabs.length + 1;
  while (tabs.some(({ name }) => name === `Sheet${next}`)) next++;
  return `Sheet${next}`;
}

function placeOf(spreadsheet: Spreadsheet, name: string): number {
  return spreadsheet.tabs().findIndex((tab) => tab.name === name);
}

/** The block around cells. */
function around(cells: readonly TypedCell[]): Rect {
  let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

const smallCells = 20_000;

function small(rects: readonly Rect[]): boolean {
  return rects.reduce((sum, { rows, columns }) => sum + rows * columns, 0) <= smallCells;
}
