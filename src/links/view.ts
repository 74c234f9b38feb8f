import type { LinkState } from '../link/protocol';
import type { OwnLink } from './ownLinks';
import { textToSend } from './text';

/** A link as the sidebar shows it. */
export interface LinkView {
  id: string;
  /** Where it leads; null when nobody can answer it any more. */
  url: string | null;
  /** What to send to whoever is asked, with the address in it. */
  text: string | null;
  asker: string;
  purpose: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  expiresAt: number;
  /** `answered` waits to be picked up; `used` was. */
  state: Exclude<LinkState, 'unknown'>;
}

export function viewOf(link: OwnLink, state: LinkView['state'], address: string | null): LinkView {
  const { id, asker, purpose, createdAt, expiresAt, secret } = link;
  const url = state === 'open' && secret !== null && address !== null ? `${address}#${id}.${secret}` : null;
  return {
    id,
    url,
    text: url === null ? null : textToSend(link, url),
    asker,
    purpose,
    createdAt,
    expiresAt,
    state,
  };
}
