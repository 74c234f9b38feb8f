import type { StagedRow } from '../../rows/row';

/** Keeps rows between two executions. What it kept may be gone when it is asked for. */
export interface Stage {
  /** Keeps rows under a name. */
  put(name: string, rows: StagedRow[]): void;
  /** The rows under a name, or null when any of them is gone. */
  take(name: string): StagedRow[] | null;
  /** Forgets what is kept under these names. */
  drop(names: string[]): void;
}
