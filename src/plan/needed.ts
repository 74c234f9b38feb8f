import type { Scope } from '../datasets/dataset';
import { conditionsOf } from '../query/filter';
import type { Query } from '../query/query';
import { fieldOf } from '../reports';
import type { AnyField, AnyReport } from '../reports/report';
import { columnsOf } from '../rows/column';
import { moreOf } from './account';

/**
 * The fields whose values it takes to answer a query: those of its columns (also those that are added to them), of filters,
 * split, sort and subtotals, and what ratios among them are made of. Raises `field-unknown`.
 */
export function neededFields(query: Query, report: AnyReport): AnyField[] {
  const ids = [
    ...columnsOf(query, report).map(({ field }) => field),
    ...conditionsOf(query.filters ?? []).map(({ field }) => field),
    ...(query.split ? [query.split.field] : []),
    ...(query.sort ?? []).map(([field]) => field),
    ...(query.subtotals === undefined ? [] : [query.subtotals]),
  ];
  const needed = new Map<string, AnyField>();
  for (const id of ids) addWithParts(needed, id, report);
  return [...needed.values()];
}

function addWithParts(needed: Map<string, AnyField>, id: string, report: AnyReport): void {
  if (needed.has(id)) return;
  const field = fieldOf(report, id);
  needed.set(id, field);
  if (field.role !== 'metric' || !('ratio' in field.measure)) return;
  addWithParts(needed, field.measure.ratio.numerator, report);
  addWithParts(needed, field.measure.ratio.denominator, report);
}

/** Only amounts that are needed are asked for: others may see more than they need, or be refused what they don't. */
export function amountsOf(fields: AnyField[]): Scope['amounts'] {
  return fields
    .map(({ needs }) => AMOUNTS_OF[needs ?? 'none'])
    .reduce<Scope['amounts']>((most, one) => moreOf(most, one), 'hidden');
}

const AMOUNTS_OF = { none: 'hidden', earned: 'earned', cost: 'earned-and-cost' } as const;
