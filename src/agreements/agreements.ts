import * as v from 'valibot';
import type { Query, QueryAccount } from '../query/query';
import type { Clock } from '../store/clock';
import type { Store } from '../store/store';
import { canonical, sameTerms, type Terms, termsOf } from './terms';

/** The version of the stored form that this add-on writes. */
const AGREEMENT_VERSION = 1;

const agreementSchema = v.object({
  version: v.literal(AGREEMENT_VERSION),
  /** When it was last made or used, in milliseconds since 1970. */
  at: v.number(),
  /** What holds; two while a change is on its way into the spreadsheet, the newer first. */
  terms: v.pipe(v.array(v.record(v.string(), v.string())), v.minLength(1), v.maxLength(2)),
  /** What its accounts were called then, by login and workspace; left out where that would be too long. */
  names: v.optional(v.record(v.string(), v.string())),
});

type Agreement = v.InferOutput<typeof agreementSchema>;

/** What accounts are called, by `accountKey`. */
export type Names = Record<string, string>;

/** What agreements are kept with. */
export interface AgreementEffects {
  /** Of this person alone. */
  store: Store;
  clock: Clock;
  /** The id of the spreadsheet. */
  spreadsheet(): string;
  /** A text's digest, which nobody can find another text for. */
  digest(text: string): string;
}

const PREFIX = 'agreed.';

/** All agreements of a person take at most so many characters of the 500 KB that a store has: the oldest go first. */
const MOST_CHARACTERS = 150_000;

/** The most characters that the names of one query's accounts take. */
const MOST_NAMES = 3000;

/** A property takes 9 KB. */
const LONGEST = 8500;

/** How old the moment of an agreement in use may become, in milliseconds, before it is written anew. */
const RENEWED_AFTER = 30 * 86_400_000;

/**
 * What this person agreed to for each query: everybody who may edit the spreadsheet can write anything into a stored query,
 * so one that reads with a private login runs only as its owner last saved it, or agreed to it. Kept in the person's own
 * store, by spreadsheet and query: a copy of the file is another spreadsheet.
 */
export class Agreements {
  /** Queries whose agreement is to be written anew by whoever holds the lock of the spreadsheet. */
  private readonly worn = new Set<string>();

  constructor(private readonly effects: AgreementEffects) {}

  /** What was agreed to for a query, newest first; none when nothing was. */
  of(query: string): Terms[] {
    return this.read(query)?.terms ?? [];
  }

  /**
   * A query as it is refreshed: its accounts called what they were called when it was agreed to, whatever the spreadsheet says
   * by now. Null when it is not as it was agreed to.
   */
  agreedForm(query: Query): Query | null {
    const agreement = this.read(query.id);
    if (agreement === null || !this.holds(query, agreement.terms)) return null;
    const stale = agreement.at < this.effects.clock.now() - RENEWED_AFTER;
    if (stale || agreement.terms.length > 1) this.worn.add(query.id);
    const accounts = query.accounts.map((account) => ({
      ...account,
      name: agreement.names?.[accountKey(account)] ?? account.workspace,
    }));
    return { ...query, accounts };
  }

  /** What was agreed to for all queries of the spreadsheet, by query. Reads the store once. */
  all(): Map<string, { terms: Terms[]; names?: Names }> {
    const prefix = this.nameOf('');
    const found = Object.entries(this.effects.store.all()).flatMap(([name, value]): [string, Agreement][] => {
      const agreement = name.startsWith(prefix) ? parsed(value) : null;
      return agreement ? [[name.slice(prefix.length), agreement]] : [];
    });
    return new Map(found);
  }

  terms(query: Query): Terms {
    return termsOf(query, this.effects.digest);
  }

  /** Whether a query is as it was agreed to; `known` is what `of` or `all` gave for it. */
  holds(query: Query, known: Terms[]): boolean {
    const terms = this.terms(query);
    return known.some((agreed) => sameTerms(agreed, terms));
  }

  /** What somebody who agrees to a query as it is names, so that nothing else is agreed to. */
  digest(query: Query): string {
    return this.effects.digest(canonical([this.effects.spreadsheet(), query.id, this.terms(query)]));
  }

