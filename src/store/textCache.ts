/** Texts that may be gone when they are asked for. */
export interface TextCache {
  put(name: string, text: string): void;
  get(name: string): string | null;
  remove(names: string[]): void;
}
