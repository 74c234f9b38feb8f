import { bytesToHex } from '@noble/ciphers/utils.js';
import { openText, sealText } from '../seal/gcm';
import type { Lock } from '../store/lock';
import type { Store } from '../store/store';

/** What a seal takes of the world. */
export interface SealEffects {
  /** Of the script: no spreadsheet, and nobody who edits one, has it. */
  store: Store;
  /** Of the script. */
  lock: Lock;
  /** The id of the spreadsheet. */
  spreadsheet(): string;
  /** SHA-256 of a text: 32 bytes. */
  sha256(text: string): Uint8Array;
  /** 32 bytes that nobody can foresee. */
  randomBytes(): Uint8Array;
}

const SECRET = 'sealing-secret';

/**
 * Seals texts for one spreadsheet by AES-256-GCM, so that what is kept in its document properties can't be read, altered or
 * used under another name or in another spreadsheet by whoever gets at those. What that is worth stands in
 * docs/decisions/shared-logins.md.
 */
export class Seal {
  private key: string | null = null;

  constructor(private readonly effects: SealEffects) {}

  /** Seals a text under a name, without which it can't be opened. Raises `store-full`, `busy`. */
  seal(name: string, text: string): string {
    const key = this.knownKey() ?? this.keyOf(this.newSecret());
    return sealText(key, this.effects.randomBytes(), this.boundTo(name), text);
  }

  /** The text that was sealed under a name in this spreadsheet; null for any other, and for one that was altered. */
  open(name: string, sealed: string): string | null {
    const key = this.knownKey();
    return key === null ? null : openText(key, this.boundTo(name), sealed);
  }

  /** Two who seal at once for the first time must not make a secret each. */
  private newSecret(): string {
    const { store, lock, randomBytes } = this.effects;
    return lock.hold(() => {
      const made = store.get(SECRET);
      if (made !== null) return made;
      const secret = bytesToHex(randomBytes());
      store.set(SECRET, secret);
      return secret;
    });
  }

  /** Null while the script has no secret yet. */
  private knownKey(): string | null {
    const secret = this.key === null ? this.effects.store.get(SECRET) : null;
    return secret === null ? this.key : this.keyOf(secret);
  }

  /** The key of this spreadsheet, which the script's secret and its id decide. */
  private keyOf(secret: string): string {
    const { sha256, spreadsheet } = this.effects;
    this.key = bytesToHex(sha256(`${secret} ${spreadsheet()}`));
    return this.key;
  }

  private boundTo(name: string): string {
    return `${this.effects.spreadsheet()} ${name}`;
  }
}
