import { problemOf } from '../problems/problem';
import type { Store } from '../store/store';

const REFUSED = 'login-refused.';
const USED = 'login-used.';

/** How old the moment of the last use may become before it is written anew, in milliseconds. */
const AN_HOUR = 3_600_000;

/** What happened to logins, beside them in a store, in milliseconds since 1970: when a key was refused, when it was used. */
export class Marks {
  constructor(private readonly store: Store) {}

  refusedAt(login: string): number | null {
    return moment(this.store.get(REFUSED + login));
  }

  /** Raises `store-full`. */
  refuse(login: string, at: number): void {
    this.store.set(REFUSED + login, String(at));
  }

  restore(login: string): void {
    if (this.refusedAt(login) !== null) this.store.delete(REFUSED + login);
  }

  /** Written once an hour at most. A full store forgets it: that is no reason to refuse what the login is used for. */
  use(login: string, at: number): void {
    const known = moment(this.store.get(USED + login));
    if (known !== null && known > at - AN_HOUR) return;
    try {
      this.store.set(USED + login, String(at));
    } catch (error) {
      if (problemOf(error).code !== 'store-full') throw error;
    }
  }

  forget(login: string): void {
    this.store.delete(REFUSED + login);
    this.store.delete(USED + login);
  }
}

/** The moments in a store that was read whole. */
export function marksIn(values: Record<string, string>) {
  return {
    refusedAt: (login: string) => moment(values[REFUSED + login]),
    usedAt: (login: string) => moment(values[USED + login]),
  };
}

function moment(value: string | null | undefined): number | null {
  const at = Number(value ?? Number.NaN);
  return Number.isFinite(at) ? at : null;
}
