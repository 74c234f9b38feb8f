import { type Problem, problemOf, raise } from '../problems/problem';
import type { Clock } from '../store/clock';
import type { Lock } from '../store/lock';
import type { Store } from '../store/store';
import type { Login, Owner } from './login';
import { Marks, marksIn } from './marks';
import { freeName } from './names';
import type { SharedCopy, SharedLogins, Sharing } from './shared';
import { Shares } from './shares';
import { loginInText, textOfLogin } from './stored';

/** What logins are kept with. */
export interface LoginsEffects {
  /** Of this person alone, in every spreadsheet. */
  store: Store;
  clock: Clock;
  /** Held while this person's logins are changed, and the one held while what is shared is: in this order. */
  locks: Record<Owner, Lock>;
  shared: SharedLogins;
  /** The id of the spreadsheet. */
  spreadsheet(): string;
}

const PREFIX = 'login.';

/**
 * The logins that whoever runs the script may use: their own, which stay in their own store also where they share them, and
 * those that others share in this spreadsheet.
 */
export class Logins {
  /** Those that were asked for: an execution needs the same ones again and again. */
  private readonly known = new Map<string, Login>();
  private readonly own: Marks;
  private readonly common: Marks;
  private readonly shares: Shares;

  constructor(private readonly effects: LoginsEffects) {
    this.own = new Marks(effects.store);
    this.common = new Marks(effects.shared.store);
    this.shares = new Shares(effects.store, effects.spreadsheet);
  }

  /** Each once: this person's own from the oldest on, then what others share. Reads both stores once. */
  all(): Login[] {
    return this.read().logins;
  }

  /** When each was used last, in milliseconds since 1970; those that never were are left out. */
  lastUsed(): Map<string, number> {
    const { logins, mine, common } = this.read();
    const moments = logins.map(({ id, sharedBy }): [string, number] => {
      const shared = sharedBy ? (marksIn(common).usedAt(id) ?? 0) : 0;
      return [id, Math.max(marksIn(mine).usedAt(id) ?? 0, shared)];
    });
    return new Map(moments.filter(([, at]) => at > 0));
  }

  /** In how many other spreadsheets this person shares each login, as far as is known. */
  sharedElsewhere(): Map<string, number> {
    return this.shares.elsewhere();
  }

  /** Raises `login-unknown`. */
  get(id: string): Login {
    return this.find(id) ?? raise(unknownLogin());
  }

  /** Null for one that this person may not use. */
  find(id: string): Login | null {
    const login = this.known.get(id) ?? this.look(id);
    if (login) this.known.set(id, login);
    return login;
  }

  /** A login of this person's own. Raises `login-unknown`, and `login-shared` for one of another. */
  mine(id: string): Login {
    const login = this.get(id);
    return login.owner === 'person' ? login : raise(loginShared(login));
  }

  /** Forgets what was read: what was changed in another execution is seen. */
  reload(): void {
    this.known.clear();
  }

  /** Does `work` while nobody else changes the logins of an owner. Raises `busy`. */
  hold<T>(owner: Owner, work: () => T): T {
    return this.effects.locks[owner].hold(() => {
      this.reload();
      return work();
    });
  }

  /**
   * Keeps a login of this person's own. Its copy here follows, or does when they open the sidebar next. Raises `store-full`,
   * and `login-shared` for one of another.
   */
  save(login: Login): void {
    if (login.owner !== 'person') raise(loginShared(login));
    this.effects.store.set(PREFIX + login.id, textOfLogin(login));
    this.reload();
    if (login.sharedBy !== null) this.renewCopies();
  }

  /** Deletes a login of this person's own, which is shared here no more. */
  remove({ id }: Pick<Login, 'id'>): void {
    this.own.forget(id);
    this.effects.store.delete(PREFIX + id);
    this.reload();
  }

  /**
   * Notes in this person's own store that they share a login here, before they do: an execution that ends in between leaves
   * nothing shared that they don't know of. Raises `store-full`.
   */
  noteShare(id: string, sharing: Sharing): void {
    this.shares.set(id, sharing);
  }

  /** Shares a login of this person's own here. Raises `store-full`, `busy`. */
  share(login: Login, sharing: Sharing): void {
    if (login.refusedAt === null) this.common.restore(login.id);
    else this.common.refuse(login.id, login.refusedAt);
    this.effects.shared.put(login, sharing);
    this.reload();
  }

  /** Takes the shared copy of a login out of this spreadsheet. */
  removeCopy(id: string): void {
    this.effects.shared.remove(id);
    this.common.forget(id);
    this.reload();
  }

  /** Forgets that this person shares a login here. */
  forgetShare(id: string): void {
    this.shares.delete(id);
  }

  /**
   * Renews the copies here of this person's own logins that aren't as their owner's. One that a colleague removed stays removed.
   * What can't be done now waits for the next time.
   */
  renewCopies(): void {
    if (this.unsettled().renewed.length === 0) return;
    try {
      this.hold('spreadsheet', () => {
        for (const { login, sharing } of this.unsettled().renewed) {
          const before = this.effects.shared.get(login.id)?.login.key.reveal();
          this.effects.shared.put(login, sharing);
          if (before !== login.key.reveal()) this.common.restore(login.id);
        }
      });
    } catch (error) {
      if (!['busy', 'store-full'].includes(problemOf(error).code)) throw error;
    } finally {
      this.reload();
    }
  }

