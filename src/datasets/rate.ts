import { numberOf, textOf } from './dataset';

/** An amount of money as Clockify's core API gives it: minor units (1/100) and an ISO 4217 code. */
export interface Rate {
  amount: number;
  currency: string | null;
}

/** The rate that a wire object holds; null for none. */
export function rateOf(wire: unknown): Rate | null {
  if (typeof wire !== 'object' || wire === null) return null;
  const { amount, currency } = wire as { amount?: unknown; currency?: unknown };
  const minor = numberOf(amount);
  return minor === null ? null : { amount: minor, currency: textOf(currency) };
}
