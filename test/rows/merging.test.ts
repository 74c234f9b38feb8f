import fc from 'fast-check';
import { accumulatorOf } from '../../src/rows/accumulate';
import type { Row } from '../../src/rows/row';
import { tableOf } from '../../src/rows/table';
import { mergeRows, takeRows } from '../../src/rows/take';
import type { Value } from '../../src/rows/value';
import { acme, shape } from './books';
import { entry } from './entries';

const taking = { context: acme, days: null, pushed: false, side: 'current' as const };

test('however records are cut into pages, whatever order they come in and wherever they wait, the table is the same', () => {
  const shaped = shape({
    fields: [
      'user',
      'project',
      'tags',
      'month',
      'hours',
      'amount',
      'margin',
      'people',
      'entries',
      'hours-per-day',
    ],
    totals: true,
  });
  const ending = { days: null, compared: null, split: [] };
  const finished = (current: Row[]) =>
    tableOf([{ context: acme, current, compared: [], filling: [], names: new Map() }], shaped, ending);
  const waited = (rows: Row[]): Row[] => JSON.parse(JSON.stringify(rows));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(entry, fc.nat(4)), { maxLength: 40 }),
      fc.infiniteStream(fc.boolean()),
      (pages, keep) => {
        const records = pages.map(([record]) => record);
        const whole = finished(mergeRows(takeRows(records, shaped, taking), shaped));
        let gathered: Row[] = [];
        for (const page of [3, 1, 4, 0, 2]) {
          const own = pages.filter(([, of]) => of === page).map(([record]) => record);
          const rows = takeRows(own.reverse(), shaped, taking);
          const staged = keep.next().value ? waited(rows) : rows;
          gathered = keep.next().value
            ? mergeRows([...staged, ...gathered], shaped)
            : [...gathered, ...staged];
          if (keep.next().value) gathered = waited(gathered);
        }
        expect(finished(keep.next().value ? gathered : mergeRows(gathered, shaped))).toEqual(whole);
      },
    ),
    { numRuns: 300, seed: 11 },
  );
});

test('a sum of fractions is the same in any order, and as near as a fraction can be', () => {
  const accumulator = accumulatorOf({
    id: 'amount',
    title: 'Amount',
    sentence: '',
    type: 'money',
    role: 'metric',
    measure: { sum: (record) => record as number | null },
  });
  const sum = (summands: (number | null)[]) => {
    const values: Value[] = [...(accumulator?.none ?? [])];
    for (const summand of summands) accumulator?.add(values, 0, summand);
    return accumulator?.total(values, 0);
  };
  const summand = fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }));
  fc.assert(
    fc.property(fc.array(summand, { maxLength: 60 }), (summands) => {
      const total = sum(summands);
      expect(sum([...summands].reverse())).toBe(total);
      expect(sum([...summands].sort((a, b) => Number(a) - Number(b)))).toBe(total);
      const numbers = summands.filter((number) => number !== null);
      if (numbers.length === 0) expect(total).toBeNull();
      else
        expect(total).toBeCloseTo(
          numbers.reduce((all, number) => all + number, 0),
          4,
        );
    }),
    { numRuns: 500, seed: 3 },
  );
  expect(sum([0.1, 0.2, 0.7])).toBeCloseTo(1, 9);
  expect(sum([null, 5, null])).toBe(5);
});
