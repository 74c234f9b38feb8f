import fc from 'fast-check';
import { areaAt, difference, type Size } from '../../src/table/extent';
import { type Before, cornerOf, planCommit } from '../../src/table/plan';
import type { Write } from '../../src/table/write';
import { copyOf, each, key, type Model, perform } from './model';

const CELL = { sheet: 1, row: 3, column: 2 };
const TAB = { rows: 40, columns: 20 };
const size = fc.record({ rows: fc.integer({ min: 1, max: 9 }), columns: fc.integer({ min: 1, max: 6 }) });

/** Cells of somebody else: none of them where a table is. */
const foreign = fc.array(fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 10 })), {
  maxLength: 30,
});

/** A table that stands (or none), the one to come, and somebody's cells around both. */
const scene = fc
  .tuple(fc.option(size), size, foreign)
  .map(([old, after, cells]) => ({ old, after, model: modelOf(old, after, cells) }));

function modelOf(old: Size | null, after: Size, foreign: [number, number][]): Model {
  const model: Model = { cells: new Map(), named: old };
  for (const [row, column] of foreign) model.cells.set(key(row, column), 'mine');
  for (const area of [old, after].flatMap((one) => (one ? [areaAt(CELL, one)] : []))) {
    each(area, (row, column) => void model.cells.delete(key(row, column)));
  }
  if (old) each(areaAt(CELL, old), (row, column) => void model.cells.set(key(row, column), 'old'));
  return model;
}

function blank(model: Model, own: Size[], after: Size): boolean {
  return cornerOf(CELL, own, after).every((area) => {
    let empty = true;
    each(area, (row, column) => {
      if (model.cells.has(key(row, column))) empty = false;
    });
    return empty;
  });
}

function planOf(model: Model, own: Size[], after: Size): Write[] {
  const before: Before = {
    cell: CELL,
    range: 'Clockify_Table',
    named: model.named,
    own,
    tab: TAB,
    standing: null,
    cornerBlank: blank(model, own, after),
    ownTab: false,
  };
  const columns = Array.from({ length: after.columns }, (_, index) => ({
    field: `f${index}:text`,
    title: `T${index}`,
    format: 'General',
    long: false,
  }));
  const cells = Array.from({ length: after.rows }, () => columns.map(() => 'new'));
  return planCommit(before, { columns, cells });
}

/** What the tab holds once all is well: the new table and somebody's cells. */
function wanted(model: Model, after: Size): string[] {
  const cells = new Map([...model.cells].filter(([, text]) => text === 'mine'));
  each(areaAt(CELL, after), (row, column) => void cells.set(key(row, column), 'new'));
  return sorted(cells);
}

function sorted(cells: Map<string, string>): string[] {
  return [...cells].map((entry) => entry.join('=')).sort();
}

/** Rows that show anything of a table. */
function rowsShown({ cells }: Model): number {
  const own = [...cells].filter(([, text]) => text !== 'mine');
  return new Set(own.map(([place]) => place.split(':')[0])).size;
}

/** What is there after some writes and a share of the next: all that an execution may leave. */
function left(model: Model, plan: Write[], writes: number, share: number): Model {
  const after = copyOf(model);
  for (const write of plan.slice(0, writes)) perform(after, write);
  if (plan[writes]) perform(after, plan[writes], share);
  return after;
}

const cut = fc.record({ writes: fc.nat({ max: 12 }), share: fc.double({ min: 0, max: 0.99, noNaN: true }) });

test('a plan makes the new table of the old one, and no cell of anybody else is touched', () => {
  fc.assert(
    fc.property(scene, ({ old, after, model }) => {
      const plan = planOf(model, old ? [old] : [], after);
      const done = left(model, plan, plan.length, 0);
      expect(sorted(done.cells)).toEqual(wanted(model, after));
      expect(done.named).toMatchObject(after);
    }),
  );
});

test('whatever part of a plan was done, somebody’s cells stand and no fewer rows show than either table has', () => {
  fc.assert(
    fc.property(scene, cut, ({ old, after, model }, { writes, share }) => {
      const plan = planOf(model, old ? [old] : [], after);
      const found = left(model, plan, Math.min(writes, plan.length), share);
      const mine = (cells: Map<string, string>) => [...cells].filter(([, text]) => text === 'mine');
      expect(mine(found.cells)).toEqual(mine(model.cells));
      expect(rowsShown(found)).toBeGreaterThanOrEqual(Math.min(old?.rows ?? 0, after.rows));
    }),
  );
});

test('whatever part of a plan was done, the next plan makes the table that it is for, as long as the journal is there', () => {
  fc.assert(
    fc.property(scene, cut, size, ({ old, after, model }, { writes, share }, next) => {
      const plan = planOf(model, old ? [old] : [], after);
      const found = left(model, plan, Math.min(writes, plan.length), share);
      const own = found.named === null ? [] : [...(old ? [old] : []), after, found.named];
      const lacking = difference(CELL, [next], own);
      const free = lacking.every((area) => {
        let empty = true;
        each(area, (row, column) => {
          if (found.cells.has(key(row, column))) empty = false;
        });
        return empty;
      });
      // Where somebody's cells are in the way of the next table it is refused before there is a plan.
      fc.pre(free);
      const repair = planOf(found, own, next);
      const done = left(found, repair, repair.length, 0);
      expect(sorted(done.cells)).toEqual(wanted(found, next));
    }),
  );
});

test('nothing is emptied before the new table stands', () => {
  fc.assert(
    fc.property(scene, ({ old, after, model }) => {
      const order = planOf(model, old ? [old] : [], after).map((write) => write.do);
      const emptied = order.indexOf('empty');
      if (emptied >= 0) expect(order.slice(0, emptied)).toEqual(expect.arrayContaining(['values', 'settle']));
    }),
  );
});

test('where the corner that belongs to neither table is blank one write does it', () => {
  fc.assert(
    fc.property(scene, ({ old, after, model }) => {
      const own = old ? [old] : [];
      const cellWrites = planOf(model, own, after).filter(({ do: what }) =>
        ['values', 'empty'].includes(what),
      );
      expect(cellWrites.length === 1).toBe(
        blank(model, own, after) || difference(CELL, own, [after]).length === 0,
      );
    }),
  );
});

test('what may be refused as a whole has a way back, and nothing after it is settled', () => {
  fc.assert(
    fc.property(scene, ({ old, after, model }) => {
      const plan = planOf(model, old ? [old] : [], after);
      const settled = plan.findIndex((write) => write.do === 'settle');
      const before = settled < 0 ? plan : plan.slice(0, settled);
      const tried = left(
        model,
        before.filter((write) => write.do !== 'values'),
        before.length,
        0,
      );
      for (const write of before.flatMap(({ undo }) => undo ?? []).reverse()) perform(tried, write);
      expect(tried.named).toEqual(model.named);
      expect(sorted(tried.cells)).toEqual(sorted(model.cells));
    }),
  );
});
