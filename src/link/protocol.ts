import * as v from 'valibot';
import { LINK_DAYS } from './names';

/*
 * What is said between a page that was opened by a link, the link project, and the add-on's server. The project sees sealed
 * texts only: what opens them stands in the link's fragment, which no server is sent.
 */

/** How a link is, to whoever has it. `unknown` is also one that expired so long ago that nothing is left of it. */
export type LinkState = 'open' | 'answered' | 'used' | 'withdrawn' | 'expired' | 'unknown';

/** Of a link's id, which nobody can guess. */
const ID = /^[0-9a-f]{32}$/;
/** Of a sealed text: its form, then bytes in hexadecimal digits, 28 of them what sealing adds. */
const SEALED = /^1\.([0-9a-f]{2}){28,3000}$/;

export const linkId = v.pipe(v.string(), v.maxLength(32), v.regex(ID, 'an id is expected'));
export const sealedText = v.pipe(
  v.string(),
  v.maxLength(6002, 'a sealed text is expected'),
  v.regex(SEALED, 'a sealed text is expected'),
);

/** What the page asks: how its link is, or, with a sealed answer, that this be kept for whoever asks. */
export const visitSchema = v.object({ link: linkId, answer: v.optional(sealedText) });
export type Visit = v.InferOutput<typeof visitSchema>;

/** What the page is told. */
export interface Told {
  state: LinkState;
  /** Who asks for what, sealed; only while the link is open. */
  ask: string | null;
  /** When it stops being open, in milliseconds since 1970; null for one that isn't known. */
  expiresAt: number | null;
  /** Whether the answer that was sent is the one that is kept. */
  kept: boolean;
}

/** The most links that are asked about at once. */
export const MOST_LOOKED_AT = 50;

const token = v.pipe(v.string(), v.maxLength(500));

/** What the add-on's server may order, each with the token that only it has. */
export const orderSchema = v.variant('order', [
  /** Makes a link. `person` stands for who asks: nobody may fill the store alone. */
  v.object({
    token,
    order: v.literal('make'),
    link: linkId,
    ask: sealedText,
    days: v.picklist(LINK_DAYS),
    person: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  }),
  /** How links are. */
  v.object({ token, order: v.literal('look'), links: v.pipe(v.array(linkId), v.maxLength(MOST_LOOKED_AT)) }),
  /** Gives the sealed answer, and changes nothing. */
  v.object({ token, order: v.literal('take'), link: linkId }),
  /** Deletes the sealed answer: what was in it is kept where it belongs. */
  v.object({ token, order: v.literal('finish'), link: linkId }),
  /** Lets nobody answer any more, and deletes the answer that is there. */
  v.object({ token, order: v.literal('withdraw'), link: linkId }),
]);
export type Order = v.InferOutput<typeof orderSchema>;
/** An order without the token that goes with it. */
export type Wish = Order extends infer One ? (One extends unknown ? Omit<One, 'token'> : never) : never;

/** What comes of an order. */
export const doneSchema = v.object({
  /** The links that were asked about, in order; of the others the one that was ordered about. */
  states: v.pipe(
    v.array(v.picklist(['open', 'answered', 'used', 'withdrawn', 'expired', 'unknown'])),
    v.maxLength(MOST_LOOKED_AT),
  ),
  /** The sealed answer that was taken. */
  answer: v.nullable(sealedText),
  /** When a link that was made stops being open. */
  expiresAt: v.nullable(v.number()),
});
export type Done = v.InferOutput<typeof doneSchema>;
