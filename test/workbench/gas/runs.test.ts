import fc from 'fast-check';
import { Runs } from '../../../workbench/gas/runs';

const size = 30;
const action = fc.oneof(
  fc.record({
    kind: fc.constant('fill' as const),
    row: fc.nat(size),
    count: fc.nat(10),
    value: fc.option(fc.nat(3), { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant('insert' as const),
    row: fc.nat(size),
    count: fc.integer({ min: 1, max: 5 }),
    value: fc.option(fc.nat(3), { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant('delete' as const),
    row: fc.nat(size),
    count: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({
    kind: fc.constant('all' as const),
    row: fc.nat(size),
    values: fc.array(fc.option(fc.nat(3), { nil: undefined })),
  }),
);

test('stretches hold what a plain list would', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
      const runs = new Runs<number>();
      const list: (number | undefined)[] = Array(300).fill(undefined);
      for (const done of actions) {
        if (done.kind === 'fill') {
          runs.fill(done.row, done.count, done.value);
          list.fill(done.value, done.row, done.row + done.count);
        } else if (done.kind === 'insert') {
          runs.insert(done.row, done.count, done.value);
          list.splice(done.row, 0, ...Array(done.count).fill(done.value));
        } else if (done.kind === 'delete') {
          runs.delete(done.row, done.count);
          list.splice(done.row, done.count);
        } else {
          runs.setAll(done.row, done.values);
          list.splice(done.row, done.values.length, ...done.values);
        }
      }
      const again = Runs.fromJSON<number>(JSON.parse(JSON.stringify(runs)));
      for (let row = 0; row < 150; row++) {
        expect(runs.get(row)).toBe(list[row]);
        expect(again.get(row)).toBe(list[row]);
      }
      expect(runs.count(2, 150)).toBe(list.slice(0, 150).filter((value) => value === 2).length);
    }),
  );
});
