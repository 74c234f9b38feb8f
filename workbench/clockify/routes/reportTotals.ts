import type { CurrencySum, Totals } from '../entries/totals';
import type { Workspace } from '../model';
import { type AmountKind, amountsAsked } from './amounts';
import type { ReportBody } from './reportBody';

/** `totals` of a report: one object, or nothing, in one of the ways seen, when no entry matches. */
export function renderTotals(workspace: Workspace, totals: Totals, body: ReportBody): unknown[] {
  const { style } = workspace;
  if (totals.entries === 0 && style.emptyTotals !== 'zero') return style.emptyTotals === 'none' ? [] : [null];
  const asked = amountsAsked(body);
  const shown = asked[0];
  const byCurrency = shown ? perCurrency(totals.money, shown) : [];
  return [
    {
      _id: '',
      totalTime: totals.seconds,
      totalBillableTime: totals.billableSeconds,
      entriesCount: totals.entries,
      totalAmount: byCurrency.length === 1 ? byCurrency[0]!.amount : null,
      numOfCurrencies: totals.money.length,
      amounts: asked.map((kind) => ({
        type: kind,
        value: perCurrency(totals.money, kind).reduce((sum, each) => sum + each.amount, 0),
        amountByCurrency: perCurrency(totals.money, kind),
      })),
      ...currencyTotals(style.currencyTotals, byCurrency),
    },
  ];
}

function currencyTotals(style: 'list' | 'object' | 'absent', byCurrency: unknown[]) {
  if (style === 'absent') return {};
  return { totalAmountByCurrency: style === 'list' ? byCurrency : {} };
}

/** Minor units, with fractions, by currency code in the order of the codes; nothing to add up is 0. */
export function perCurrency(
  money: readonly CurrencySum[],
  kind: AmountKind,
): { currency: string; amount: number }[] {
  return money
    .map(({ currency, earned, cost }) => {
      const profit = (earned ?? 0) - (cost ?? 0);
      const amount = kind === 'EARNED' ? (earned ?? 0) : kind === 'COST' ? (cost ?? 0) : profit;
      return { currency, amount: amount / 3600 };
    })
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
