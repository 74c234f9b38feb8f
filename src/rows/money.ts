import { fieldOf } from '../reports';
import type { AnyField, AnyReport } from '../reports/report';

/** Whether a field is an amount, or reckoned from amounts: what must never be added up across currencies. */
export function namesMoney(field: AnyField, report: AnyReport): boolean {
  if (field.type === 'money') return true;
  if (field.role === 'dimension' || !('ratio' in field.measure)) return false;
  const { numerator, denominator } = field.measure.ratio;
  return [numerator, denominator].some((id) => namesMoney(fieldOf(report, id), report));
}
