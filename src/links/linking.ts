import type { Managing } from '../logins/managing';
import type { LinkOffice } from './office';
import type { OwnLinks } from './ownLinks';

/** What asking for access by links takes. */
export interface Linking {
  own: OwnLinks;
  office: LinkOffice;
  managing: Managing;
  /** 32 bytes that nobody can foresee. */
  randomBytes(): Uint8Array;
  /** Stands for whoever runs the script. */
  personKey(): string;
}
