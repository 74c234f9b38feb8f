import type { Grid } from '../wire';
import type { Local, ServiceFactory } from './host';

/** SpreadsheetApp and what it leads to. */
export function spreadsheet(factory: ServiceFactory): Record<string, unknown> {
  /** The block that a script hands over, with Google's complaint when its shape isn't the range's. */
  function gridOf(values: unknown, rows: number, columns: number, name: string): Grid {
    if (!Array.isArray(values) || !values.every((row) => Array.isArray(row)))
      return factory.signature(name, [values]);
    if (values.length !== rows) {
      factory.fail(
        `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${rows}.`,
      );
    }
    const kinds = new Uint8Array(rows * columns);
    const numbers = new Float64Array(rows * columns);
    const texts: string[] = [];
    const places = new Map<string, number>();
    for (let row = 0, at = 0; row < rows; row++) {
      const cells = values[row];
      if (cells.length !== columns) {
        factory.fail(
          `The number of columns in the data does not match the number of columns in the range. The data has ${cells.length} but the range has ${columns}.`,
        );
      }
      for (let column = 0; column < columns; column++, at++) {
        const value: unknown = cells[column];
        if (typeof value === 'number') {
          if (!Number.isFinite(value)) factory.fail(`not emulated: ${value} in ${name}`, 'Error');
          kinds[at] = 1;
          numbers[at] = value;
        } else if (typeof value === 'string') {
          if (value === '') continue;
          let place = places.get(value);
          if (place === undefined) {
            place = texts.length;
            texts.push(value);
            places.set(value, place);
          }
          kinds[at] = 2;
          numbers[at] = place;
        } else if (typeof value === 'boolean') {
          kinds[at] = 3;
          numbers[at] = value ? 1 : 0;
        } else if (value instanceof Date) {
          if (Number.isNaN(value.getTime()))
            factory.fail(`not emulated: an invalid date in ${name}`, 'Error');
          kinds[at] = 4;
          numbers[at] = value.getTime();
        } else if (value !== null && value !== undefined) {
          factory.fail(`not emulated: a value of type ${typeof value} in ${name}`, 'Error');
        }
      }
    }
    return { rows, columns, kinds, numbers, texts };
  }

  const block =
    (name: string): Local =>
    ({ self, args, ask }) => {
      if (args.length !== 1) factory.signature(name, args);
      return ask([], gridOf(args[0], self.rows as number, self.columns as number, name));
    };
  const single =
    (name: string): Local =>
    ({ args, ask }) => {
      if (args.length !== 1) factory.signature(name, args);
      return ask([], gridOf([[args[0]]], 1, 1, name));
    };

  factory.define('Range', {
    setValues: block('Range.setValues'),
    setNumberFormats: block('Range.setNumberFormats'),
    setHorizontalAlignments: block('Range.setHorizontalAlignments'),
    setValue: single('Range.setValue'),
  });
  for (const name of ['Spreadsheet', 'Sheet', 'RangeList', 'NamedRange', 'Protection', 'Ui'])
    factory.define(name);
  const addItem: Local = ({ self, args, object }) => {
    if (args.length !== 2) factory.signature('Menu.addItem', args);
    (self.items as unknown[]).push({ caption: String(args[0]), functionName: String(args[1]) });
    return object;
  };
  const addSeparator: Local = ({ self, object }) => {
    (self.items as unknown[]).push('separator');
    return object;
  };
  factory.define('Menu', { addItem, addSeparator });
  const enums = {
    CopyPasteType: factory.enumeration('CopyPasteType', [
      'PASTE_NORMAL',
      'PASTE_VALUES',
      'PASTE_FORMAT',
      'PASTE_FORMULA',
    ]),
    WrapStrategy: factory.enumeration('WrapStrategy', ['OVERFLOW', 'WRAP', 'CLIP']),
    SheetType: factory.enumeration('SheetType', ['GRID', 'OBJECT']),
    ProtectionType: factory.enumeration('ProtectionType', ['RANGE', 'SHEET']),
  };
  factory.define('SpreadsheetApp', {}, enums);
  return { SpreadsheetApp: factory.make({ $: 'SpreadsheetApp' }) };
}
