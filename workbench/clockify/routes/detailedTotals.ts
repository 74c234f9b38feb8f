import type { Totals } from '../entries/totals';
import type { Workspace } from '../model';
import type { DetailedBody } from './detailed';
import { type AmountKind, amountsAsked } from './detailedRow';

/** `totals` of a report: one object, or nothing, in one of the ways seen, when no entry matches. */
export function renderTotals(workspace: Workspace, totals: Totals, body: DetailedBody): unknown[] {
  const { style } = workspace;
  if (totals.entries === 0 && style.emptyTotals !== 'zero') return style.emptyTotals === 'none' ? [] : [null];
  const asked = amountsAsked(body);
  const shown = asked[0];
  const byCurrency = shown ? perCurrency(totals, shown) : [];
  return [
    {
      _id: '',
      totalTime: totals.seconds,
      totalBillableTime: totals.billableSeconds,
      entriesCount: totals.entries,
      totalAmount: byCurrency.length === 1 ? byCurrency[0]!.amount : null,
      numOfCurrencies: totals.earned.size,
      amounts: asked.map((kind) => ({
        type: kind,
        value: perCurrency(totals, kind).reduce((sum, each) => sum + each.amount, 0),
        amountByCurrency: perCurrency(totals, kind),
      })),
      ...currencyTotals(style.currencyTotals, byCurrency),
    },
  ];
}

function currencyTotals(style: 'list' | 'object' | 'absent', byCurrency: unknown[]) {
  if (style === 'absent') return {};
  return { totalAmountByCurrency: style === 'list' ? byCurrency : {} };
}

/** Minor units, with fractions, by currency code. */
function perCurrency(totals: Totals, kind: AmountKind): { currency: string; amount: number }[] {
  return [...totals.earned.keys()].sort().map((currency) => {
    const earned = totals.earned.get(currency) ?? 0;
    const cost = totals.cost.get(currency) ?? 0;
    const amount = kind === 'EARNED' ? earned : kind === 'COST' ? cost : earned - cost;
    return { currency, amount: amount / 3600 };
  });
}
