import { PlatformError, texts } from './errors';

const maxKey = 250;
const maxValue = 100 * 1024;
const maxItems = 1000;
/** How many of the oldest go at once when a cache is over full, as users have reported. */
const dropped = 100;
const defaultSeconds = 600;
const maxSeconds = 21_600;

/** One cache: texts by key until they expire, or until newer ones crowd them out. */
export class Cache {
  private readonly items = new Map<string, { readonly value: string; readonly until: number }>();

  /** The value, or null when it is absent or expired at this moment (epoch milliseconds). */
  get(key: string, now: number): string | null {
    const item = this.items.get(key);
    return item && item.until > now ? item.value : null;
  }

  put(key: string, value: string, seconds: number | undefined, now: number): void {
    if (key.length > maxKey) throw new PlatformError(texts.argumentTooLarge('key'));
    if (Buffer.byteLength(value) > maxValue) throw new PlatformError(texts.argumentTooLarge('value'));
    const lifetime = seconds ?? defaultSeconds;
    if (lifetime < 1 || lifetime > maxSeconds)
      throw new PlatformError('Invalid argument: expirationInSeconds');
    for (const [old, item] of this.items) if (item.until <= now) this.items.delete(old);
    this.items.delete(key);
    this.items.set(key, { value, until: now + lifetime * 1000 });
    if (this.items.size > maxItems) this.dropOldest(dropped);
  }

  remove(key: string): void {
    this.items.delete(key);
  }

  /** Forgets what matches, as Google may at any time. */
  evict(matches: (key: string) => boolean): void {
    for (const key of [...this.items.keys()]) if (matches(key)) this.items.delete(key);
  }

  keys(): string[] {
    return [...this.items.keys()];
  }

  private dropOldest(count: number): void {
    for (const key of [...this.items.keys()].slice(0, count)) this.items.delete(key);
  }
}
