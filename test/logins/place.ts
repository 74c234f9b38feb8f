import { createHash } from 'node:crypto';
import { Logins } from '../../src/logins/logins';
import { Seal } from '../../src/logins/seal';
import { SharedLogins } from '../../src/logins/shared';
import type { Lock } from '../../src/store/lock';
import type { Store } from '../../src/store/store';
import { memoryStore } from '../agreements/memory';

/** Where logins are kept in memory: a script with spreadsheets, in which people have stores of their own. */
export class Place {
  /** The spreadsheet that executions run in. */
  spreadsheet = 'sheet';
  now = 1_000_000_000;
  /** Locks that were held, in order. */
  readonly held: string[] = [];
  private readonly stores = new Map<string, Store>();
  private randoms = 0;

  /** The store of a person; `document SPREADSHEET`, `script`. */
  store(name: string): Store {
    const store = this.stores.get(name) ?? memoryStore();
    this.stores.set(name, store);
    return store;
  }

  /** The store of the spreadsheet. */
  get document(): Store {
    return this.store(`document ${this.spreadsheet}`);
  }

  /** The seal as a new execution has it. */
  seal(): Seal {
    return new Seal({
      store: this.store('script'),
      lock: this.lock('script'),
      spreadsheet: () => this.spreadsheet,
      sha256: (text) => Uint8Array.from(createHash('sha256').update(text).digest()),
      randomBytes: () =>
        Uint8Array.from(
          createHash('sha256')
            .update(`random ${++this.randoms}`)
            .digest(),
        ),
    });
  }

  /** The logins of a person, as a new execution has them. */
  logins(person: string): Logins {
    return new Logins({
      store: this.store(person),
      clock: { now: () => this.now, sleep: () => undefined },
      locks: { person: this.lock(person), spreadsheet: this.lock('the spreadsheet') },
      shared: new SharedLogins(this.document, this.seal()),
      spreadsheet: () => this.spreadsheet,
    });
  }

  private lock(of: string): Lock {
    return {
      hold: (work) => {
        this.held.push(`lock of ${of}`);
        return work();
      },
    };
  }
}
