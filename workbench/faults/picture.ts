import { LINES_TAB } from '../../src/table/names';
import type { Spreadsheet, Value } from '../gas/spreadsheet';

/** A tab as a person sees it, without what can't be seen. */
export interface TabPicture {
  rows: number;
  columns: number;
  frozen: number;
  values: Value[][];
  formulas: string[][];
  formats: string[][];
  backgrounds: (string | undefined)[][];
  notes: (string | undefined)[][];
}

export interface Picture {
  tabs: Record<string, TabPicture>;
  names: ReturnType<Spreadsheet['names']>;
}

/** The names of all tabs but the hidden one in which it is kept what was written last, whose digests no test has to know. */
export function tabNames(spreadsheet: Spreadsheet): string[] {
  return spreadsheet
    .tabs()
    .map(({ name }) => name)
    .filter((name) => name !== LINES_TAB);
}

/** All tabs of `tabNames` but those left out, and the spreadsheet's named ranges. */
export function pictureOf(spreadsheet: Spreadsheet, without: string[] = []): Picture {
  const shown = tabNames(spreadsheet);
  const tabs = spreadsheet.tabs().filter(({ name }) => shown.includes(name) && !without.includes(name));
  return {
    tabs: Object.fromEntries(
      tabs.map(({ name, maxRows, maxColumns, frozenRows }) => [
        name,
        {
          rows: maxRows,
          columns: maxColumns,
          frozen: frozenRows,
          values: spreadsheet.values(name),
          formulas: spreadsheet.formulas(name),
          formats: spreadsheet.formats(name),
          backgrounds: spreadsheet.attributes(name, 'background'),
          notes: spreadsheet.attributes(name, 'note'),
        },
      ]),
    ),
    names: spreadsheet.names(),
  };
}
