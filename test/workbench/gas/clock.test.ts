import { Clock } from '../../../workbench/gas/clock';

const hour = 3_600_000;
let machine = 1_000;

beforeEach(() => jest.spyOn(Date, 'now').mockImplementation(() => machine));
afterEach(() => jest.restoreAllMocks());

test('a clock that isn’t pinned goes on with the machine’s after hours were let pass', () => {
  const clock = new Clock(undefined);
  clock.advance(hour);
  machine += 500;
  clock.advance(hour);
  machine += 500;
  expect(clock.now()).toBe(machine + 2 * hour);
});

test('what service calls cost it waits for, and doesn’t go back', () => {
  const clock = new Clock(undefined);
  const began = clock.now();
  clock.reach(began + 700);
  machine += 500;
  expect(clock.now()).toBe(began + 700);
  machine += 500;
  expect(clock.now()).toBe(began + 1000);
});

test('a pinned clock stands', () => {
  const clock = new Clock(5);
  machine += 500;
  expect(clock.now()).toBe(5);
});
