import fc from 'fast-check';
import { secondsOf } from '../../src/datasets/duration';

test.each([
  ['PT2H54M', 10_440],
  ['PT88H36M', 318_960],
  ['PT0S', 0],
  ['PT20S', 20],
  ['P1DT1H', 90_000],
  ['PT1.5S', 1.5],
  ['-PT1M', -60],
  ['P1W', 604_800],
  [10_440, 10_440],
])('%s is %d seconds', (duration, seconds) => {
  expect(secondsOf(duration)).toBe(seconds);
});

test.each([
  [null],
  [undefined],
  ['1:30:00'],
  ['PT'.repeat(3)],
  [Number.NaN],
  [{}],
  ['P1Y'],
  [`PT${'9'.repeat(400)}H`],
])('%p is no duration', (duration) => {
  expect(secondsOf(duration)).toBeNull();
});

test('hours, minutes and seconds add up', () => {
  const part = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(part, part, part, (hours, minutes, seconds) => {
      expect(secondsOf(`PT${hours}H${minutes}M${seconds}S`)).toBe(hours * 3600 + minutes * 60 + seconds);
    }),
  );
});
