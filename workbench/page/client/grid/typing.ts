import { type Cell, Formula } from '../../../gas/columns';
import { display, showsDate } from '../../../gas/display';
import { parseTyped, type TypedOptions } from '../../../gas/typed';

/** How a cell's content stands in the editor: the text that, typed again, gives the same content. */
export function editText(cell: Cell, format: string | undefined, options: TypedOptions): string {
  if (cell === undefined) return '';
  if (cell instanceof Formula) return cell.formula;
  if (typeof cell === 'boolean') return String(cell).toUpperCase();
  if (typeof cell === 'string') return textToType(cell, format, options);
  const shown = display(cell, format, options.locale);
  if (showsDate(format) && gives(shown, cell, options)) return shown;
  if (format?.includes('%')) return `${plain(cell * 100, options)}%`;
  return plain(cell, options);
}

/** A text, with the apostrophe that keeps it a text where it would be read as something else. */
export function textToType(text: string, format: string | undefined, options: TypedOptions): string {
  return format === '@' || parseTyped(text, format, options).cell === text ? text : `'${text}`;
}

function gives(text: string, value: number, options: TypedOptions): boolean {
  const { cell } = parseTyped(text, undefined, options);
  return typeof cell === 'number' && Math.abs(cell - value) < 1e-9;
}

function plain(value: number, { locale }: TypedOptions): string {
  const text = String(Number(value.toPrecision(15)));
  return locale === 'de_DE' ? text.replace('.', ',') : text;
}
