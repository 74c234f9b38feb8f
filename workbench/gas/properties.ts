import { PlatformError, texts } from './errors';

const maxValue = 9 * 1024;
const maxStore = 500 * 1024;

/** One store of properties: texts by key, 9 KB each, 500 KB in all; sizes are counted in bytes of UTF-8. */
export class Properties {
  private entries = new Map<string, string>();

  get(key: string): string | null {
    return this.entries.get(key) ?? null;
  }

  all(): Record<string, string> {
    return Object.fromEntries(this.entries);
  }

  keys(): string[] {
    return [...this.entries.keys()];
  }

  /** Sets all or none. `only` drops every other key. */
  set(values: Readonly<Record<string, string>>, only = false): void {
    for (const [key, value] of Object.entries(values)) {
      if (Buffer.byteLength(key) > maxValue) throw new PlatformError(texts.argumentTooLarge('key'));
      if (Buffer.byteLength(value) > maxValue) throw new PlatformError(texts.argumentTooLarge('value'));
    }
    const next = new Map([...(only ? [] : this.entries), ...Object.entries(values)]);
    if (size(next) > maxStore) throw new PlatformError(texts.propertyQuota);
    this.entries = next;
  }

  delete(key: string): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }
}

function size(entries: ReadonlyMap<string, string>): number {
  let bytes = 0;
  for (const [key, value] of entries) bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
  return bytes;
}
