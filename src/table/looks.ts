import type { Area, Side } from './grid';
import { type Column, typeOf } from './table';

/** A change of how a table looks. */
export type Look =
  | { do: 'header'; header: Area; freeze: boolean }
  | { do: 'align'; areas: Area[]; to: Side }
  | { do: 'sides'; area: Area; sides: Side[][] }
  | { do: 'width'; area: Area; pixels: number }
  | { do: 'copyFormat'; from: Area; to: Area };

const WIDTH = 130;
const LONG_WIDTH = 320;

const NUMBERS = ['duration', 'hours', 'money', 'number', 'percent'];
const DATES = ['date', 'date-time'];

/**
 * How a table looks when it is placed; from then on its looks are the user's. The titles of numbers stand above them, at the
 * right. On a tab of its own columns get fitting widths.
 */
export function firstLooks(table: Area, columns: Column[], ownTab: boolean): Look[] {
  const header = { ...table, rows: 1 };
  const titles = areasOf(
    header,
    columns,
    (column) => [...NUMBERS, ...DATES].includes(typeOf(column)),
    'right',
  );
  if (!ownTab) return [{ do: 'header', header, freeze: false }, ...titles];
  const long = columns.findIndex((column) => column.long);
  return [
    { do: 'header', header, freeze: true },
    { do: 'width', area: table, pixels: WIDTH },
    ...(long < 0 ? [] : [widthOf(columnOf(table, long), columns[long])]),
  ];
}

/**
 * The sides at which the title and the cells of columns stand on a tab of the table's own. Dates stand at the left: at the
 * right, where Sheets has them, they would touch the next column's text.
 */
export function sidesOf(columns: Column[]): Side[][] {
  const side = (types: string[], to: Side) => (column: Column) =>
    types.includes(typeOf(column)) ? to : 'normal';
  return [columns.map(side(NUMBERS, 'right')), columns.map(side(DATES, 'left'))];
}

/**
 * What follows columns to where they are now: the titles that are new get the look of the header, and stand at the side of
 * what is below them. `fields` are those of the old table by place; empty texts where that isn't known.
 */
export function changedLooks(table: Area, columns: Column[], fields: string[]): Look[] {
  const header = { ...table, rows: 1 };
  const added = columns.length - fields.length;
  const copied: Look[] =
    added > 0 && fields.length > 0
      ? [
          {
            do: 'copyFormat',
            from: { ...header, columns: 1 },
            to: { ...header, column: header.column + fields.length, columns: added },
          },
        ]
      : [];
  const turned = columns.map((column, place) => {
    return place >= fields.length || isNumber({ field: fields[place] }) !== isNumber(column) ? column : null;
  });
  return [
    ...copied,
    ...areasOf(header, turned, isNumber, 'right'),
    ...areasOf(header, turned, (column) => !isNumber(column), 'left'),
  ];
}

/** The width of a column whose field is new on a tab of the table's own. */
export function widthOf(area: Area, column: Column): Look {
  return { do: 'width', area, pixels: column.long ? LONG_WIDTH : WIDTH };
}

/** One column of an area, by its place from 0. */
export function columnOf(area: Area, place: number): Area {
  return { ...area, column: area.column + place, columns: 1 };
}

function areasOf(
  area: Area,
  columns: (Column | null)[],
  which: (column: Column) => boolean,
  to: Side,
): Look[] {
  const areas: Area[] = [];
  for (const [place, column] of columns.entries()) {
    if (column === null || !which(column)) continue;
    const last = areas[areas.length - 1];
    if (last && last.column + last.columns === area.column + place) last.columns += 1;
    else areas.push(columnOf(area, place));
  }
  return areas.length > 0 ? [{ do: 'align', areas, to }] : [];
}

function isNumber(column: Pick<Column, 'field'>): boolean {
  return NUMBERS.includes(typeOf(column));
}
