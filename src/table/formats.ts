import type { Size } from './extent';
import type { Area } from './grid';
import { sidesOf } from './looks';
import type { Column } from './table';
import type { Write } from './write';

/** Plain text, under which Sheets may show the mark that keeps text text. */
const PLAIN_TEXT = '@';

/** What the columns of a table that stands hold, and the number formats of its first row, each by its place. */
export interface Standing {
  /** An empty text for a column of which nothing is known. */
  fields: string[];
  formats: string[];
  /** How many rows have these formats, the header counted. */
  rows: number;
}

/** Whether a format, as Sheets tells it, is the one that cells have of themselves. */
export function isAutomatic(format: string): boolean {
  return format === 'General' || format === '0.###############';
}

/** Whether two formats show a value alike. */
export function sameFormat(a: string, b: string): boolean {
  return a === b || (isAutomatic(a) && isAutomatic(b));
}

/**
 * The formats that the columns of a table should have: a field that was there keeps the format it has now, which may be the
 * user's; a new one gets its own. Plain text becomes General, which shows text just the same.
 */
export function wantedFormats(
  columns: { field: string; format: string }[],
  standing: Standing | null,
): string[] {
  return columns.map(({ field, format }) => {
    const kept = standing?.formats[standing.fields.indexOf(field)];
    // A table without rows: those it had before left their formats below its header, if there ever were any.
    if (kept === undefined || (standing?.rows === 1 && isAutomatic(kept))) return format;
    return kept === PLAIN_TEXT ? 'General' : kept;
  });
}

/** Formats for data rows of which nothing is known that stands. */
export function formatAll(data: Area, columns: Column[]): Write[] {
  return formatted(
    data,
    columns.map(({ format }) => format),
  );
}

/**
 * Formats, and the sides at which cells stand, for a tab of the table's own down to its last row, `bottom`: the first data
 * row has them, and all others get them from it. Nobody's looks are on such a tab.
 */
export function formatTab(table: Area, columns: Column[], bottom: number): Write[] {
  const header: Area = { ...table, rows: 1 };
  const sides = sidesOf(columns);
  const rows = bottom - table.row;
  if (rows < 1) return [{ do: 'sides', area: header, sides: sides.slice(0, 1) }];
  const from: Area = { ...header, row: header.row + 1 };
  const formats = columns.map(({ format }) => format);
  const to: Area = { ...from, row: from.row + 1, rows: rows - 1 };
  return [
    matrix(from, formats),
    { do: 'sides', area: { ...table, rows: 2 }, sides },
    ...(to.rows > 0 ? [{ do: 'copyFormat' as const, from, to }] : []),
  ];
}

/**
 * The same for a tab that has yet to get much longer, to `to` rows: the rows that are there get their looks cell by cell, and
 * those that are inserted below have the looks of the last. To give them to so many rows afterwards takes seconds.
 */
export function formatLongTab(table: Area, columns: Column[], tab: Size, to: number): Write[] {
  const rows = tab.rows - table.row;
  const [title, cell] = sidesOf(columns);
  const formats = columns.map(({ format }) => format);
  const last: Area = { ...table, row: tab.rows, rows: 1 };
  return [
    matrix({ ...table, row: table.row + 1, rows }, formats),
    {
      do: 'sides',
      area: { ...table, rows: rows + 1 },
      sides: [title, ...Array.from({ length: rows }, () => cell)],
    },
    { do: 'grow', sheet: table.sheet, from: tab, to: { ...tab, rows: to } },
    { do: 'inherit', from: last, below: { ...last, row: tab.rows + 1, rows: to - tab.rows }, formats },
  ];
}

/** How many cells of a new table make it a long one. */
export const LONG = 500_000;

/**
 * Formats for columns whose field is new at their place, and for rows that are new. What is taken from columns that stand
 * can be given back to them.
 */
export function formatChanges(data: Area, columns: Column[], standing: Standing): Write[] {
  if (data.rows === 0) return [];
  const wanted = wantedFormats(columns, standing);
  if (standing.rows === 1) return formatted(data, wanted);
  const changed = wanted.map((format, index) => (format === standing.formats[index] ? null : format));
  const old: Area = { ...data, rows: standing.rows - 1 };
  const back = changed.map((format, index) => (format === null ? null : (standing.formats[index] ?? null)));
  const writes = byFormat(data, changed);
  if (writes.length > 0) writes[0].undo = byFormat(old, back);
  const firstNew = Math.max(old.row + old.rows, data.row);
  const rows = data.row + data.rows - firstNew;
  if (rows <= 0) return writes;
  const unchanged = wanted.map((format, index) => (changed[index] === null ? format : null));
  const below: Area = { ...data, row: firstNew, rows };
  return [
    ...writes,
    ...(rows * data.columns > MATRIX ? byFormat(below, unchanged) : [matrix(below, wanted)]),
  ];
}

/** The most cells for which a format a cell in one call is cheaper than a call a format. */
const MATRIX = 20_000;

function formatted(data: Area, formats: string[]): Write[] {
  if (data.rows === 0) return [];
  return data.rows * data.columns > MATRIX ? byFormat(data, formats) : [matrix(data, formats)];
}

function matrix(area: Area, formats: string[]): Write {
  return { do: 'formats', area, formats: Array.from({ length: area.rows }, () => formats) };
}

/** Gives columns of an area their formats, one write a format; null leaves a column as it is. */
export function byFormat(area: Area, formats: (string | null)[]): Write[] {
  const areas = new Map<string, Area[]>();
  formats.forEach((format, index) => {
    if (format === null) return;
    const column = area.column + index;
    const known = areas.get(format) ?? [];
    const last = known[known.length - 1];
    if (last && last.column + last.columns === column) last.columns += 1;
    else known.push({ ...area, column, columns: 1 });
    areas.set(format, known);
  });
  return [...areas].map(([format, places]) => ({ do: 'format', areas: places, format }));
}
