import { writeText } from '../../rows/text';
import { areaAt, sameCell } from '../extent';
import type { Area, Grid } from '../grid';
import { Moved } from '../moved';
import { freeKeptName } from '../names';
import { stillAt } from '../place';
import type { BesideKnown } from '../placed';
import type { Write } from '../write';
import type { Travelled } from './arrangement';
import { travels } from './columnKind';
import { type Besides, type Findings, findingsOf } from './findings';
import { type KeptCell, keep, sameKept, saying, unkeep } from './kept';
import { refuseBeside } from './refuse';
import { cellsOf } from './side';
import { BLANK, type SideCell, sameContent } from './sideCell';
import { written } from './sideText';
import { type Staged, stage, stagedCell, unstage } from './stage';
import type { StagedRow } from './stagedLines';
import { runsOf } from './wanted';

/**
 * Brings what is beside the rows of a table along with them. `begin` looks and refuses, and `stage` keeps cells aside, before
 * anything of the table is written; `write` moves the cells once the table stands; `end` clears away what was needed until
 * everything is in the spreadsheet.
 */
export class Travel {
  private staged: Staged[];
  /** Where what came with a row is staged: its line there, by the row's index. */
  private readonly lines = new Map<number, number>();
  private kept: number | null;
  private keptCells: number;

  private constructor(
    private readonly grid: Grid,
    private readonly besides: Besides,
    private readonly findings: Findings,
    /** When rows were found to be gone, in words. */
    private readonly since: string,
  ) {
    this.staged = besides.staged;
    this.kept = findings.kept;
    this.keptCells = findings.lines?.length ?? besides.kept?.cells ?? 0;
  }

  /** Null where nothing is beside the table. Raises, with nothing written, what would refuse the cells to be written. */
  static begin(grid: Grid, besides: Besides, since: string): Travel | null {
    const findings = findingsOf(grid, besides);
    if (findings === null) return null;
    // What was read by rows is of these rows only if the table is still where it was.
    stillAt(grid, besides.range, besides.named);
    const travel = new Travel(grid, besides, findings, since);
    if (travel.writes) refuseBeside(grid, besides, findings);
    return travel;
  }

  /** What is to be done once the table's values are written: they have to stand before anything moves beside them. */
  get plan(): Write[] {
    return this.writes ? [{ do: 'settle' }, { do: 'beside' }] : [];
  }

  /** What a person should know of what is kept; null when nothing is. */
  get saying(): string | null {
    const { kept, lines, returned } = this.findings;
    const added = this.gone.filter((cell) => !lines?.some((line) => sameKept(line, cell))).length;
    const cells = this.keptCells + added - returned.length;
    if (cells <= 0) return null;
    const { grid, besides } = this;
    return saying(cells, (kept === null ? null : grid.tabName(kept)) ?? freeKeptName(grid, besides.query));
  }

  private get writes(): boolean {
    return this.findings.changes.length > 0 || this.findings.moves;
  }

  /** What was typed beside rows that are gone now. */
  private get gone(): KeptCell[] {
    const { arrangement, rows, titles } = this.findings;
    return arrangement.gone.map(({ row, column, cell }) => ({
      key: rows[row].key ?? '',
      text: rows[row].text,
      title: titles[column],
      cell,
    }));
  }

  /** Stages every row with something that travels: what stays in its place may be written along with the rest. */
  stage(noted: (staged: Staged[]) => void): void {
    if (!this.findings.moves) return;
    const { side, kinds, rows, places, aligned } = this.findings;
    const staged = rows.flatMap((row, index): StagedRow[] => {
      if (!row.cells.some((cell, at) => travels(kinds[at], cell))) return [];
      this.lines.set(index, this.lines.size);
      const cells = row.cells.map((cell, at) =>
        travels(kinds[at], cell) ? cell : { ...BLANK, format: cell.format },
      );
      return [{ ...row, from: aligned ? index : -1, to: places[index], cells }];
    });
    if (staged.length === 0) return;
    const offset = side.column - this.besides.named.column;
    const before = this.staged;
    const { range, named } = this.besides;
    const titles = this.titles(before);
    stage(this.grid, { side, kinds, titles, offset, rows: staged }, (one) => {
      // Formulas were copied from where they were: what is staged counts only if that was right until the end.
      if (one.ready) stillAt(this.grid, range, named);
      this.staged = [...before, one];
      noted(this.staged);
    });
  }