  /** The same, with what the spreadsheet calls the accounts, for somebody who is to find them by their names. */
  digestWithNames(query: Query): string {
    return this.effects.digest(canonical([this.digest(query), query.accounts.map(({ name }) => name)]));
  }

  /**
   * Agrees to a query that is about to be written to the spreadsheet, and gives its terms. What held before holds until
   * `settle`, since an execution may end in between. Raises `store-full`.
   */
  begin(query: Query): Terms {
    return this.add(query.id, this.terms(query), namesOf(query));
  }

  /** As `begin`, where all but the target is as it was agreed to. Null when nothing was. */
  beginMove(query: Pick<Query, 'id'>, target: Query['target']): Terms | null {
    const [agreed] = this.of(query.id);
    return agreed ? this.add(query.id, { ...agreed, target: canonical(target) }) : null;
  }

  /** Lets these terms hold for a query, and no others. Raises `store-full`. */
  settle(query: string, terms: Terms): void {
    this.write(query, [terms]);
    this.dropOldest();
  }

  /**
   * Notes, under the lock of the spreadsheet, that a query was refreshed as it was agreed to: agreements that nobody uses are
   * dropped before it, and of a change that an ended execution left half done the one that came through holds.
   */
  use(query: Query): void {
    if (!this.worn.delete(query.id)) return;
    const terms = this.terms(query);
    if (this.of(query.id).some((agreed) => sameTerms(agreed, terms))) this.settle(query.id, terms);
  }

  forget(query: string): void {
    this.effects.store.delete(this.nameOf(query));
  }

  /** Forgets what was agreed to, in any spreadsheet, for queries that read with a login that is gone. */
  forgetLogin(login: string): void {
    for (const [name, value] of Object.entries(this.effects.store.all())) {
      if (!name.startsWith(PREFIX)) continue;
      const terms = parsed(value)?.terms ?? [];
      if (terms.some(({ accounts }) => accounts?.includes(`"${login}/`))) this.effects.store.delete(name);
    }
  }

  private read(query: string): Agreement | null {
    return parsed(this.effects.store.get(this.nameOf(query)));
  }

  private add(query: string, terms: Terms, names?: Names): Terms {
    const before = this.of(query).find((agreed) => !sameTerms(agreed, terms));
    this.write(query, before ? [terms, before] : [terms], names);
    return terms;
  }

  private write(query: string, terms: Terms[], names = this.read(query)?.names): void {
    const at = this.effects.clock.now();
    const textOf = (kept: Terms[], called?: Names) =>
      JSON.stringify({
        version: AGREEMENT_VERSION,
        at,
        terms: kept,
        ...(called ? { names: called } : {}),
      } satisfies Agreement);
    // Where all of it is too long, what accounts are called goes first, then what held before.
    const texts = [textOf(terms, names), textOf(terms, {}), textOf(terms.slice(0, 1), {})];
    const text = texts.find(({ length }) => length <= LONGEST) ?? texts[2];
    this.effects.store.set(this.nameOf(query), text);
  }

  private dropOldest(): void {
    const kept = Object.entries(this.effects.store.all())
      .filter(([name]) => name.startsWith(PREFIX))
      .map(([name, value]) => ({ name, length: name.length + value.length, at: parsed(value)?.at ?? 0 }))
      .sort((a, b) => b.at - a.at);
    let length = 0;
    for (const entry of kept) {
      length += entry.length;
      if (length > MOST_CHARACTERS) this.effects.store.delete(entry.name);
    }
  }

  private nameOf(query: string): string {
    return `${PREFIX}${this.effects.spreadsheet()}.${query}`;
  }
}

function namesOf({ accounts }: Query): Names | undefined {
  const names = Object.fromEntries(accounts.map((account) => [accountKey(account), account.name]));
  return JSON.stringify(names).length > MOST_NAMES ? {} : names;
}

/** By what an account is known among the names that were agreed to. */
export function accountKey({ login, workspace }: Pick<QueryAccount, 'login' | 'workspace'>): string {
  return `${login}/${workspace}`;
}

/** An agreement of a form that isn't known, also of a newer add-on, is as good as none: the person is asked again. */
function parsed(value: string | null): Agreement | null {
  try {
    const result = v.safeParse(agreementSchema, JSON.parse(value ?? ''));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
