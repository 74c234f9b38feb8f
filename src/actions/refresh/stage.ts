import type { Row } from '../../rows/row';

/** Keeps rows between two executions. What it kept may be gone when it is asked for. */
export interface Stage {
  /** Keeps rows under a name. */
  put(name: string, rows: Row[]): void;
  /** The rows under a name, or null when any of them is gone. */
  take(name: string): Row[] | null;
  /** Forgets what is kept under these names. */
  drop(names: string[]): void;
}
