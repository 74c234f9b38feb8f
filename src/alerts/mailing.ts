import * as v from 'valibot';
import type { Store } from '../store/store';

/** Sends mails as the person whose script runs: only in the edition that may. */
export interface Mailer {
  /** Raises `quota-used-up`, `permission-missing`. */
  send(to: string[], subject: string, text: string): void;
}

/** How many people somebody can have messages sent to: Google counts each of the day's hundred. */
export const MOST_ADDRESSES = 5;

/** What is an address of one mailbox, and holds nothing that could be taken for more. */
export const addressSchema = v.pipe(v.string(), v.trim(), v.maxLength(200), v.email());

const schema = v.object({
  version: v.literal(1),
  to: v.pipe(v.array(addressSchema), v.minLength(1), v.maxLength(MOST_ADDRESSES)),
});

/**
 * Where this person wants mails about a spreadsheet to go. In their own store: a mail goes out in the name of whoever's script
 * runs, so nobody else may say to whom.
 */
export class Mailing {
  constructor(
    private readonly user: Store,
    private readonly spreadsheet: () => string,
  ) {}

  /** Nobody, where there is none. */
  get(): string[] {
    try {
      return v.parse(schema, JSON.parse(this.user.get(this.name()) ?? '')).to;
    } catch {
      return [];
    }
  }

  /** Raises `store-full`. */
  set(to: string[]): void {
    if (to.length === 0) this.user.delete(this.name());
    else this.user.set(this.name(), JSON.stringify({ version: 1, to }));
  }

  private name(): string {
    return `alert-mail.${this.spreadsheet()}`;
  }
}
