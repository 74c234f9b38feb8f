import type { Dataset } from '../datasets/dataset';
import type { FilterNode } from '../query/filter';
import type { Query } from '../query/query';
import { fieldOf } from '../reports';
import type { AnyReport, Dimension, Lookup } from '../reports/report';
import { type Column, CURRENCY, columnsOf } from './column';
import { testOf } from './condition';
import { fitting } from './fitting';
import { Ledger, type Reckon } from './ledger';
import { dimensionsIn, type Keeps, keeping, reckoning, sieveOf } from './sieve';
import { type Member, type Trait, traitOf } from './trait';
import { judge, type Verdict } from './tree';
import type { Value } from './value';

/**
 * What a query asks of its report, worked out once for all of its records. Whoever reads needs its columns, whether its rows
 * are groups, and where names come from; all else is for the steps from records to a table.
 */
export interface Shape {
  query: Query;
  report: AnyReport;
  /** The columns, before a dimension is split into columns and before those of a comparison. */
  columns: Column[];
  grouped: boolean;
  /** What names have to be looked up with, each dataset once. */
  lookups: Lookup<unknown>[];
  names: Dataset<unknown>[];
  /**
   * The dimensions that rows keep. Grouped: those of the columns, in their order, that of the split, and what is only looked
   * at by conditions that wait for names. One row each: the latter, and what subtotals are made by.
   */
  traits: Trait[];
  /** For each column its place in `traits`; -1 where there is none. */
  places: number[];
  /** How many of the traits the rows of the table are told apart by. */
  visible: number;
  /** What rows keep of people and projects that may have no time: what the table shows, and what conditions look at. */
  fillTraits: Trait[];
  /** What is asked of a row that nothing was recorded of, by what is known of it; null for nothing. */
  filled: ((member: (field: string) => Member | null) => Verdict) | null;
  /** The trait that is split into columns; -1 without one. */
  split: number;
  /** The trait by whose values there are subtotals; -1 without. */
  subtotals: number;
  /** What is added up. */
  ledger: Ledger;
  /** For each column how it is reckoned; null for dimensions. */
  reckons: (Reckon | null)[];
  /** Which records count; `unpushed` asks only what Clockify didn't. Null: all do. */
  keeps: Keeps | null;
  unpushed: Keeps | null;
  /** What is asked of members once names are known; null for nothing. */
  late: ((members: readonly Member[]) => Verdict) | null;
  /** What is asked of sums; null for nothing. */
  having: ((values: readonly Value[]) => Verdict) | null;
}

/** The shape of a query. Raises what is wrong with it, naming the part: see `fitting`, and `field-unknown`, `filter-invalid`. */
export function shapeOf(query: Query, report: AnyReport): Shape {
  const grouped = query.grain === 'grouped';
  const columns = columnsOf(query, report);
  const sieve = sieveOf(query, report);
  fitting(query, report, columns);
  const ledger = new Ledger(report);
  const having = grouped
    ? reckoning<readonly Value[]>(sieve.metrics, query, report, (metric) => ledger.reckon(metric))
    : null;
  const reckons = columns.map(({ field: id }) => {
    const field = fieldOf(report, id);
    return field.role === 'metric' && (grouped || query.totals || query.subtotals)
      ? ledger.reckon(field)
      : null;
  });
  const early = grouped ? sieve.early : [...sieve.early, ...sieve.metrics];
  const unpushed = grouped ? sieve.unpushed : [...sieve.unpushed, ...sieve.metrics];
  const kept = new Kept(report, ledger);
  const places = columns.map(({ field }) => (grouped ? kept.place(field) : -1));
  const split = query.split ? kept.place(query.split.field) : -1;
  const visible = kept.traits.length - (split < 0 ? 0 : 1);
  const subtotals = query.subtotals ? kept.place(query.subtotals) : -1;
  const late = lateOf(sieve.late, query, kept);
  const dimensions = [...sieve.early, ...sieve.late];
  const fillTraits = fillTraitsOf(query, kept, visible, split, dimensions);
  const lookups = lookupsOf(columns, [...kept.traits, ...fillTraits]);
  return {
    query,
    report,
    columns,
    grouped,
    lookups,
    names: lookups.map(({ dataset }) => dataset),
    traits: kept.traits,
    places,
    visible,
    fillTraits,
    filled: filledOf(dimensions, query, report),
    split,
    subtotals,
    ledger,
    reckons,
    keeps: keeping(early, query, report),
    unpushed: keeping(unpushed, query, report),
    late,
    having,
  };
}

/** The dimensions that rows keep, each once. */
class Kept {
  readonly traits: Trait[] = [];

  constructor(
    readonly report: AnyReport,
    private readonly ledger: Ledger,
  ) {}

  /** The place of a dimension, which is kept from now on; -1 for a metric. */
  place(id: string): number {
    const known = this.traits.findIndex(({ field }) => field.id === id);
    const field = fieldOf(this.report, id);
    if (known >= 0 || field.role === 'metric') return known;
    return this.traits.push(id === CURRENCY ? this.currency(field) : traitOf(field)) - 1;
  }

  /** What has neither a currency nor an amount counts to the account's own currency. */
  private currency(field: Dimension<unknown>): Trait {
    return traitOf(field, (record, context) => {
      return field.read(record, context) ?? (this.ledger.hasNoAmount(record) ? context.currency : null);
    });
  }
}

function lateOf(nodes: FilterNode[], query: Query, kept: Kept): Shape['late'] {
  if (nodes.length === 0) return null;
  for (const { id } of dimensionsIn(nodes, kept.report)) kept.place(id);
  return judge<readonly Member[]>(nodes, (condition) => {
    const place = kept.place(condition.field);
    const test = testOf(condition, kept.traits[place].field, query);
    return (members) => test(members[place].values, members[place].ids);
  });
}

function fillTraitsOf(
  query: Query,
  kept: Kept,
  visible: number,
  split: number,
  nodes: FilterNode[],
): Trait[] {
  if (!query.fill?.length) return [];
  const shown = kept.traits.filter((_, at) => at < visible || at === split);
  const asked = dimensionsIn(nodes, kept.report).filter((field) =>
    shown.every((trait) => trait.field !== field),
  );
  return [...shown, ...asked.map((field) => traitOf(field))];
}

function filledOf(nodes: FilterNode[], query: Query, report: AnyReport): Shape['filled'] {
  if (nodes.length === 0 || !query.fill?.length) return null;
  return judge<(field: string) => Member | null>(nodes, (condition) => {
    const test = testOf(condition, fieldOf(report, condition.field), query);
    return (of) => {
      const member = of(condition.field);
      return member === null ? null : test(member.values, member.ids);
    };
  });
}

function lookupsOf(columns: Column[], traits: Trait[]): Lookup<unknown>[] {
  const lookups = [
    ...columns.map(({ lookup }) => lookup),
    ...traits.map(({ field }) => field.lookup ?? null),
  ];
  const byDataset = new Map(
    lookups.flatMap((lookup) => (lookup ? [[lookup.dataset.id, lookup] as const] : [])),
  );
  return [...byDataset.values()];
}
