import * as v from 'valibot';
import type { Store } from '../store/store';
import type { Sharing } from './shared';

const PREFIX = 'login-shared.';

const schema = v.object({ name: v.string(), at: v.number() });

/**
 * What this person shares and where, in their own store: a copy in a spreadsheet that isn't noted here was not put there by
 * them, or was to be taken back.
 */
export class Shares {
  constructor(
    /** Of this person alone, in every spreadsheet. */
    private readonly store: Store,
    private readonly spreadsheet: () => string,
  ) {}

  /** What they share in this spreadsheet, by login. */
  here(): Map<string, Sharing> {
    const prefix = this.nameOf('');
    const found = Object.entries(this.store.all()).flatMap(([name, value]): [string, Sharing][] => {
      const sharing = name.startsWith(prefix) ? parsed(value) : null;
      return sharing ? [[name.slice(prefix.length), sharing]] : [];
    });
    return new Map(found);
  }

  /** In how many other spreadsheets they share each login, as far as is known: those may have been deleted. */
  elsewhere(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const name of Object.keys(this.store.all())) {
      if (!name.startsWith(PREFIX) || name.startsWith(this.nameOf(''))) continue;
      const login = name.slice(name.lastIndexOf('.') + 1);
      counts.set(login, (counts.get(login) ?? 0) + 1);
    }
    return counts;
  }

  /** Whether they share a login in this spreadsheet, by their store that was read whole. */
  isIn(values: Record<string, string>, login: string): boolean {
    return parsed(values[this.nameOf(login)] ?? null) !== null;
  }

  get(login: string): Sharing | null {
    return parsed(this.store.get(this.nameOf(login)));
  }

  /** Raises `store-full`. */
  set(login: string, sharing: Sharing): void {
    this.store.set(this.nameOf(login), JSON.stringify(sharing));
  }

  delete(login: string): void {
    this.store.delete(this.nameOf(login));
  }

  private nameOf(login: string): string {
    return `${PREFIX}${this.spreadsheet()}.${login}`;
  }
}

function parsed(value: string | null): Sharing | null {
  try {
    return v.parse(schema, JSON.parse(value ?? ''));
  } catch {
    return null;
  }
}
