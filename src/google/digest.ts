/** The SHA-256 of a text's UTF-8: 32 bytes. */
export function sha256(text: string): Uint8Array {
  // Java's bytes go from -128 to 127.
  const bytes = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8);
  return Uint8Array.from(bytes, (byte) => byte & 0xff);
}

/** The first half of a text's SHA-256, in hexadecimal digits: nobody can find another text for it. */
export function digest(text: string): string {
  return Array.from(sha256(text).slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
