import * as v from 'valibot';
import type { Store } from '../store/store';
import type { Seal } from './seal';
import { loginInText, type StoredLogin, textOfLogin } from './stored';

/** Who shares a login, by the name that they gave, and since when (milliseconds since 1970). */
export interface Sharing {
  name: string;
  at: number;
}

/** A copy of a login that everybody who uses the add-on in this spreadsheet may refresh with. */
export interface SharedCopy {
  login: StoredLogin;
  sharedBy: Sharing;
}

const PREFIX = 'shared-login.';

const copySchema = v.object({
  version: v.literal(1),
  login: v.string(),
  sharedBy: v.object({ name: v.string(), at: v.number() }),
});

/** Under what the copy of a login is kept. */
export function nameOfCopy(login: string): string {
  return PREFIX + login;
}

/** Whether something in the store of a spreadsheet is of a shared login: the copy, what it sees, what happened to it. */
export function isOfLogins(name: string): boolean {
  return [PREFIX, 'workspace.', 'login-'].some((prefix) => name.startsWith(prefix));
}

/** The logins that are shared in a spreadsheet: sealed copies in its document properties, each under its login's id. */
export class SharedLogins {
  /** Copies that were opened, by the sealed text: an execution looks at the same ones again and again. */
  private readonly opened = new Map<string, SharedCopy | null>();

  constructor(
    /** Seen by every user of the add-on in the spreadsheet. */
    readonly store: Store,
    private readonly seal: Seal,
  ) {}

  /** The copies in a store that was read whole, by login; what can't be opened is as good as not there. */
  copiesIn(values: Record<string, string>): Map<string, SharedCopy> {
    const found = Object.entries(values).flatMap(([name, sealed]): [string, SharedCopy][] => {
      const id = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : null;
      const copy = id === null ? null : this.open(id, sealed);
      return id === null || copy === null ? [] : [[id, copy]];
    });
    return new Map(found);
  }

  get(id: string): SharedCopy | null {
    const sealed = this.store.get(nameOfCopy(id));
    return sealed === null ? null : this.open(id, sealed);
  }

  /** Whether something is in the place of a copy in a store that was read whole, also if it can't be opened. */
  isIn(values: Record<string, string>, id: string): boolean {
    return values[nameOfCopy(id)] !== undefined;
  }

  /** Raises `store-full`, `busy`. */
  put(login: StoredLogin, sharedBy: Sharing): void {
    const text = JSON.stringify({ version: 1, login: textOfLogin(login), sharedBy });
    this.store.set(nameOfCopy(login.id), this.seal.seal(login.id, text));
  }

  remove(id: string): void {
    this.store.delete(nameOfCopy(id));
  }

  private open(id: string, sealed: string): SharedCopy | null {
    const place = `${id} ${sealed}`;
    const known = this.opened.get(place);
    if (known !== undefined) return known;
    const copy = copyIn(this.seal.open(id, sealed));
    const found = copy?.login.id === id ? copy : null;
    this.opened.set(place, found);
    return found;
  }
}

function copyIn(text: string | null): SharedCopy | null {
  try {
    const { login: stored, sharedBy } = v.parse(copySchema, JSON.parse(text ?? ''));
    const login = loginInText(stored);
    return login && { login, sharedBy };
  } catch {
    return null;
  }
}
