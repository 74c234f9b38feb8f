/** Keeps two executions from doing a thing at once. */
export interface Lock {
  /** Does `work` while nobody else holds the lock. Raises `busy`. */
  hold<T>(work: () => T): T;
}
