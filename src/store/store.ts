/** Small texts under names that outlive an execution. `set` raises `store-full`. */
export interface Store {
  get(name: string): string | null;
  set(name: string, value: string): void;
  /** Sets several at once. */
  setAll(values: Record<string, string>): void;
  delete(name: string): void;
  all(): Record<string, string>;
}
