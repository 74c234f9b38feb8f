import type { Progress } from '../../job/job';
import type { Call } from '../entries';
import { CallFailed, problemIn, type SidebarProblem } from '../problem';
import { words } from '../words';

/** One refresh as this sidebar follows it. */
export interface Run {
  query: string;
  phase: 'queued' | 'reading' | 'waiting' | 'stopping' | 'stopped' | 'done' | 'failed';
  progress: Progress | null;
  /** When it began, in milliseconds since 1970. */
  startedAt: number;
  /** Whether Google had ended it and it began again. */
  restarted: boolean;
  problem: SidebarProblem | null;
}

export type Runs = Readonly<Record<string, Run>>;

/** What following refreshes takes. */
export interface Following {
  call: Call;
  now(): number;
  /** Calls back after some milliseconds; gives what takes that back. */
  after(milliseconds: number, work: () => void): () => void;
  changed(runs: Runs): void;
  ended(run: Run): void;
}

/** A waiting refresh is looked after at least this often: the clock of the script and ours may differ. */
const LONGEST_WAIT = 300_000;

/**
 * Refreshes queries one after the other, each slice by slice. One that Clockify asks to wait steps aside for the next. Stopping
 * means not calling again, and telling the script not to write.
 */
export class Runner {
  private runs: Runs = {};
  private working = false;
  private alarm: (() => void) | null = null;

  constructor(private readonly effects: Following) {}

  /** Adds queries to those that wait for their turn; one that is under way goes on. */
  enqueue(ids: string[]): void {
    for (const id of ids) {
      const phase = this.runs[id]?.phase;
      if (phase === 'queued' || phase === 'reading' || phase === 'waiting') continue;
      if (phase === 'stopping') this.change(id, { phase: 'reading' });
      else {
        // Anew at the end, whatever place it had.
        this.forget(id);
        this.set(blank(id, this.effects.now()));
      }
    }
    void this.work();
  }

  /** Stops a refresh: at once while it waits, else when the call under way has come back. */
  stop(id: string): void {
    const phase = this.runs[id]?.phase;
    if (phase === 'reading') {
      this.change(id, { phase: 'stopping' });
      // The script looks for it before it writes. If it can't be told, not calling again has to do.
      this.effects.call('stopRefresh', { query: id }).catch(() => undefined);
    } else if (phase === 'queued' || phase === 'waiting') this.end(id, { phase: 'stopped' });
  }

  stopAll(): void {
    for (const id of Object.keys(this.runs)) this.stop(id);
  }

  /** Asks after a waiting refresh at once. */
  wake(id: string): void {
    const run = this.runs[id];
    if (run?.phase !== 'waiting' || !run.progress) return;
    this.change(id, { progress: { ...run.progress, until: this.effects.now() } });
    void this.work();
  }

  /** Forgets a refresh that has ended. */
  forget(id: string): void {
    const { [id]: _, ...rest } = this.runs;
    this.runs = rest;
    this.effects.changed(this.runs);
  }

  private async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.alarm?.();
    for (let run = this.next(); run; run = this.next()) await this.follow(run);
    this.working = false;
    const waits = this.waiting().map(({ progress }) => (progress?.until ?? 0) - this.effects.now());
    if (waits.length === 0) return;
    const wait = Math.min(LONGEST_WAIT, Math.max(1000, Math.min(...waits)));
    this.alarm = this.effects.after(wait, () => {
      const now = this.effects.now();
      // After the longest wait it is asked whatever our clock says.
      if (wait === LONGEST_WAIT) for (const { query } of this.waiting()) this.wakeAt(query, now);
      void this.work();
    });
  }

  private wakeAt(id: string, now: number): void {
    const { progress } = this.runs[id];
    if (progress) this.change(id, { progress: { ...progress, until: now } });
  }

  private waiting(): Run[] {
    return Object.values(this.runs).filter(({ phase }) => phase === 'waiting');
  }

  private next(): Run | undefined {
    const now = this.effects.now();
    const ready = this.waiting().find(({ progress }) => (progress?.until ?? 0) <= now);
    return ready ?? Object.values(this.runs).find(({ phase }) => phase === 'queued');
  }

  /** Steps a refresh until it has ended or has to wait. */
  private async follow({ query }: Run): Promise<void> {
    const beginning = this.runs[query].progress === null;
    this.change(query, { phase: 'reading', ...(beginning ? { startedAt: this.effects.now() } : {}) });
    while (this.underWay(query)) {
      try {
        const { progress } = this.runs[query];
        this.took(query, progress === null ? await this.start(query) : await this.step(progress));
      } catch (error) {
        this.fell(query, error);
      }
    }
  }

  private start(query: string): Promise<Progress> {
    return this.effects.call('startRefresh', { query });
  }

  private step({ job }: Progress): Promise<Progress> {
    return this.effects.call('stepRefresh', { job });
  }

  private underWay(query: string): boolean {
    const { phase } = this.runs[query];
    return phase === 'reading' || phase === 'stopping';
  }

  private took(query: string, progress: Progress): void {
    const { phase } = this.runs[query];
    if (progress.state === 'done') this.end(query, { phase: 'done', progress });
    else if (progress.state === 'failed')
      this.end(query, { phase: 'failed', progress, problem: progress.problem });
    else if (phase === 'stopping' || progress.state === 'stopped')
      this.end(query, { phase: 'stopped', progress });
    else this.change(query, { phase: progress.state, progress });
  }

  /** What the script ended or lost begins again, once. */
  private fell(query: string, error: unknown): void {
    const problem = problemIn(error, {
      code: 'unexpected',
      scope: {},
      retry: 'now',
      ...words.problems.unexpected,
    });
    const lost = problem.code === 'execution-ended' || problem.code === 'job-unknown';
    const { restarted, phase } = this.runs[query];
    if (phase === 'stopping') this.end(query, { phase: 'stopped' });
    else if (error instanceof CallFailed && lost && !restarted)
      this.change(query, { restarted: true, progress: null });
    else this.end(query, { phase: 'failed', problem });
  }

  private end(query: string, change: Partial<Run>): void {
    this.change(query, change);
    this.effects.ended(this.runs[query]);
  }

  private change(query: string, change: Partial<Run>): void {
    this.set({ ...this.runs[query], ...change });
  }

  private set(run: Run): void {
    this.runs = { ...this.runs, [run.query]: run };
    this.effects.changed(this.runs);
  }
}

function blank(query: string, now: number): Run {
  return { query, phase: 'queued', progress: null, startedAt: now, restarted: false, problem: null };
}
