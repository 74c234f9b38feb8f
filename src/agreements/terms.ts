import type { Query, QueryColumn } from '../query/query';

/**
 * What decides what a query reads and for whom it lands, part by part (`report`, `accounts`, `period` …), each as a text that
 * is the same for the same part. A part that is too long to be kept stands as its digest, which begins with `#`.
 */
export type Terms = Record<string, string>;

/** Parts that change neither what is read nor where it goes. */
const NO_TERMS = ['version', 'id', 'name'];

/** Longer parts are kept as their digest: all parts of a query together fit into one property. */
const MOST_CHARACTERS = 1200;
/** Of parts of which only the new form is said, less is kept. */
const MOST_OF_OTHERS = 200;
/** Parts of which it is said what is new in them. */
const COMPARED = ['report', 'accounts', 'columns', 'period', 'zone', 'options', 'target'];

/**
 * The terms of a query. Names that it gives to accounts and columns, and the order of both, are none of them; what a later
 * version adds to a query is one by itself. A cell that a part is taken from is a term, what it holds is none.
 */
export function termsOf(query: Query, digest: (text: string) => string): Terms {
  const accounts = query.accounts.map(({ login, workspace }) => `${login}/${workspace}`);
  const columns = query.columns.map(columnKey);
  // One row each is what there was before there was a choice: agreements from then go on to hold.
  const grain = query.grain === 'each' ? undefined : query.grain;
  const parts = {
    ...query,
    grain,
    accounts: sortedOnce(accounts),
    columns: sortedOnce(columns),
    ...(query.fill ? { fill: sortedOnce(query.fill) } : {}),
  };
  const entries = Object.entries(parts)
    .filter(([name]) => !NO_TERMS.includes(name))
    .map(([name, value]): [string, string] => [name, canonical(value)])
    // A list of nothing is as good as none.
    .filter(([, text]) => text !== '' && text !== '[]');
  return Object.fromEntries(
    entries.map(([name, text]) => {
      const most = COMPARED.includes(name) ? MOST_CHARACTERS : MOST_OF_OTHERS;
      return [name, text.length > most ? `#${digest(text)}` : text];
    }),
  );
}

/** A column as a term: its field, with what it is shown as. */
export function columnKey({ field, show }: QueryColumn): string {
  return show ? `${field}:${show}` : field;
}

/** Whether two terms say the same. */
export function sameTerms(one: Terms, other: Terms): boolean {
  return canonical(one) === canonical(other);
}

/** A value as JSON with its keys in order. What is off is as good as left out, so that a new option changes no old query. */
export function canonical(value: unknown): string {
  return JSON.stringify(ordered(value)) ?? '';
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === false || value === null || value === undefined) return undefined;
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([name, member]): [string, unknown] => [name, ordered(member)])
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

function sortedOnce(texts: string[]): string[] {
  return [...new Set(texts)].sort();
}
