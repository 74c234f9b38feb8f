/** The first half of a text's SHA-256, in hexadecimal digits: nobody can find another text for it. */
export function digest(text: string): string {
  const bytes = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8);
  return bytes
    .slice(0, 16)
    .map((byte) => (byte & 0xff).toString(16).padStart(2, '0'))
    .join('');
}
