import type { Cell } from '../rows/cell';
import { sameFormat } from './formats';
import type { Area, Grid } from './grid';
import { refusedAsAWhole } from './refused';
import type { Write } from './write';

/** What a commit does besides simple calls of the grid. */
export interface Hands {
  /** Makes sure that the writes since the last time are in the spreadsheet, and that the table is where they were done. */
  settle(since: Write[]): void;
  record(): void;
  restore(): void;
  keepLines(): void;
  restoreLines(): void;
  /** Writes what people have beside the table. */
  beside(): void;
  /** Writes values, however many. */
  values(area: Area, cells: Cell[][]): void;
}

/**
 * How it ended: done; refused as a whole, with nothing changed; or cut short by an error after which nothing is known of what
 * came through.
 */
export type Ending = { ended: 'done' } | { ended: 'refused' | 'unknown'; error: unknown };

/** Does writes in order. What is refused as a whole before anything is settled is undone. */
export function execute(grid: Grid, writes: Write[], hands: Hands): Ending {
  const undo: Write[] = [];
  let settled = false;
  let since: Write[] = [];
  try {
    for (const write of writes) {
      undo.unshift(...(write.undo ?? []));
      if (write.do === 'settle') {
        hands.settle(since);
        settled = true;
        since = [];
      } else {
        perform(grid, write, hands);
        since.push(write);
      }
    }
    return { ended: 'done' };
  } catch (error) {
    if (settled || !refusedAsAWhole(error)) return { ended: 'unknown', error };
    return { ended: takeBack(grid, undo, hands) ? 'refused' : 'unknown', error };
  }
}

/** Undoes writes. Whether all that were done are undone: what refused a write refuses to have it undone, too. */
function takeBack(grid: Grid, undo: Write[], hands: Hands): boolean {
  for (const write of undo) {
    try {
      perform(grid, write, hands);
      grid.flush();
    } catch (error) {
      if (!refusedAsAWhole(error)) return false;
    }
  }
  return true;
}

/** How each write is done. */
const DOING: {
  [Kind in Write['do']]: (grid: Grid, write: Extract<Write, { do: Kind }>, hands: Hands) => void;
} = {
  grow: (grid, { sheet, from, to }) => grid.grow(sheet, from, to),
  name: (grid, { name, area }) => grid.name(name, area),
  unname: (grid, { name }) => grid.unname(name),
  formats: (grid, { area, formats }) => grid.setNumberFormats(area, formats),
  format: (grid, { areas, format }) => grid.setNumberFormat(areas, format),
  inherit(grid, { from, below, formats }) {
    const [found] = grid.numberFormats({ ...below, row: below.row + below.rows - 1, rows: 1 });
    if (!found.every((format, index) => sameFormat(format, formats[index]))) grid.copyFormat(from, below);
  },
  values: (_, { area, cells }, hands) => hands.values(area, cells),
  empty: (grid, { area }) => grid.clear(area),
  note: (grid, { area, note }) => grid.setNote(area, note),
  header: (grid, { header, freeze }) => grid.styleHeader(header, freeze),
  align: (grid, { areas, to }) => grid.align(areas, to),
  sides: (grid, { area, sides }) => grid.setSides(area, sides),
  width: (grid, { area, pixels }) => grid.setWidth(area, pixels),
  copyFormat: (grid, { from, to }) => grid.copyFormat(from, to),
  record: (_grid, _write, hands) => hands.record(),
  restore: (_grid, _write, hands) => hands.restore(),
  lines: (_grid, _write, hands) => hands.keepLines(),
  'restore-lines': (_grid, _write, hands) => hands.restoreLines(),
  beside: (_grid, _write, hands) => hands.beside(),
  settle: (_grid, _write, hands) => hands.settle([]),
};

function perform<Kind extends Write['do']>(
  grid: Grid,
  write: Extract<Write, { do: Kind }>,
  hands: Hands,
): void {
  const doing = DOING[write.do as Kind] as (
    grid: Grid,
    write: Extract<Write, { do: Kind }>,
    hands: Hands,
  ) => void;
  doing(grid, write, hands);
}
