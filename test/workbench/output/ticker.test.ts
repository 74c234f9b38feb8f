import { Ticker } from '../../../workbench/ticker';

/** A ticker over a clock that a test moves. */
function ticking(stage: () => string) {
  let now = 0;
  let act: () => void = () => undefined;
  const written: string[] = [];
  const ticker = new Ticker(stage, {
    now: () => now,
    write: (text) => void written.push(text),
    every: (_ms, given) => {
      act = given;
      return () => {
        act = () => undefined;
      };
    },
  });
  const tick = (seconds: number) => {
    now += seconds * 1000;
    act();
  };
  return { ticker, tick, written };
}

test('what takes two seconds says how far it is', () => {
  let rows = 1000;
  const { tick, written } = ticking(() => `Refreshing, ${rows} rows`);
  expect(written).toEqual([]);
  tick(2);
  rows = 3000;
  tick(2);
  expect(written).toEqual(['Refreshing, 1000 rows (2 s)\n', 'Refreshing, 3000 rows (4 s)\n']);
});

test('what is as it was is not said again', () => {
  const { tick, written } = ticking(() => 'Waiting until 15:10 UTC');
  tick(2);
  tick(2);
  expect(written).toHaveLength(1);
});

test('names have nothing in them that a terminal obeys', () => {
  const { tick, written } = ticking(() => 'Refreshing \u001b[2JAcme');
  tick(2);
  expect(written).toEqual(['Refreshing [2JAcme (2 s)\n']);
});

test('nothing is said when it has ended', () => {
  const { ticker, tick, written } = ticking(() => 'Refreshing');
  ticker.stop();
  tick(2);
  expect(written).toEqual([]);
});
