import type { Progress } from '../../job/progress';
import type { SidebarProblem } from '../problem';

/** One refresh as this sidebar follows it. */
export interface Run {
  query: string;
  phase: 'queued' | 'reading' | 'waiting' | 'offline' | 'stopping' | 'stopped' | 'done' | 'failed';
  /** As the newest call told it. */
  progress: Progress | null;
  /** As a look showed it while a call is under way. */
  seen: Progress | null;
  /** When it began by this machine's clock, in milliseconds since 1970; stays when it has to begin again. */
  startedAt: number;
  /** When it was last known to have got further, by the same clock. */
  movedAt: number;
  /** Whether Google had ended it and it began again. */
  restarted: boolean;
  problem: SidebarProblem | null;
}

export type Runs = Readonly<Record<string, Run>>;

/** A refresh that waits for its turn; `now` is this machine's clock. */
export function blank(query: string, now: number): Run {
  return {
    query,
    phase: 'queued',
    progress: null,
    seen: null,
    startedAt: now,
    movedAt: now,
    restarted: false,
    problem: null,
  };
}

/** Whether a refresh has not ended. */
export function isOpen(run: Run | undefined): boolean {
  return run !== undefined && ['queued', 'reading', 'waiting', 'offline', 'stopping'].includes(run.phase);
}
