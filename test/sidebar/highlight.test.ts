import { highlighted } from '../../src/sidebar/model/highlight';

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 9, 0],
  ['ArrowUp', -1, 9],
  ['ArrowUp', 0, 9],
  ['PageDown', 1, 8],
  ['PageDown', 8, 9],
  ['PageUp', 3, 0],
  ['a', 3, null],
  ['Home', 3, null],
])('%s from %i brings the highlight to %s of ten', (key, at, goal) => {
  expect(highlighted(key, at, 10)).toBe(goal);
});

test('nothing is highlighted where there is nothing', () => {
  expect(highlighted('ArrowDown', -1, 0)).toBeNull();
});
