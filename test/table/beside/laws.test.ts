import fc from 'fast-check';
import { arrange } from '../../../src/table/beside/arrangement';
import { type ColumnKind, travels } from '../../../src/table/beside/columnKind';
import type { SideCell } from '../../../src/table/beside/sideCell';
import { standingKeys } from '../../../src/table/beside/standingKeys';
import { nothingMoved, successors } from '../../../src/table/beside/successors';

const typed = (content: string): SideCell => ({ content, formula: false, format: 'General' });
const kinds: ColumnKind[] = ['typed', 'formula', 'spilled'];
const cell = fc.record({
  content: fc.constantFrom('', 'a', 'b', 7, true),
  formula: fc.boolean(),
  format: fc.constant('General'),
});
const keys = fc.uniqueArray(
  fc.nat({ max: 30 }).map((number) => `key ${number}`),
  { maxLength: 12 },
);
const rows = (of: string[]) => of.map((key) => ({ key, print: `print ${key}`, label: key }));

const scene = fc.tuple(keys, keys).chain(([old, next]) =>
  fc.record({
    old: fc.constant(old),
    next: fc.constant(next),
    cells: fc.array(fc.tuple(cell, cell, cell), { minLength: old.length, maxLength: old.length }),
  }),
);

describe('what is beside a table', () => {
  test('is never lost: all that travels is beside a row or among what is gone, once', () => {
    fc.assert(
      fc.property(scene, ({ old, next, cells }) => {
        const { columns, gone } = arrange(cells, successors(rows(old), rows(next)), kinds);
        const found = [...columns.flatMap((column) => [...column.values()]), ...gone];
        const due = cells.flatMap((line, row) =>
          line.flatMap((one, column) => (travels(kinds[column], one) ? [`${row}:${column}`] : [])),
        );
        expect(found.map(({ row, column }) => `${row}:${column}`).sort()).toEqual(due.sort());
        for (const { row, column, cell: one } of found) expect(one).toBe(cells[row][column]);
      }),
    );
  });

  test('is beside the row of its key, and gone only with it', () => {
    fc.assert(
      fc.property(scene, ({ old, next, cells }) => {
        const { columns, gone } = arrange(cells, successors(rows(old), rows(next)), kinds);
        for (const column of columns)
          for (const [place, { row }] of column) expect(next[place]).toBe(old[row]);
        for (const { row } of gone) expect(next).not.toContain(old[row]);
      }),
    );
  });

  test('comes back to where it was when its rows do', () => {
    fc.assert(
      fc.property(scene, ({ old, next }) => {
        const there = successors(rows(old), rows(next));
        const back = successors(rows(next), rows(old));
        for (const [row, place] of there.entries()) expect(place < 0 ? row : back[place]).toBe(row);
      }),
    );
  });

  test('of a row of totals stays with it though its numbers change', () => {
    const total = (print: string) => ({ key: '', print, label: 'Total' });
    const [row] = rows(['a']);
    expect(successors([row, total('1')], [...rows(['b', 'a']), total('2')])).toEqual([1, 2]);
  });

  test('of a row whose key is forgotten stays with what shows the same', () => {
    const old = rows(['a', 'b']).map((row) => ({ ...row, key: null }));
    expect(successors(old, rows(['b', 'c', 'a']))).toEqual([2, 0]);
  });
});

describe('which rows stand', () => {
  const written = (of: string[]) => of.map((key) => ({ key, print: `print ${key}` }));
  const prints = (of: string[]) => of.map((key) => `print ${key}`);

  test('is told through any sorting and deleting by hand', () => {
    fc.assert(
      fc.property(
        keys.chain((old) => fc.tuple(fc.constant(old), fc.shuffledSubarray(old))),
        ([old, now]) => {
          expect(standingKeys(written(old), prints(now))).toEqual(now);
        },
      ),
    );
  });

  test('is told of rows that were typed over where they stand', () => {
    const now = ['print a', 'other', 'print c', 'another'];
    expect(standingKeys(written(['a', 'b', 'c', 'd']), now)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('is not told of rows that were inserted', () => {
    const now = ['print a', '', 'print b', 'print c'];
    expect(standingKeys(written(['a', 'b', 'c']), now)).toEqual(['a', null, 'b', 'c']);
  });

  test('never takes two for one', () => {
    const few = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 });
    fc.assert(
      fc.property(few, few, (lines, now) => {
        const all = lines.map((print, index) => ({ key: `${index}`, print }));
        const told = standingKeys(all, now).filter((key) => key !== null);
        expect(new Set(told).size).toBe(told.length);
      }),
    );
  });

  test('has not changed where rows were added below only', () => {
    expect(nothingMoved(successors(rows(['a', 'b']), rows(['a', 'b', 'c'])))).toBe(true);
    expect(nothingMoved(successors(rows(['a', 'b']), rows(['b', 'a'])))).toBe(false);
    expect(nothingMoved(successors(rows(['a', 'b']), rows(['a'])))).toBe(false);
  });
});

test('a cell of a formula column that was typed over travels, its formula does not', () => {
  expect(travels('formula', typed('x'))).toBe(true);
  expect(travels('formula', { ...typed('1'), formula: true })).toBe(false);
});
