import { problemOf, raise } from '../problems/problem';
import type { PlacedTarget, Query } from '../query/query';
import type { Cell as Value } from '../rows/cell';
import { writeText } from '../rows/text';
import { keptBeside, sayKept, travelOf } from './beside/besideTable';
import type { Travel } from './beside/travel';
import { removeBuildTab, removeBuildTabs, writeValues } from './build';
import { changesOf, type TableChanges } from './changes';
import { collision } from './collision';
import { execute } from './execute';
import { areaAt, around, type Cell, type Size, sameCell, within } from './extent';
import { finishing } from './finishing';
import { type Standing, wantedFormats } from './formats';
import { goOn, type Merged } from './goingOn/goOn';
import type { Source } from './goingOn/merge';
import { notAsWritten } from './goingOn/problems';
import type { Area } from './grid';
import { showsTitles } from './identity';
import type { Unfinished } from './journal';
import type { Knowledge } from './knowledge';
import { type KnownLine, NO_LINES } from './lines';
import { Moved } from './moved';
import { lastingLines, withOwnLines } from './note';
import { findPlace, type Place, stillAt } from './place';
import { fingerprint, type PlacedTable, sameTable } from './placed';
import { type Content, cornerOf, planCommit } from './plan';
import { fingerprintOf } from './print';
import { halfWritten } from './refused';
import { type Strays, settle } from './settle';
import { formatsPrint, standingOf } from './standing';
import { type Found, lookAtStanding, trusted } from './standingTable';
import { lastPrint, type Table, titlesOf } from './table';
import type { Recording, World } from './world';
import type { Write } from './write';

/** One attempt at replacing a table: look, plan, write, and see whether it is where it was written. */
export class Attempt {
  private size: Size;
  private readonly knowledge: Knowledge;
  private entry: Unfinished;
  /** The rows that were written before, as far as that is known. */
  private readonly linesBefore: KnownLine[] | null;
  /** Whether Sheets refused it as a whole, and all is as it was. */
  refused = false;
  private travel: Travel | null = null;
  /** What it changes; null where that can't be told. */
  changes: TableChanges | null = null;

  constructor(
    private readonly world: World,
    private readonly query: Query,
    private table: Table,
    private readonly recording: Recording,
    now: number,
    private readonly strays: Strays,
    private lines: KnownLine[],
    /** Whether what stands may be what an attempt before wrote: then all is written. */
    private readonly again: boolean,
  ) {
    const { journal, tables } = world;
    this.linesBefore = world.lines.get(query.id);
    this.size = { rows: table.rows.length + 1, columns: table.columns.length };
    this.knowledge = {
      query,
      placed: tables.get(query.id),
      unfinished: journal.unfinished(query.id),
      columns: recording.fields.length,
      foreignCell: recording.foreignCell,
    };
    this.entry = {
      at: now,
      mode: 'replace',
      range: '',
      tab: null,
      cell: null,
      named: null,
      tabSizes: [],
      extents: [this.size],
      fields: table.columns.map(({ field }) => field),
      titles: titlesOf(table),
      building: null,
      beside: this.knowledge.unfinished?.beside ?? [],
    };
  }

  /** Gives the place of the table. Raises `Moved` when it has to be attempted again, and what it can't be done for. */
  run(): PlacedTarget {
    const { grid, journal, tables } = this.world;
    const { unfinished, placed } = this.knowledge;
    if (unfinished) removeBuildTab(grid, unfinished);
    const place = findPlace(grid, this.knowledge);
    const merged = this.goOn(place);
    const cell = place.cell ?? this.addTab(place);
    const tab = grid.size(cell.sheet);
    // Both looks belong together: what is inserted later shows against either.
    if (place.named) stillAt(grid, place.range, place.named);
    if (place.cell !== null) this.refuseCollision(place, cell, tab);
    const travel = this.lookBeside(place, tab, merged?.sources ?? null);
    const standing = place.named && standingOf(grid, place.named, this.knowledge, this.recording.fields);
    const found = this.again || merged ? null : this.lookAt(place, standing);
    if (merged) this.keepMerged(merged);
    const cornerBlank = cornerOf(cell, place.own, this.size).every((area) => grid.isBlank(area));
    const own = place.own.map(({ rows, columns }) => ({ rows, columns }));
    const plan = planCommit(
      { ...place, cell, own, tab, standing, cornerBlank, ownTab: place.newTab !== null },
      merged ? this.changed(merged, place) : this.differing(found),
    );
    const sizes = [tab, ...plan.flatMap((write) => (write.do === 'grow' ? [write.to] : []))];
    const grown = sizes[sizes.length - 1];
    const area = areaAt(cell, this.size);
    const finish = finishing(grid, tables, {
      query: this.query,
      table: this.table,
      place,
      area,
      standing,
      placed,
    });
    this.note({
      range: place.range,
      tab: place.newTab === null ? null : { name: place.newTab, id: cell.sheet },
      cell: { sheet: cell.sheet, row: cell.row, column: cell.column },
      named: place.named,
      tabSizes: sizes,
      extents: [...own, this.size],
    });
    travel?.stage((staged) => this.note({ beside: staged }));
    const stands = this.write(place, area, grown, [...plan, ...(travel?.plan ?? []), ...finish.writes]);
    if (!sameCell(stands, area)) grid.setNote(stands, withOwnLines(grid.note(stands), this.table.note));
    this.strays.clear(grid, stands, this.table.note);
    travel?.end();
    const beside = travel?.known ?? keptBeside(grid, placed);
    this.remember(finish.names, {
      range: place.range,
      sheet: stands.sheet,
      rows: this.size.rows,
      last: merged?.last ? lastPrint({ ...this.table, rows: [merged.last] }) : lastPrint(this.table),
      ownTab: place.newTab !== null || (placed?.ownTab ?? false),
      fields: this.entry.fields,
      titles: this.entry.titles,
      formats: formatsPrint(wantedFormats(this.table.columns, standing)),
      note: lastingLines(this.table.note).map(fingerprint),
      columnNames: Object.keys(finish.names).length > 0,
      ...(beside ? { beside } : {}),
      ...(this.world.lines === NO_LINES ? {} : { lines: fingerprintOf(this.lines) }),
    });
    journal.end(this.query.id);
    return {
      kind: 'placed',
      range: place.range,
      sheet: stands.sheet,
      row: stands.row,
      column: stands.column,
    };
  }

