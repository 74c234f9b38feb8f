import type { Leaf } from '../reports/report';
import type { Line } from './line';
import { type Names, namesOf } from './names';
import { type Row, repeatedKeys, sortRows } from './row';
import type { Shape } from './shape';

/** Rows of one record each that one account has. */
interface Read {
  current: Row[];
  names: Map<string, Names>;
}

/**
 * Rows of one record each, account after account in the report's order, their first values what the columns show; null when a
 * row came twice. Ids have become names, and what conditions on names leave out is gone. Uses up the rows' own arrays.
 */
export function eachRows(accounts: Read[], shape: Shape): Row[][] | null {
  const kept: Row[][] = [];
  for (const { current, names } of accounts) {
    if (repeatedKeys(current) > 0) return null;
    const rows = late(current, shape, names);
    lookUp(rows, shape, names);
    kept.push(sortRows(rows));
  }
  return kept;
}

/** Turns ids into names, sorted and joined with commas. */
function lookUp(rows: Row[], { columns }: Shape, names: Map<string, Names>): void {
  const looking = columns.flatMap(({ lookup }, index) => (lookup ? [{ index, lookup }] : []));
  if (looking.length === 0) return;
  for (const [, , values] of rows) {
    for (const { index, lookup } of looking) {
      const ids = values[index];
      if (Array.isArray(ids)) {
        const found = namesOf(ids as string[], lookup, names);
        values[index] = found.map(({ label }) => label).join(', ');
      }
    }
  }
}

function late(rows: Row[], shape: Shape, names: Map<string, Names>): Row[] {
  const { late: asked, traits, columns } = shape;
  if (asked === null) return rows;
  return rows.filter(([, , values]) => {
    const members = traits.map((trait, index) => trait.member(values[columns.length + index], names));
    return asked(members) === true;
  });
}

/** Rows of one record each as lines. */
export function eachLines(rows: Row[][], accounts: Read[], { columns, traits, ledger }: Shape): Line[] {
  return rows.flatMap((own, account) =>
    own.map(([, record, values]): Line => {
      const kept = columns.length;
      return {
        account,
        record,
        leaves: values.slice(0, kept) as Leaf[],
        members: traits.map((trait, index) => trait.member(values[kept + index], accounts[account].names)),
        sums: {
          current: ledger.width > 0 ? values.slice(kept + traits.length) : null,
          compared: null,
        },
        parts: null,
        filled: false,
      };
    }),
  );
}
