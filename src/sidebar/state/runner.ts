import type { Progress } from '../../job/progress';
import type { Call } from '../entries';
import { CallFailed, problemIn, type SidebarProblem } from '../problem';
import { words } from '../words';

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

/** What following refreshes takes. */
export interface Following {
  call: Call;
  /** The script's clock: what it says of when to go on is said by that. */
  now(): number;
  /** This machine's clock. */
  clock(): number;
  /** Calls back after some milliseconds; returns a cancel function. */
  after(milliseconds: number, work: () => void): () => void;
  changed(runs: Runs): void;
  ended(run: Run): void;
}

/** A waiting refresh is looked after at least this often: the clock of the script and ours may differ. */
const LONGEST_WAIT = 300_000;
/** How often the script is asked how far it is while a call is under way, in milliseconds. */
const LOOK_EVERY = 1500;
const CLOCKS_DIFFER = 5000;

/**
 * Refreshes queries one after the other, each slice by slice. One that Clockify asks to wait steps aside for the next. Without
 * a network all of them wait until they are told to go on. Stopping means not calling again, and telling the script not to
 * write.
 */
export class Runner {
  private runs: Runs = {};
  private working = false;
  private alarm: (() => void) | null = null;
  /** Whether the script tells how far it is; an older one doesn't. */
  private tells = true;

  constructor(private readonly effects: Following) {}

  /** Adds queries to those that wait for their turn; one that is under way goes on. */
  enqueue(ids: string[]): void {
    for (const id of ids) {
      const phase = this.runs[id]?.phase;
      if (phase === 'queued' || phase === 'reading' || phase === 'waiting' || phase === 'offline') continue;
      if (phase === 'stopping') this.change(id, { phase: 'reading' });
      else {
        // Anew at the end, whatever place it had.
        this.forget(id);
        this.set(blank(id, this.effects.clock()));
      }
    }
    void this.work();
  }

  /** Goes on, when their time has come, with refreshes that waited when the sidebar was closed. */
  adopt(waiting: Progress[]): void {
    for (const progress of waiting) {
      const { id } = progress.query;
      if (this.runs[id] || progress.state !== 'waiting') continue;
      const begun = this.effects.clock() - (this.effects.now() - progress.startedAt);
      this.set({ ...blank(id, begun), phase: 'waiting', progress, movedAt: this.effects.clock() });
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
    } else if (phase === 'queued' || phase === 'waiting' || phase === 'offline')
      this.end(id, { phase: 'stopped' });
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

  /** Goes on with what stopped for want of a network. */
  resume(): void {
    const lost = Object.values(this.runs).filter(({ phase }) => phase === 'offline');
    for (const { query } of lost) this.change(query, { phase: 'queued' });
    if (lost.length > 0) void this.work();
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
    // Without a network the others would only fail one after the other.
    if (Object.values(this.runs).some(({ phase }) => phase === 'offline')) return undefined;
    const now = this.effects.now();
    const ready = this.waiting().find(({ progress }) => (progress?.until ?? 0) <= now);
    return ready ?? Object.values(this.runs).find(({ phase }) => phase === 'queued');
  }

  /** Steps a refresh until it has ended or has to wait. */
  private async follow({ query }: Run): Promise<void> {
    const { progress: before, restarted } = this.runs[query];
    const beginning = before === null && !restarted;
    this.change(query, { phase: 'reading', ...(beginning ? { startedAt: this.effects.clock() } : {}) });
    const cancel = this.look(query);
    while (this.underWay(query)) {
      try {
        const { progress } = this.runs[query];
        this.took(query, progress === null ? await this.start(query) : await this.step(progress));
      } catch (error) {
        this.fell(query, error);
      }
    }
    cancel();
  }

  /** Asks now and then how far a refresh is while a call for it is under way; returns a cancel function. */
  private look(query: string): () => void {
    // The two clocks may differ by as long as the answer took that told us of the script's.
    const since = this.effects.now() - CLOCKS_DIFFER;
    let ended = false;
    let cancel = () => {};
    const again = () => {
      if (!ended && this.tells) cancel = this.effects.after(LOOK_EVERY, () => void asked());
    };
    const asked = async () => {
      try {
        const progress = await this.effects.call('readProgress', { query });
        if (!ended) this.saw(query, progress, since);
      } catch (error) {
        // Whatever else fails may pass; a script that doesn't know the call never will.
        this.tells = error instanceof CallFailed && error.problem.code !== 'unexpected';
      }
      again();
    };
    again();
    return () => {
      ended = true;
      cancel();
    };
  }

  /** What a look has shown, unless a call has told more by now, or it is of an earlier refresh. */
  private saw(query: string, progress: Progress | null, since: number): void {
    const { progress: known } = this.runs[query];
    if (progress === null || !this.underWay(query)) return;
    if (known === null ? progress.startedAt < since : known.job !== progress.job) return;
    const before = this.runs[query].seen ?? known;
    if (before !== null && progress.requests <= before.requests) return;
    this.change(query, { seen: progress, movedAt: this.effects.clock() });
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
    this.change(query, { seen: null });
    if (progress.state === 'done') this.end(query, { phase: 'done', progress });
    else if (progress.state === 'failed')
      this.end(query, { phase: 'failed', progress, problem: progress.problem });
    else if (phase === 'stopping' || progress.state === 'stopped')
      this.end(query, { phase: 'stopped', progress });
    else this.change(query, { phase: progress.state, progress, movedAt: this.effects.clock() });
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
    else if (problem.code === 'offline') this.change(query, { phase: 'offline' });
    else if (error instanceof CallFailed && lost && !restarted)
      this.change(query, { restarted: true, progress: null, seen: null });
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