  /**
   * What of this person's logins isn't in this spreadsheet as their own store says: copies to be renewed, and logins that are
   * shared no more: a colleague removed the copy, the login was deleted elsewhere, or an execution ended while it was taken back.
   */
  unsettled(): { renewed: { login: Login; sharing: Sharing }[]; ended: string[] } {
    const { logins, common } = this.read();
    const { shared } = this.effects;
    const own = new Map(logins.filter(({ owner }) => owner === 'person').map((login) => [login.id, login]));
    const here = this.shares.here();
    const copies = shared.copiesIn(common);
    const renewed: { login: Login; sharing: Sharing }[] = [];
    const ended: string[] = [];
    for (const id of new Set([...here.keys(), ...own.keys()])) {
      const [login, sharing] = [own.get(id), here.get(id)];
      const there = shared.isIn(common, id);
      if (login && sharing && there) {
        if (!isOf(copies.get(id), login, sharing)) renewed.push({ login, sharing });
      } else if (sharing || there) {
        ended.push(id);
      }
    }
    return { renewed, ended };
  }

  /** Notes that Clockify refuses the key, for all who may use it. */
  refuse({ id, owner, sharedBy }: Login, at: number): void {
    if (owner === 'person') this.own.refuse(id, at);
    if (sharedBy !== null) this.common.refuse(id, at);
    this.reload();
  }

  /** Notes that the key works, or is another. */
  restore({ id, owner, sharedBy }: Login): void {
    if (owner === 'person') this.own.restore(id);
    if (sharedBy !== null) this.common.restore(id);
    this.reload();
  }

  /** Notes that a login is used. */
  use({ id, sharedBy }: Login): void {
    (sharedBy === null ? this.own : this.common).use(id, this.effects.clock.now());
  }

  /** Both stores, read whole, and the logins in them. */
  private read() {
    const { store, shared } = this.effects;
    const [mine, common] = [store.all(), shared.store.all()];
    const copies = shared.copiesIn(common);
    const own = Object.entries(mine).flatMap(([name, text]) => {
      const login = name.startsWith(PREFIX) ? loginInText(text) : null;
      if (login === null) return [];
      const noted = this.shares.isIn(mine, login.id);
      const sharedBy = (noted && copies.get(login.id)?.sharedBy) || null;
      const refused = sharedBy && marksIn(common).refusedAt(login.id);
      const refusedAt = marksIn(mine).refusedAt(login.id) ?? refused;
      return [{ ...login, owner: 'person' as const, sharedBy, refusedAt }];
    });
    const logins: Login[] = own.sort((a, b) => a.addedAt - b.addedAt);
    const ids = new Set(logins.map(({ id }) => id));
    const foreign = [...copies.values()].filter(({ login }) => !ids.has(login.id));
    for (const { login, sharedBy } of foreign.sort((a, b) => a.sharedBy.at - b.sharedBy.at)) {
      const name = freeName(login.name, logins);
      const refusedAt = marksIn(common).refusedAt(login.id);
      logins.push({ ...login, name, owner: 'spreadsheet', sharedBy, refusedAt });
    }
    return { logins, mine, common };
  }

  private look(id: string): Login | null {
    const login = loginInText(this.effects.store.get(PREFIX + id));
    if (login === null) return this.all().find((other) => other.id === id) ?? null;
    const copy = this.effects.shared.get(id);
    // A copy that its owner's own store doesn't know of was not put there by them.
    const sharedBy = copy !== null && this.shares.get(id) !== null ? copy.sharedBy : null;
    const refusedAt = this.own.refusedAt(id) ?? (sharedBy && this.common.refusedAt(id));
    return { ...login, owner: 'person', sharedBy, refusedAt };
  }
}

/** Whether a copy holds a login as it is, shared as its owner noted it. */
function isOf(copy: SharedCopy | undefined, login: Login, sharing: Sharing): boolean {
  if (!copy) return false;
  const { name, at } = copy.sharedBy;
  return name === sharing.name && at === sharing.at && textOfLogin(copy.login) === textOfLogin(login);
}

function loginShared({ name, sharedBy }: Login): Problem {
  const sharer = sharedBy?.name || 'whoever shares it';
  return {
    code: 'login-shared',
    scope: { login: name },
    title: `The login ${name} is shared by ${sharer}: nobody else can change it.`,
    remedy: `Ask ${sharer} to do it, or connect with a key of your own.`,
    retry: 'never',
  };
}

function unknownLogin(): Problem {
  return {
    code: 'login-unknown',
    scope: {},
    title: 'You have no such login here: it was deleted, is shared no more, or is private to somebody else.',
    remedy: 'Use a login of your own for the query, or ask whoever made it to share theirs.',
    retry: 'never',
  };
}
