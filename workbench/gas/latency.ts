/** What each service call costs, in virtual milliseconds unless said otherwise. A model, not a measurement of Google. */
export interface Prices {
  readonly request: number;
  /** Added for each row of a request's answer. */
  readonly requestRow: number;
  /** How many requests of one `fetchAll` are under way at a time: a count. */
  readonly parallel: number;
  readonly array: number;
  readonly arrayCell: number;
  readonly flush: number;
  readonly flushCell: number;
  readonly read: number;
  readonly readCell: number;
  readonly sheetCall: number;
  readonly property: number;
  /** Listing, making or deleting triggers. */
  readonly trigger: number;
  readonly cache: number;
  readonly cacheByte: number;
}

/** The prices that `npm run bench` reports with. The CPU factor (3 there) is an option of the platform. */
export const latency: Prices = {
  request: 350,
  requestRow: 1,
  parallel: 10,
  array: 30,
  arrayCell: 0.004,
  flush: 100,
  flushCell: 0.02,
  read: 120,
  readCell: 0.002,
  sheetCall: 30,
  property: 25,
  trigger: 150,
  cache: 15,
  cacheByte: 1 / 10240,
};

/** The same model with every service price multiplied; what runs in parallel stays as it is. */
export function scaled(prices: Prices, factor: number): Prices {
  const entries = Object.entries(prices).map(([name, price]) => [name, price * factor]);
  return { ...(Object.fromEntries(entries) as unknown as Prices), parallel: prices.parallel };
}

/** Milliseconds that a batch takes whose answers have these numbers of rows: each group as slow as its slowest. */
export function batchMs(prices: Prices, rows: readonly number[]): number {
  let total = 0;
  for (let start = 0; start < rows.length; start += prices.parallel) {
    const slowest = Math.max(...rows.slice(start, start + prices.parallel));
    total += prices.request + prices.requestRow * slowest;
  }
  return total;
}

/** The fewest requests that can read n entries in one window, a thousand at a time; an empty answer is one. */
export function floorRequests(n: number): number {
  return Math.max(1, Math.ceil(n / 1000));
}

/** The least virtual seconds that n rows of so many columns can take: reading in tens, one `setValues`, one flush. */
export function floorSeconds(n: number, columns: number, scale = 1): number {
  const rounds = 1 + Math.ceil((floorRequests(n) - 1) / latency.parallel);
  const reading = rounds * (latency.request + 1000 * latency.requestRow);
  const cells = n * columns;
  const writing = latency.arrayCell * cells + latency.flush + latency.flushCell * cells;
  return (scale * (reading + writing)) / 1000;
}
