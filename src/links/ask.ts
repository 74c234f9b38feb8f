import { bytesToHex } from '@noble/ciphers/utils.js';
import { askName, type LINK_DAYS, LONGEST_ASKER, LONGEST_PURPOSE } from '../link/names';
import { raise } from '../problems/problem';
import { plainText } from '../query/plainText';
import { sealText } from '../seal/gcm';
import type { Linking } from './linking';
import type { OwnLink } from './ownLinks';
import { type LinkView, viewOf } from './view';

/** What a person wants to ask. */
export interface Asked {
  days: (typeof LINK_DAYS)[number];
  /** Who asks, and what for, as the person who is asked reads it. */
  asker: string;
  purpose: string;
}

/** An id is long enough that nobody finds one by trying. */
const ID_BYTES = 16;

/**
 * Makes a link by which somebody can give access without a key in a mail or a chat. What opens their answer is drawn here and
 * goes into the link's fragment; the link project gets neither it nor, in readable form, who asks. Raises `links-off`,
 * `links-too-many`, `arguments-invalid`, `store-full`, and what kept the link project from answering.
 */
export function askForAccess({ own, office, managing, ...linking }: Linking, asked: Asked): LinkView {
  const address = office.address();
  const asker = said(asked.asker, LONGEST_ASKER, 'who asks');
  const purpose = said(asked.purpose, LONGEST_PURPOSE, 'what for');
  const id = bytesToHex(linking.randomBytes()).slice(0, 2 * ID_BYTES);
  const secret = bytesToHex(linking.randomBytes());
  const ask = sealText(secret, linking.randomBytes(), askName(id), JSON.stringify({ asker, purpose }));
  const createdAt = managing.clock.now();
  own.sweep(createdAt);
  const { expiresAt } = office.order({
    order: 'make',
    link: id,
    ask,
    days: asked.days,
    person: linking.personKey(),
  });
  const link: OwnLink = {
    id,
    secret,
    asker,
    purpose,
    days: asked.days,
    createdAt,
    expiresAt: expiresAt ?? createdAt,
    state: 'open',
    settled: false,
  };
  // Nobody has its address yet: where it can't be kept, the one that was made expires unseen.
  own.save(link);
  return viewOf(link, 'open', address);
}

function said(text: string, most: number, what: string): string {
  const plain = plainText(text, most);
  if (plain !== '') return plain;
  return raise({
    code: 'arguments-invalid',
    scope: {},
    title: `The link doesn't say ${what} yet.`,
    remedy: 'Whoever opens it has to know: type it.',
    retry: 'never',
  });
}
