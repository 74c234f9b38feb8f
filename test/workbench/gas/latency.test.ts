import { batchMs, floorRequests, floorSeconds, latency, scaled } from '../../../workbench/gas/latency';

describe('the latency model', () => {
  test('takes a batch as slow as the slowest of each ten', () => {
    expect(batchMs(latency, [1000])).toBe(1350);
    expect(batchMs(latency, [...Array(10).fill(1000), 10])).toBe(1350 + 360);
    expect(batchMs(latency, [])).toBe(0);
  });

  test('scales prices, but not how many requests go at once', () => {
    expect(scaled(latency, 5)).toMatchObject({ request: 1750, flushCell: 0.1, parallel: 10 });
  });
});

describe('the floor', () => {
  test.each([
    [0, 1],
    [1000, 1],
    [1001, 2],
    [100_000, 100],
  ])('of requests for %d entries is %d', (n, requests) => {
    expect(floorRequests(n)).toBe(requests);
  });

  test('of time is reading, one write and one flush', () => {
    expect(floorSeconds(1000, 15)).toBeCloseTo(1.35 + 0.06 + 0.1 + 0.3, 6);
    expect(floorSeconds(100_000, 15)).toBeCloseTo(11 * 1.35 + 6 + 0.1 + 30, 6);
    expect(floorSeconds(100_000, 15, 5)).toBeCloseTo(5 * (11 * 1.35 + 36.1), 6);
  });
});