  /** Looks at what people have beside the table, and has the note and the warnings say where more of it is. */
  private lookBeside(place: Place, tab: Size, sources: Source[] | null): Travel | null {
    const { grid } = this.world;
    const { query, knowledge, table, size, linesBefore: lines } = this;
    const now = this.entry.at;
    this.travel = travelOf(grid, { query, table, size, sources, place, tab, knowledge, lines, now });
    const kept = this.travel ? this.travel.saying : sayKept(grid, keptBeside(grid, knowledge.placed));
    if (kept !== null) {
      this.recording.warn(kept);
      this.table = { ...table, note: [...table.note, kept] };
    }
    return this.travel;
  }

  /** Looks at the table that stands, if there is one, and says what a person wants to know of it. */
  private lookAt(place: Place, standing: Standing | null): Found {
    const { table, lines, linesBefore } = this;
    const [header] = this.cells();
    const found = lookAtStanding(this.world.grid, place, this.knowledge, standing, {
      table,
      header,
      lines,
      linesBefore,
    });
    this.changes = found.changes;
    if (this.query.options.tellTypedOver && found.typedOver) {
      this.recording.warn(found.typedOver);
      this.table = { ...this.table, note: [...this.table.note, found.typedOver] };
    }
    return found;
  }

  /** What is kept of the rows of a table that was gone on from, and what changed about them, where it is known what stood. */
  private keepMerged({ sources }: Merged): void {
    const before = trusted(this.linesBefore, this.knowledge.placed);
    const answered = this.lines;
    const stays = new Set<KnownLine>();
    this.lines = [];
    const lines: KnownLine[] = [];
    for (const source of sources) {
      const line = 'old' in source ? before?.[source.old] : answered[source.new];
      if (line === undefined) return;
      if ('old' in source) stays.add(line);
      lines.push(line);
    }
    this.lines = lines;
    if (before === null) return;
    // Rows that stay are no change: the others alone are compared.
    const left = before.filter((line) => !stays.has(line));
    this.changes = changesOf(this.table, answered, left, { typedOver: null, seconds: null });
  }

  /** Keeps what is known of the table. One that the store has no room for is known by its note. */
  private remember(names: Record<string, string>, table: PlacedTable): void {
    const { tables } = this.world;
    try {
      if (table.columnNames || this.knowledge.placed?.columnNames)
        tables.setColumnNames(this.query.id, names);
      if (!sameTable(this.knowledge.placed, table)) tables.set(this.query.id, table);
    } catch (error) {
      if (problemOf(error).code !== 'store-full') throw error;
      tables.delete(this.query.id);
    }
  }

  /** Does all writes; gives where the table is then. */
  private write(place: Place, table: Area, tab: Size, writes: Write[]): Area {
    const { grid } = this.world;
    const now = { area: place.named ?? table, tab };
    const ending = execute(grid, writes, {
      settle: (since) => this.settle(place.range, now, since),
      record: () => {
        const { sheet, row, column } = table;
        this.recording.record({ kind: 'placed', range: place.range, sheet, row, column });
      },
      restore: () => this.recording.restore(),
      keepLines: () => this.world.lines.set(this.query.id, this.lines),
      restoreLines: () => this.restoreLines(),
      beside: () => this.travel?.write(),
      values: (area, cells) => this.values(area, cells),
    });
    if (ending.ended === 'done') return now.area;
    if (ending.ended === 'refused') {
      this.takeBack(place.newTab === null ? null : table.sheet);
      this.refused = true;
      throw ending.error;
    }
    throw ending.error instanceof Moved ? ending.error : halfWritten(ending.error, this.query.name);
  }

