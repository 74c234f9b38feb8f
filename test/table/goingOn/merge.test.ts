import fc from 'fast-check';
import { mergedByDays, mergedById, type Source, untouched } from '../../../src/table/goingOn/merge';

const day = fc.integer({ min: 1, max: 40 });
const entry = fc.record({ id: fc.integer({ min: 0, max: 30 }).map((id) => `e${id}`), day });
const entries = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 25 });
type Entry = { id: string; day: number };

/** What Clockify has after some entries of a table were edited, re-dated or deleted, and others were added. */
const scene = fc.record({ standing: entries, now: entries, from: day });

function rowsOf(sources: Source[], standing: Entry[], answer: Entry[]): Entry[] {
  return sources.map((source) => ('old' in source ? standing[source.old] : answer[source.new]));
}

function merged({ standing, now, from }: { standing: Entry[]; now: Entry[]; from: number }) {
  const answer = now.filter((one) => one.day >= from);
  const sources = mergedByDays(
    { days: standing.map((one) => one.day), ids: standing.map(({ id }) => id) },
    from,
    { count: answer.length, ids: answer.map(({ id }) => id) },
  );
  return { answer, sources, rows: rowsOf(sources, standing, answer) };
}

test('the last days are what Clockify has of them, in its order, after all that is older', () => {
  fc.assert(
    fc.property(scene, (all) => {
      const { answer, rows } = merged(all);
      expect(rows.filter((row) => row.day >= all.from)).toEqual(answer);
      expect(rows.slice(rows.length - answer.length)).toEqual(answer);
    }),
  );
});

test('older rows are those that stood, in their order, but for what was moved into the last days', () => {
  fc.assert(
    fc.property(scene, (all) => {
      const { answer, rows } = merged(all);
      const came = new Set(answer.map(({ id }) => id));
      const older = all.standing.filter((row) => row.day < all.from && !came.has(row.id));
      expect(rows.filter((row) => row.day < all.from)).toEqual(older);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    }),
  );
});

test('doing it again changes nothing', () => {
  fc.assert(
    fc.property(scene, (all) => {
      const { rows } = merged(all);
      expect(merged({ ...all, standing: rows }).rows).toEqual(rows);
    }),
  );
});

test('what isn’t touched at the top is exactly what stands there', () => {
  fc.assert(
    fc.property(scene, (all) => {
      const { sources, rows } = merged(all);
      const above = untouched(sources);
      expect(rows.slice(0, above)).toEqual(all.standing.slice(0, above));
    }),
  );
});

test('by id every row that stood stands where it was, updated or not, and what is new comes once at the end', () => {
  fc.assert(
    fc.property(entries, entries, (standing, answer) => {
      const sources = mergedById(
        standing.map(({ id }) => id),
        answer.map(({ id }) => id),
      );
      const rows = rowsOf(sources, standing, answer);
      expect(rows.slice(0, standing.length).map(({ id }) => id)).toEqual(standing.map(({ id }) => id));
      const newest = new Map([...standing, ...answer].map((row) => [row.id, row]));
      expect(new Set(rows)).toEqual(new Set(newest.values()));
      expect(rows).toHaveLength(newest.size);
    }),
  );
});

test('blank rows stay among older ones, and are gone behind them', () => {
  const sources = mergedByDays({ days: [3, null, 4, null, 9, null], ids: null }, 8, { count: 1, ids: null });
  expect(sources).toEqual([{ old: 0 }, { old: 1 }, { old: 2 }, { new: 0 }]);
});
