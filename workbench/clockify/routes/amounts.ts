import type { ReportBody } from './reportBody';

export type AmountKind = 'EARNED' | 'COST' | 'PROFIT';

/** The amounts a body asks for: `amountShown` (EARNED unless said), and the list `amounts`. */
export function amountsAsked(body: ReportBody): AmountKind[] {
  const shown = body.amountShown ?? 'EARNED';
  const listed = body.amounts ?? [];
  return [...new Set(shown === 'HIDE_AMOUNT' ? listed : [shown, ...listed])];
}