  private restoreLines(): void {
    const { lines } = this.world;
    if (this.linesBefore) lines.set(this.query.id, this.linesBefore);
    else lines.forget(this.query.id);
  }

  private settle(range: string, now: { area: Area; tab: Size }, since: Write[]): void {
    const { grid } = this.world;
    const renamed = since.find((write) => write.do === 'name' && write.name === range);
    const area = renamed?.do === 'name' ? renamed.area : now.area;
    for (const write of since) if (write.do === 'note') this.strays.addNote(write.area);
    try {
      const titles = this.entry.titles;
      Object.assign(now, settle(grid, { range, area, anchored: !renamed, tab: now.tab, titles }));
    } catch (error) {
      for (const write of since) {
        if (write.do === 'values' && error instanceof Moved) this.strays.add(grid, write, now.tab);
      }
      throw error;
    }
  }

  private values(area: Area, cells: Value[][]): void {
    const { grid, journal } = this.world;
    writeValues(grid, area, cells, {
      free: () => removeBuildTabs(grid, journal),
      noted: (building) => this.note({ building }),
    });
  }

  /** After a refusal as a whole the journal says what it said before, and a tab that was made for the table is gone. */
  private takeBack(newTab: number | null): void {
    const { grid, journal } = this.world;
    removeBuildTab(grid, this.entry);
    this.travel?.takeBack();
    if (newTab !== null) grid.removeTab(newTab);
    grid.flush();
    const { unfinished } = this.knowledge;
    if (unfinished !== null && newTab === null) journal.begin(this.query.id, unfinished);
    else journal.end(this.query.id);
  }

  /** Makes the table's tab. The journal knows its name before and its id as soon as it is there. */
  private addTab({ newTab, range }: Place): Cell {
    const { grid, journal } = this.world;
    const name = newTab ?? this.query.name;
    const first = { row: 1, column: 1 };
    this.note({ range, tab: { name, id: null } });
    try {
      const sheet = grid.addTab(name, false, (id) =>
        this.note({ tab: { name, id }, cell: { sheet: id, ...first } }),
      );
      return { sheet, ...first };
    } catch (error) {
      const left = grid.tabNamed(name);
      if (left !== null && grid.isBlank(areaAt({ sheet: left, ...first }, grid.size(left)))) {
        grid.removeTab(left);
      }
      grid.flush();
      if (left === null || grid.tabNamed(name) === null) journal.end(this.query.id);
      throw error;
    }
  }

  private refuseCollision({ own, named, range }: Place, cell: Cell, tab: Size): void {
    const { grid } = this.world;
    const problem = collision(grid, cell, this.size, own, tab, this.query.name);
    if (problem === null) return;
    if (named) stillAt(grid, range, named);
    raise(problem);
  }

  /** What of a table that goes on from the one that stands has to be written; null for one that replaces it. */
  private goOn(place: Place): Merged | null {
    const { grid } = this.world;
    const { goesOn, columns } = this.table;
    if (goesOn === undefined) return null;
    const { named, own } = place;
    const { name } = this.query;
    if (named === null) return raise(notAsWritten(name, 'it is not where it was'));
    const fields = columns.map(({ field }) => field);
    const standing = standingOf(grid, named, this.knowledge, this.recording.fields);
    const { unfinished } = this.knowledge;
    const same =
      named.columns === fields.length &&
      [standing, unfinished].every((known) => (known?.fields ?? fields).join() === fields.join());
    if (!same) return raise(notAsWritten(name, 'its columns are not those that were written'));
    const { rows } = within({ ...named, rows: around(own).rows }, grid.size(named.sheet)) ?? named;
    const data = { ...named, row: named.row + 1, rows: rows - 1 };
    const merged = goOn(grid, data, this.table, goesOn, name);
    this.table = { ...this.table, note: goesOn.note(merged) };
    this.size = { ...this.size, rows: merged.rows + 1 };
    return merged;
  }

  /** The rows of a table that was gone on from that have to be written, and its header where it shows something else. */
  private changed(merged: Merged, { named }: Place): Content {
    const { grid } = this.world;
    const { columns } = this.table;
    const { above, below, cells } = merged;
    const told = named !== null && showsTitles(grid, named, this.entry.titles);
    const header = columns.map(({ title }) => writeText(title));
    return { columns, cells, above: above + 1, below, ...(told ? {} : { header }) };
  }

  /** The rows of a table that have to be written. */
  private differing(found: Found | null): Content {
    const { above, below } = found?.standing ?? { above: 0, below: 0 };
    const cells = this.cells();
    return { columns: this.table.columns, cells: cells.slice(above, cells.length - below), above, below };
  }

  private cells(): Value[][] {
    return [this.table.columns.map(({ title }) => writeText(title)), ...this.table.rows];
  }

  private note(change: Partial<Unfinished>): void {
    this.entry = { ...this.entry, ...change };
    this.world.journal.begin(this.query.id, this.entry);
  }
}
