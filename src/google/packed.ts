/** A text compressed, in single-byte characters. */
export function pack(text: string): string {
  return Utilities.base64Encode(Utilities.gzip(Utilities.newBlob(text)).getBytes());
}

/** The text that `pack` compressed; null for what it didn't. */
export function unpack(packed: string): string | null {
  try {
    const blob = Utilities.newBlob(Utilities.base64Decode(packed), 'application/x-gzip');
    return Utilities.ungzip(blob).getDataAsString();
  } catch {
    return null;
  }
}
