/**
 * One column's values of something that is mostly the same for long stretches (a format, a colour, a note):
 * a stretch each instead of a cell each, so that a whole column costs as little as one cell. Rows count from 0.
 */
export class Runs<T> {
  private starts: number[];
  private values: (T | undefined)[];

  constructor(starts: number[] = [0], values: (T | undefined)[] = [undefined]) {
    this.starts = starts;
    this.values = values;
  }

  clone(): Runs<T> {
    return new Runs(this.starts.slice(), this.values.slice());
  }

  private find(row: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  get(row: number): T | undefined {
    return this.values[this.find(row)];
  }

  /** Gives `count` rows one value. */
  fill(row: number, count: number, value: T | undefined): void {
    this.replace(row, count, [row], [value]);
  }

  /** Gives `values.length` rows a value each. */
  setAll(row: number, values: readonly (T | undefined)[]): void {
    const starts: number[] = [];
    const kept: (T | undefined)[] = [];
    for (let index = 0; index < values.length; index++) {
      if (index > 0 && values[index] === kept[kept.length - 1]) continue;
      starts.push(row + index);
      kept.push(values[index]);
    }
    this.replace(row, values.length, starts, kept);
  }

  private replace(row: number, count: number, starts: number[], values: (T | undefined)[]): void {
    if (count <= 0) return;
    const end = row + count;
    const after = this.get(end);
    const first = this.find(row);
    const from = this.starts[first] < row ? first + 1 : first;
    const last = this.find(end);
    const to = this.starts[last] <= end ? last + 1 : last;
    this.starts = [...this.starts.slice(0, from), ...starts, end, ...this.starts.slice(Math.max(to, from))];
    this.values = [...this.values.slice(0, from), ...values, after, ...this.values.slice(Math.max(to, from))];
    this.merge();
  }

  private merge(): void {
    const starts: number[] = [];
    const values: (T | undefined)[] = [];
    for (let index = 0; index < this.starts.length; index++) {
      if (index > 0 && values[values.length - 1] === this.values[index]) continue;
      starts.push(this.starts[index]);
      values.push(this.values[index]);
    }
    this.starts = starts;
    this.values = values;
  }

  /** Opens `count` rows before `row`, all with this value. */
  insert(row: number, count: number, value: T | undefined): void {
    const here = this.get(row);
    const index = this.find(row);
    const split = this.starts[index] === row ? index : index + 1;
    const rest = this.starts.slice(split).map((start) => start + count);
    const restValues = this.values.slice(split);
    if (rest[0] !== row + count) {
      rest.unshift(row + count);
      restValues.unshift(here);
    }
    this.starts = [...this.starts.slice(0, split), row, ...rest];
    this.values = [...this.values.slice(0, split), value, ...restValues];
    this.merge();
  }

  /** Takes `count` rows out from `row` on; what was below moves up. */
  delete(row: number, count: number): void {
    const end = row + count;
    const after = this.get(end);
    const kept: [number, T | undefined][] = [];
    this.starts.forEach((start, index) => {
      if (start < row) kept.push([start, this.values[index]]);
    });
    kept.push([row, after]);
    this.starts.forEach((start, index) => {
      if (start > end) kept.push([start - count, this.values[index]]);
    });
    this.starts = kept.map(([start]) => start);
    this.values = kept.map(([, value]) => value);
    this.merge();
  }

  /** The stretches within the given rows: first row, number of rows, value. */
  *within(row: number, count: number): Generator<[number, number, T | undefined]> {
    const end = row + count;
    for (let index = this.find(row); index < this.starts.length && this.starts[index] < end; index++) {
      const start = Math.max(row, this.starts[index]);
      const next = index + 1 < this.starts.length ? this.starts[index + 1] : end;
      yield [start, Math.min(next, end) - start, this.values[index]];
    }
  }

  /** Whether no row has a value. */
  get empty(): boolean {
    return this.values.every((value) => value === undefined);
  }

  /** How many rows have the value, of those before `limit`. */
  count(value: T, limit: number): number {
    let total = 0;
    for (const [, length, here] of this.within(0, limit)) if (here === value) total += length;
    return total;
  }

  toJSON(): [number, T | null][] {
    return this.starts.map((start, index) => [start, this.values[index] ?? null]);
  }

  static fromJSON<T>(pairs: readonly (readonly [number, T | null])[]): Runs<T> {
    return new Runs(
      pairs.map(([start]) => start),
      pairs.map(([, value]) => value ?? undefined),
    );
  }
}
