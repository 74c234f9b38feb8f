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

/** All tabs of a spreadsheet but those left out, and its named ranges. */
export function pictureOf(spreadsheet: Spreadsheet, without: string[] = []): Picture {
  const tabs = spreadsheet.tabs().filter(({ name }) => !without.includes(name));
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
