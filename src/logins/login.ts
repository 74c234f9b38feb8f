import * as v from 'valibot';
import { type ApiKey, apiKey } from '../clockify/apiKey';
import { type Problem, raise } from '../problems/problem';
import { WEEKDAYS, type WeekStart } from '../query/period';
import type { Store } from '../store/store';

/** A named Clockify API key with its region, and whose key it is. */
export interface Login {
  id: string;
  name: string;
  /** `global`, `eu`, `us`, `uk`, `au` or a sub-domain. */
  region: string;
  /** The key's owner at Clockify. */
  user: { id: string; name: string; email: string };
  /** The owner's zone and first day of the week, from the profile. */
  timeZone: string;
  weekStart: WeekStart;
  /** The workspace the owner works in; the one to suggest. */
  activeWorkspace: string | null;
  addedAt: number;
  key: ApiKey;
}

const storedSchema = v.object({
  id: v.string(),
  name: v.string(),
  region: v.string(),
  user: v.object({ id: v.string(), name: v.string(), email: v.string() }),
  timeZone: v.string(),
  weekStart: v.picklist(WEEKDAYS),
  activeWorkspace: v.nullable(v.string()),
  addedAt: v.number(),
  key: v.string(),
});

const PREFIX = 'login.';

/** The logins of the person who runs the script. They live in user properties: nobody else can read them. */
export class Logins {
  constructor(private readonly store: Store) {}

  all(): Login[] {
    return Object.entries(this.store.all())
      .filter(([name]) => name.startsWith(PREFIX))
      .map(([, value]) => read(value))
      .filter((login) => login !== null)
      .sort((a, b) => a.addedAt - b.addedAt);
  }

  /** Raises `login-unknown`. */
  get(id: string): Login {
    return read(this.store.get(PREFIX + id)) ?? raise(unknownLogin());
  }

  /** Raises `store-full`. */
  save(login: Login): void {
    this.store.set(PREFIX + login.id, JSON.stringify({ ...login, key: login.key.reveal() }));
  }

  remove(id: string): void {
    this.store.delete(PREFIX + id);
  }
}

function read(value: string | null): Login | null {
  if (value === null) return null;
  try {
    const login = v.parse(storedSchema, JSON.parse(value));
    return { ...login, key: apiKey(login.key) };
  } catch {
    return null;
  }
}

function unknownLogin(): Problem {
  return {
    code: 'login-unknown',
    scope: {},
    title: 'You have no such login here: it was deleted, or the query was made by somebody else.',
    remedy: 'Connect to Clockify with a key of your own, then choose the accounts of the query again.',
    retry: 'never',
  };
}
