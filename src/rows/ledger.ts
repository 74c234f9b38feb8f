import { fieldOf } from '../reports';
import type { AnyReport, Metric } from '../reports/report';
import { type Accumulator, accumulatorOf } from './accumulate';
import type { Value } from './value';

/** What a metric comes to, from values that were added up. */
export type Reckon = (values: readonly Value[]) => number | null;

interface Ratio {
  numerator: string;
  denominator: string;
  times?: number;
}

/** An accumulator and the first of its places in a list of values. */
interface Account {
  at: number;
  accumulator: Accumulator;
}

/** What has to be added up for some metrics of a report, each of it once. */
export class Ledger {
  private readonly reckonings = new Map<string, Reckon>();
  private readonly list: Account[] = [];
  private readonly empty: Value[] = [];
  private sets = false;
  /** Sums of money among it: without any of them a record's currency is of no importance. */
  private readonly amounts: ((record: unknown) => number | null)[] = [];

  constructor(private readonly report: AnyReport) {}

  /** What `metric` comes to; whatever it needs is added up from now on. */
  reckon(metric: Metric<unknown>): Reckon {
    const known = this.reckonings.get(metric.id);
    if (known) return known;
    const { measure } = metric;
    const reckon = 'ratio' in measure ? this.ratio(measure.ratio) : this.total(metric);
    this.reckonings.set(metric.id, reckon);
    return reckon;
  }

  private ratio({ numerator, denominator, times = 1 }: Ratio): Reckon {
    const above = this.reckon(fieldOf(this.report, numerator) as Metric<unknown>);
    const below = this.reckon(fieldOf(this.report, denominator) as Metric<unknown>);
    return (values) => {
      const [a, b] = [above(values), below(values)];
      return a === null || b === null || b === 0 ? null : (a * times) / b;
    };
  }

  private total(metric: Metric<unknown>): Reckon {
    const accumulator = accumulatorOf(metric) as Accumulator;
    const at = this.empty.length;
    this.list.push({ at, accumulator });
    this.empty.push(...accumulator.none);
    this.sets ||= 'distinct' in metric.measure;
    if (metric.type === 'money' && 'sum' in metric.measure) this.amounts.push(metric.measure.sum);
    return (values) => accumulator.total(values, at);
  }

  /** Whether some of what is added up are sets, which have to be sealed before they wait. */
  get keepsSets(): boolean {
    return this.sets;
  }

  /** What the places hold of no record: a list of its own. */
  none(): Value[] {
    return this.empty.slice();
  }

  /** What the places hold of no record, for looking at. */
  get nothing(): readonly Value[] {
    return this.empty;
  }

  /** What the places hold where it is known that nothing was recorded: 0 for every sum. */
  zero(): Value[] {
    return this.list.flatMap(({ accumulator }) => accumulator.zero);
  }

  /** How many places there are. */
  get width(): number {
    return this.empty.length;
  }

  add(values: Value[], record: unknown): void {
    for (const { at, accumulator } of this.list) accumulator.add(values, at, record);
  }

  /** Adds what another list holds at its first places. */
  merge(values: Value[], other: readonly Value[]): void {
    for (const { at, accumulator } of this.list) accumulator.merge(values, at, other);
  }

  /** Whether a record adds to no sum of money. */
  hasNoAmount(record: unknown): boolean {
    return this.amounts.every((amount) => !amount(record));
  }
}
