import type { EntryGroup } from '../entries/groups';
import type { GroupName } from '../entries/levels';
import type { CurrencySum, Totals } from '../entries/totals';
import type { Workspace } from '../model';
import { type AmountKind, amountsAsked } from './amounts';
import { perCurrency } from './reportTotals';
import type { SummaryBody } from './summary';

export type GroupColumn = 'GROUP' | 'DURATION' | 'AMOUNT' | AmountKind;

type Path = Partial<Record<GroupName, string>>;

/** `groupOne` of a summary report in its workspace's spelling, and how many groups there are on all levels together. */
export function renderGroups(workspace: Workspace, groups: EntryGroup[], body: SummaryBody) {
  let count = 0;
  const order = orderOf(body);
  const renderLevel = (level: EntryGroup[], path: Path): unknown[] =>
    [...level].sort(order).map((group) => {
      count += 1;
      const inside = { ...path, [group.by]: group.id ?? '' };
      return {
        duration: group.totals.seconds,
        ...renderId(workspace, group, inside),
        name: group.name,
        ...group.about,
        ...renderMoney(workspace, group.totals, body),
        ...(group.children && { children: renderLevel(group.children, inside) }),
      };
    });
  return { groups: renderLevel(groups, {}), count };
}

/** A string, and an object at the level of time entries; "without project" is said in one of three ways. */
function renderId({ style }: Workspace, { by, id }: EntryGroup, path: Path) {
  if (by === 'TIMEENTRY') return { _id: path };
  if (id !== null) return { _id: id };
  if (style.summaryNone === 'absent') return {};
  return { _id: style.summaryNone === 'null' ? null : '' };
}

/**
 * Only what was asked for. `amount` is exact and of one currency, null where there are several; `value` may be rounded,
 * as it was once seen, and adds currencies up, as the totals do: `amountByCurrency` keeps them apart. All are null or
 * left out where no entry had a rate.
 */
function renderMoney(workspace: Workspace, { money }: Totals, body: SummaryBody) {
  const { amountShown: shown = 'EARNED' } = body;
  const rounded = workspace.style.summaryValues === 'rounded';
  const amounts = amountsAsked(body).map((type) => {
    const byCurrency = perCurrency(rated(money, type), type);
    const value = byCurrency.length > 0 ? sumOf(byCurrency) : null;
    return {
      type,
      value: value !== null && rounded ? Math.round(value) : value,
      ...(workspace.currencies.length > 1 && { amountByCurrency: byCurrency }),
    };
  });
  if (shown === 'HIDE_AMOUNT') return { amounts };
  const [only, ...others] = perCurrency(rated(money, shown), shown);
  return {
    amount: only && others.length === 0 ? only.amount : null,
    amounts,
    ...(money.length === 1 && { currency: money[0]!.currency }),
    workspaceCurrencyCode: workspace.currencies[0]!.code,
  };
}

/** Without the currencies in which no entry had a rate: there is nothing to add up, which isn't the same as zero. */
function rated(money: readonly CurrencySum[], kind: AmountKind): CurrencySum[] {
  return money.filter(
    ({ earned, cost }) => (kind !== 'COST' && earned !== null) || (kind !== 'EARNED' && cost !== null),
  );
}

function sumOf(byCurrency: { amount: number }[]): number {
  return byCurrency.reduce((sum, { amount }) => sum + amount, 0);
}

function orderOf(body: SummaryBody): (a: EntryGroup, b: EntryGroup) => number {
  const { sortColumn = 'GROUP' } = body.summaryFilter;
  const sign = body.sortOrder === 'DESCENDING' ? -1 : 1;
  const keyOf = keyFor(sortColumn, body);
  return (a, b) => {
    const left = keyOf(a);
    const right = keyOf(b);
    if (left !== right) return left < right ? -sign : sign;
    return (a.id ?? '') < (b.id ?? '') ? -sign : sign;
  };
}

function keyFor(column: GroupColumn, body: SummaryBody): (group: EntryGroup) => number | string {
  if (column === 'GROUP') return ({ name }) => name.toLowerCase();
  if (column === 'DURATION') return ({ totals }) => totals.seconds;
  const kind = column === 'AMOUNT' ? (amountsAsked(body)[0] ?? 'EARNED') : column;
  return ({ totals }) => sumOf(perCurrency(totals.money, kind));
}
