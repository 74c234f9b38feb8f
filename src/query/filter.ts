/**
 * What a condition compares with: a text, a number (hours for durations, major units for money, a fraction for a share), a day
 * `yyyy-mm-dd`, yes or no; a thing of Clockify by its id, with the name it had when it was picked; or a cell or range of the
 * spreadsheet, in A1 notation, that holds any of these when the query is refreshed.
 */
export type FilterValue = string | number | boolean | { id: string; name: string } | { cell: string };

/** How a condition compares. `is` and `is-not` take several values: one of them, none of them. */
export const OPERATORS = [
  'is',
  'is-not',
  'contains',
  'not-contains',
  'starts',
  'matches',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'empty',
  'not-empty',
] as const;

export type Operator = (typeof OPERATORS)[number];

/** One comparison of a field. `empty` and `not-empty` have no values, `between` has two, both included. */
export interface Condition {
  field: string;
  op: Operator;
  values: FilterValue[];
}

/**
 * A tree of conditions. A node is about dimensions, and decides which records count, or about metrics, and decides which rows
 * of the result stay: never about both.
 */
export type FilterNode = Condition | { and: FilterNode[] } | { or: FilterNode[] };

/** All conditions of trees, in their order. */
export function conditionsOf(nodes: readonly FilterNode[]): Condition[] {
  return nodes.flatMap((node) =>
    'and' in node ? conditionsOf(node.and) : 'or' in node ? conditionsOf(node.or) : [node],
  );
}
