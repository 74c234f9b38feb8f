import { NOTHING, type TimeEntry } from '../../src/datasets/timeEntry';
import { serialOfWallTime, toTheSecond } from '../../src/datasets/wallTime';
import { fieldOf, reportOf } from '../../src/reports';
import type { Leaf, Measure, RowContext } from '../../src/reports/report';

const context: RowContext = { account: 'Acme', weekStart: 'MONDAY', region: 'global', currency: 'EUR' };

/** An entry of an hour on Wednesday, 5 August 2026, with what is said of it. */
export function entry(of: Partial<TimeEntry> = {}, start = '2026-08-05T09:00:00'): TimeEntry {
  const startSerial = toTheSecond(serialOfWallTime(start));
  return { ...NOTHING, id: 'e1', seconds: 3600, startSerial, endSerial: startSerial + 1 / 24, ...of };
}

/** What a dimension gives for a record. */
export function readOf(report: string, id: string, record: unknown, more: Partial<RowContext> = {}): Leaf {
  const field = fieldOf(reportOf(report), id);
  if (field.role !== 'dimension') throw new Error(`${id} is no dimension`);
  return field.read(record, { ...context, ...more });
}

/** What a metric comes to over records, by the meaning that `Measure` has. */
export function totalOf(report: string, id: string, records: unknown[]): number | null {
  const field = fieldOf(reportOf(report), id);
  if (field.role !== 'metric') throw new Error(`${id} is no metric`);
  return measured(report, field.measure, records);
}

function measured(report: string, measure: Measure<unknown>, records: unknown[]): number | null {
  if ('sum' in measure) {
    const summands = records.map((record) => measure.sum(record)).filter((summand) => summand !== null);
    return summands.length === 0 ? null : summands.reduce((sum, summand) => sum + summand, 0);
  }
  if ('count' in measure) return records.length;
  if ('distinct' in measure) {
    return new Set(records.map((record) => measure.distinct(record)).filter((text) => text !== null)).size;
  }
  const { numerator, denominator, times = 1 } = measure.ratio;
  const [above, below] = [totalOf(report, numerator, records), totalOf(report, denominator, records)];
  return above === null || !below ? null : (above / below) * times;
}
