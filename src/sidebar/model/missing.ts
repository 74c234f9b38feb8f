import type { Entries } from '../entries';

/** What the queries here need that whoever looks doesn't have: logins, and agreements. */
export type Missing = Entries['missingLogins'][1];

export type MissingLogin = Missing['logins'][number];

/** Which login of ours is to stand for each missing one, by their ids; empty for none. */
export type Choice = Readonly<Record<string, string>>;

/** What is missing of certain queries alone. */
export function missingOf({ logins, agreements }: Missing, queries: string[]): Missing {
  const concerns = (login: MissingLogin) => login.queries.some(({ id }) => queries.includes(id));
  return {
    logins: logins.filter(concerns),
    agreements: agreements.filter(({ id }) => queries.includes(id)),
  };
}

/** For each missing login the one of ours that sees most of its accounts: the first of several. */
export function suggested({ logins }: Missing): Choice {
  return Object.fromEntries(
    logins.map(({ id, candidates }) => {
      const most = Math.max(0, ...candidates.map(seenBy));
      return [id, candidates.find((candidate) => most > 0 && seenBy(candidate) === most)?.login ?? ''];
    }),
  );
}

function seenBy({ accounts }: MissingLogin['candidates'][number]): number {
  return accounts.filter(({ to }) => to !== null).length;
}

/** The queries for all of whose missing logins one of ours stands, each once: one that lacks another still stays as it is. */
export function mendedBy({ logins }: Missing, choice: Choice): MissingLogin['queries'] {
  const still = new Set(
    logins.filter(({ id }) => !choice[id]).flatMap((login) => login.queries.map(({ id }) => id)),
  );
  const queries = new Map(
    logins.flatMap((login) => login.queries.map((query) => [query.id, query] as const)),
  );
  return [...queries.values()].filter(({ id }) => !still.has(id));
}
