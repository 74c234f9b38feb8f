import fc from 'fast-check';
import type { Cell } from '../../src/rows/cell';
import { changesOf } from '../../src/table/changes';
import { compare } from '../../src/table/comparison';
import type { Content, Grid } from '../../src/table/grid';
import { fingerprint } from '../../src/table/placed';
import { linesOf } from '../../src/table/print';
import type { Table } from '../../src/table/table';

const AREA = { sheet: 1, row: 3, column: 2, columns: 3 };
const HEADER = ["'Id", "'Hours", "'Text"];

/** Rows by key: hours, and a text of those that are hard to keep one. */
const rows = fc.uniqueArray(
  fc.tuple(fc.nat({ max: 20 }), fc.constantFrom(0, 1800, 3600), fc.constantFrom('', "'=1", "''a", "'0:30")),
  { selector: ([key]) => key, maxLength: 12 },
);
/** What somebody typed: where, and what. */
const typed = fc.array(
  fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 2 }), fc.constantFrom<Content>('mine', 7, true, '')),
  { maxLength: 3 },
);

function tableOf(found: [number, number, string][]): Table {
  const column = (title: string, type: string) => ({
    field: `${title}:${type}`,
    title,
    format: '',
    long: false,
  });
  return {
    columns: [column('Id', 'number'), column('Hours', 'duration'), column('Text', 'text')],
    rows: found.map(([key, seconds, text]): Cell[] => [key, seconds / 86_400, text]),
    keys: found.map(([key]) => `0.${key}`),
    note: [],
  };
}

/** What cells hold once a table was written: durations come back as dates. */
function heldOf(table: Table): Content[][] {
  const held = table.rows.map((cells) =>
    cells.map((cell, column): Content => {
      if (column === 1) return new Date(Number(cell) * 86_400_000 - 25_569 * 86_400_000);
      return typeof cell === 'string' ? cell.replace(/^'/, '') : cell;
    }),
  );
  return [HEADER.map((title) => title.slice(1)), ...held];
}

function found(held: Content[][], before: Table, after: Table) {
  const grid = {
    zone: () => 'UTC',
    contents: () => held,
    formulas: () => held.map((line) => line.map(() => '')),
  };
  const lines = linesOf(after);
  const known = linesOf(before);
  const compared = {
    table: after,
    header: HEADER,
    lines,
    before: known,
    titles: ['Id', 'Hours', 'Text'].map(fingerprint),
  };
  const comparison = compare(grid as unknown as Grid, { ...AREA, rows: held.length }, compared);
  if (comparison === null) throw new Error('dates of this zone can be read');
  return { comparison, changes: changesOf(after, lines, known, comparison) };
}

test('the rows that differ, written into what stands, give the same as all rows', () => {
  fc.assert(
    fc.property(rows, rows, typed, (old, next, hands) => {
      const [before, after] = [tableOf(old), tableOf(next)];
      const held = heldOf(before);
      for (const [row, column, content] of hands) if (held[row + 1]) held[row + 1][column] = content;
      const { comparison } = found(held, before, after);
      const wanted = heldOf(after);
      const end = wanted.length - comparison.below;
      const written = [
        ...held.slice(0, comparison.above),
        ...wanted.slice(comparison.above, end),
        ...(comparison.below > 0 ? held.slice(-comparison.below) : []),
      ];
      expect(written).toEqual(wanted);
    }),
  );
});

test('what is new, changed, gone and typed over is counted, and by how much the hours moved', () => {
  const before = tableOf([
    [1, 3600, "'a"],
    [2, 3600, "'b"],
    [3, 1800, "'c"],
  ]);
  const after = tableOf([
    [1, 3600, "'a"],
    [3, 3600, "'c"],
    [4, 1800, "'d"],
  ]);
  const held = heldOf(before);
  held[1][2] = 'mine';
  const { changes, comparison } = found(held, before, after);
  expect(changes).toEqual({ added: 1, changed: 1, gone: 1, typedOver: 1, seconds: 0 });
  expect(comparison.typedOver?.text()).toBe('1 cell that somebody typed over was put right (D4).');
});

test('nothing is to be written where all stands, and only the rows below where rows were added', () => {
  const before = tableOf([
    [1, 3600, "'a"],
    [2, 3600, "'b"],
  ]);
  const longer = tableOf([
    [1, 3600, "'a"],
    [2, 3600, "'b"],
    [3, 1800, "'c"],
  ]);
  expect(found(heldOf(before), before, before).comparison).toMatchObject({
    above: 3,
    below: 0,
    seconds: 7200,
  });
  expect(found(heldOf(before), before, longer).comparison).toMatchObject({ above: 3, below: 0 });
});
