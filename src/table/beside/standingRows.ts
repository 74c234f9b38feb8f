import type { Cell } from '../../rows/cell';
import type { Area, Content, Grid } from '../grid';
import type { KnownLine } from '../lines';
import { keyDigest, plainOf, printOf } from '../print';
import { type Table, textsPrint } from '../table';
import { readingsOf, type SerialOf } from './serialOf';
import { standingKeys } from './standingKeys';
import type { RowIdentity } from './successors';

/** Where rows stand, and what is known of them. */
interface Standing {
  /** Areas of which one is what stands of the table, below its header: more than one after a commit that was cut short. */
  areas: Area[];
  /** What each column holds, as `field:type`. */
  fields: string[];
  lines: KnownLine[] | null;
  /** After a commit that was cut short, the rows of the new table: what stands may be rows of it. */
  next: RowIdentity[] | null;
}

/** The rows of a table that stand, as far as it is known which they are. Reads each area once. */
export function standingRows(grid: Grid, { areas, ...known }: Standing): RowIdentity[] {
  const readings = readingsOf(grid.zone());
  const told = areas.flatMap((area) => {
    const contents = area.rows === 0 ? [] : grid.contents(area);
    return readings.map((serialOf) =>
      rowsOf(
        contents.map((line) => line.map((content) => plain(content, serialOf))),
        known,
      ),
    );
  });
  // A place alone says little: the reading, and the area, is right by which most rows show what was written.
  const shown = new Set([...(known.lines ?? []), ...(known.next ?? [])].map(({ print }) => print));
  const matches = (rows: RowIdentity[]) => rows.filter(({ print }) => shown.has(print)).length;
  return told.reduce((best, rows) => (matches(rows) > matches(best) ? rows : best));
}

/** The rows of a new table. */
export function nextRows({ columns, rows, keys }: Pick<Table, 'columns' | 'rows' | 'keys'>): RowIdentity[] {
  const fields = columns.map(({ field }) => field);
  return rows.map((cells, row) => identityOf(keyDigest(keys[row]), cells, fields));
}

function rowsOf(cells: Cell[][], { fields, lines, next }: Omit<Standing, 'areas'>): RowIdentity[] {
  const prints = cells.map(printOf);
  const keys = standingKeys(lines ?? [], prints);
  const newer = new Map(next?.map(({ key, print }) => [print, key]));
  return cells.map((line, row) => identityOf(newer.get(prints[row]) ?? keys[row], line, fields));
}

function identityOf(key: string | null, cells: Cell[], fields: string[]): RowIdentity {
  const texts = key === '' && cells.length === fields.length;
  return {
    key,
    print: printOf(cells),
    label: texts
      ? textsPrint(
          cells.map((cell) => plainOf(String(cell))),
          fields,
        )
      : '',
  };
}

function plain(content: Content, serialOf: SerialOf): Cell {
  return typeof content === 'object' ? serialOf(content) : content;
}
