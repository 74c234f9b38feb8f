import { sha256 } from './digest';

/** Of the 128 bits of a UUID 122 are random: three have more than 32 bytes of them. */
const UUIDS = 3;

/** 32 bytes that nobody can foresee: Google's random UUIDs, of which no bit shows. */
export function randomBytes(): Uint8Array {
  return sha256(Array.from({ length: UUIDS }, () => Utilities.getUuid()).join(' '));
}
