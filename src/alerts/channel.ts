import * as v from 'valibot';
import type { Seal } from '../logins/seal';
import type { Store } from '../store/store';
import { type Webhook, webhookAt } from './webhook';

/** Where a spreadsheet's messages go. */
export interface Channel {
  webhook: Webhook;
  /** Who set it, by the name they go by here; null for somebody without one. */
  by: string | null;
  /** Milliseconds since 1970. */
  at: number;
  /** `spreadsheet`: whoever's refresh runs tells it. `person`: only refreshes of who set it do. */
  owner: 'spreadsheet' | 'person';
}

interface ChannelEffects {
  /** Seen by every user of the add-on in the spreadsheet. */
  document: Store;
  /** Seen by this person alone, in every spreadsheet. */
  user: Store;
  seal: Seal;
  spreadsheet(): string;
  /** Whether nobody who edits the spreadsheet can open its store. */
  isInstalled(): boolean;
}

const NAME = 'alert-channel';

const schema = v.object({
  version: v.literal(1),
  address: v.string(),
  by: v.nullable(v.string()),
  at: v.number(),
});

/**
 * The webhook of a spreadsheet: sealed among what all users of the add-on share, so that whoever's scheduled refresh runs can
 * tell, and nobody can read it. Where the add-on isn't installed, editors could: there it stays with the person who set it.
 */
export class StoredChannel {
  constructor(private readonly effects: ChannelEffects) {}

  /** Null where there is none, and where it can't be opened: of a copied file, or altered. */
  get(): Channel | null {
    const { document, user, seal } = this.effects;
    const sealed = document.get(NAME);
    const shared = sealed === null ? null : channelIn(seal.open(NAME, sealed), 'spreadsheet');
    return shared ?? channelIn(user.get(this.ownName()), 'person');
  }

  /** Takes the place of what was set before. Raises `store-full`, `busy`. */
  set(webhook: Webhook, by: string | null, at: number): void {
    const { document, user, seal, isInstalled } = this.effects;
    const text = JSON.stringify({ version: 1, address: webhook.reveal(), by, at });
    if (isInstalled()) {
      document.set(NAME, seal.seal(NAME, text));
      user.delete(this.ownName());
    } else {
      user.set(this.ownName(), text);
      document.delete(NAME);
    }
  }

  remove(): void {
    this.effects.document.delete(NAME);
    this.effects.user.delete(this.ownName());
  }

  private ownName(): string {
    return `${NAME}.${this.effects.spreadsheet()}`;
  }
}

function channelIn(text: string | null, owner: Channel['owner']): Channel | null {
  try {
    const { address, by, at } = v.parse(schema, JSON.parse(text ?? ''));
    const webhook = webhookAt(address);
    return webhook && { webhook, by, at, owner };
  } catch {
    return null;
  }
}
