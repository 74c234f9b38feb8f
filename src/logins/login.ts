import * as v from 'valibot';
import { type ApiKey, apiKey } from '../clockify/apiKey';
import { type Problem, raise } from '../problems/problem';
import { WEEKDAYS, type WeekStart } from '../query/period';
import type { Lock } from '../store/lock';
import type { Store } from '../store/store';

/** The version of the stored form that this add-on writes; one without a version is from before there were any. */
const LOGIN_VERSION = 1;

/** Whose a login is: of the person who runs the script alone, or of everybody who uses the add-on in this spreadsheet. */
export type Owner = 'person' | 'spreadsheet';

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
  /** Where whoever runs the script has it from: of their own it is `person`, also where they share it. */
  owner: Owner;
  /** Who shares it in this spreadsheet, by the name they gave, and since when; null where nobody does. */
  sharedBy: { name: string; at: number } | null;
  /** When Clockify refused its key, which isn't tried again until it is mended; null while it works. */
  refusedAt: number | null;
  key: ApiKey;
}

const storedSchema = v.object({
  version: v.optional(v.literal(LOGIN_VERSION)),
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

/** Where the logins of one owner are kept, and the lock that is held while they are changed. */
export interface LoginHome {
  owner: Owner;
  store: Store;
  lock: Lock;
}

/** The logins that whoever runs the script may use, wherever they are kept. */
export class Logins {
  /** Those that were asked for: an execution needs the same ones again and again. */
  private readonly known = new Map<string, Login>();

  constructor(private readonly homes: LoginHome[]) {}

  all(): Login[] {
    return this.homes
      .flatMap((home) =>
        Object.entries(home.store.all()).map(([name, value]) =>
          name.startsWith(PREFIX) ? read(value, home) : null,
        ),
      )
      .filter((login) => login !== null)
      .sort((a, b) => a.addedAt - b.addedAt);
  }

  /** Raises `login-unknown`. */
  get(id: string): Login {
    const login = this.known.get(id) ?? this.find(id) ?? raise(unknownLogin());
    this.known.set(id, login);
    return login;
  }

  /** Forgets what was read: what this person changed in another execution is seen. */
  reload(): void {
    this.known.clear();
  }

  /** Does `work` while nobody else changes the logins of an owner. Raises `busy`. */
  hold<T>(owner: Owner, work: () => T): T {
    return this.homeOf(owner).lock.hold(() => {
      this.reload();
      return work();
    });
  }

  /** Raises `store-full`. */
  save({ owner, sharedBy: _, refusedAt: __, ...login }: Login): void {
    const stored = { version: LOGIN_VERSION, ...login, key: login.key.reveal() };
    this.homeOf(owner).store.set(PREFIX + login.id, JSON.stringify(stored));
    this.reload();
  }

  remove({ id, owner }: Pick<Login, 'id' | 'owner'>): void {
    this.homeOf(owner).store.delete(PREFIX + id);
    this.reload();
  }

  private find(id: string): Login | null {
    for (const home of this.homes) {
      const login = read(home.store.get(PREFIX + id), home);
      if (login) return login;
    }
    return null;
  }

  private homeOf(owner: Owner): LoginHome {
    return this.homes.find((home) => home.owner === owner) ?? raise(unknownLogin());
  }
}

/** One of a form that isn't known, also of a newer add-on, is as good as none. */
function read(value: string | null, { owner }: LoginHome): Login | null {
  if (value === null) return null;
  try {
    const { version: _, ...login } = v.parse(storedSchema, JSON.parse(value));
    return { ...login, owner, sharedBy: null, refusedAt: null, key: apiKey(login.key) };
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