  /** What the titles of the columns are, by what was staged first: it was there before anything moved. */
  private titles([first]: Staged[]): string[] {
    const shown = ({ content, formula }: SideCell) =>
      typeof content === 'string' && !formula ? content : '';
    return first?.titles ?? this.findings.header.map(shown);
  }

  /** Writes what is beside the table. Raises `Moved` when somebody typed there since it was looked at. */
  write(): void {
    const { grid } = this;
    this.keep();
    this.refuseTyping();
    this.mendTitles();
    for (const { column, fill, formats } of this.findings.changes) {
      if (formats) {
        const area = this.cells(column, formats.row, formats.formats.length);
        grid.setNumberFormats(
          area,
          formats.formats.map((format) => [format]),
        );
      }
      for (const { row, length } of runsOf(fill?.rows ?? [])) {
        grid.copyFormulas(this.cells(column, fill?.from ?? 0, 1), this.cells(column, row, length));
      }
    }
    for (const { column, blocks, formulas } of this.findings.changes) {
      for (const { row, cells } of blocks) {
        grid.write(
          this.cells(column, row, cells.length),
          cells.map((cell) => [written(cell)]),
        );
      }
      for (const { to, from } of formulas) {
        grid.copyFormulas(this.source(from), this.cells(column, to, 1));
      }
    }
    // Whoever types from here on types over what is right.
    grid.flush();
  }

  /** Where a formula is copied from: from where it is staged, or where it stands and stays. */
  private source({ row, column, cell }: Travelled): Area {
    const line = this.lines.get(row);
    const newest = this.staged[this.staged.length - 1];
    return line === undefined && cell.place
      ? areaAt(cell.place, { rows: 1, columns: 1 })
      : stagedCell(newest, line ?? 0, column);
  }

  private keep(): void {
    const { grid, besides, findings } = this;
    const cells = this.gone.filter((cell) => !findings.lines?.some((line) => sameKept(line, cell)));
    if (cells.length === 0) return;
    this.kept = keep(grid, besides.query, this.kept, cells, this.since);
    this.keptCells += cells.length;
  }

  /** Once all of that is in the spreadsheet: takes what came back off the tab of what is kept, and removes what was staged. */
  end(): void {
    const { grid, findings } = this;
    const { returned, lines } = findings;
    this.keptCells -= returned.length;
    // An ended execution may have taken all off the tab and left it.
    if (this.kept !== null && lines !== null && (returned.length > 0 || this.keptCells === 0)) {
      unkeep(grid, this.kept, returned);
    }
    for (const staged of this.staged) unstage(grid, staged);
    grid.flush();
  }

  /** Removes what was staged for a table that was then refused. */
  takeBack(): void {
    for (const staged of this.staged.slice(this.besides.staged.length)) unstage(this.grid, staged);
  }

  /** What is to be remembered. */
  get known(): BesideKnown {
    const { side } = this.findings;
    const { named, size } = this.besides;
    return {
      gap: Math.max(0, side.column - named.column - size.columns),
      kept: this.kept === null || this.keptCells <= 0 ? null : { tab: this.kept, cells: this.keptCells },
    };
  }

  private refuseTyping(): void {
    const { side, live } = this.findings;
    const now = cellsOf(this.grid, { ...side, row: side.row + 1, rows: side.rows - 1 });
    const same = now.every((line, row) => line.every((cell, at) => sameContent(cell, live[row][at])));
    if (!same) throw new Moved('somebody typed beside the table');
    const { range, named } = this.besides;
    const table = this.grid.named(range);
    if (table === null || !sameCell(table, named)) throw new Moved('the table has moved');
  }

  /** Where rows were inserted above while an execution wrote here, what it wrote may cover a title: that is put right. */
  private mendTitles(): void {
    const { grid, besides, findings } = this;
    const titles = besides.staged[besides.staged.length - 1]?.titles ?? [];
    titles.forEach((title, at) => {
      const header = findings.header[at];
      const covered = header.formula || findings.rows.some(({ cells }) => sameContent(cells[at], header));
      if (title === '' || header.content === title || !covered || findings.kinds[at] === 'spilled') return;
      const { side } = findings;
      grid.write({ ...side, column: side.column + at, rows: 1, columns: 1 }, [[writeText(title)]]);
    });
  }

  /** Cells of a column beside the table, from a row below the header on. */
  private cells(column: number, row: number, rows: number): Area {
    const { side } = this.findings;
    return { ...side, row: side.row + 1 + row, column: side.column + column, rows, columns: 1 };
  }
}
