import type { Progress } from '../../job/progress';
import type { Call } from '../entries';
import { CallFailed, problemIn } from '../problem';
import { words } from '../words';
import { blank, isOpen, type Run, type Runs } from './run';

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

/** Queries that are refreshed as one job: what two of them need is read once. */
interface Team {
  ids: string[];
  /** The job that works on them, once it has begun. */
  job: string | null;
  /** Why they are refreshed, where nobody pressed a button. */
  why?: 'catch-up';
}

/** Begins the ids of jobs of several queries (src/actions/refresh/jobStore.ts). */
const TOGETHER = '+';

/**
 * Refreshes queries job after job, each slice by slice; those that were asked for at once are one job. One that Clockify asks to
 * wait steps aside for the next. Without a network all of them wait until they are told to go on. Stopping means not calling
 * again, and telling the script not to write.
 */
export class Runner {
  private runs: Runs = {};
  private teams: Team[] = [];
  private working = false;
  private alarm: (() => void) | null = null;
  /** Whether the script tells how far it is; an older one doesn't. */
  private tells = true;

  constructor(private readonly effects: Following) {}

  /** Adds queries to those that wait for their turn, as one job; one that is under way goes on. */
  enqueue(ids: string[], why?: Team['why']): void {
    const fresh: string[] = [];
    for (const id of new Set(ids)) {
      const phase = this.runs[id]?.phase;
      if (phase === 'queued' || phase === 'reading' || phase === 'waiting' || phase === 'offline') continue;
      if (phase === 'stopping') this.change(id, { phase: 'reading' });
      else {
        // Anew at the end, whatever place it had.
        this.forget(id);
        this.set(blank(id, this.effects.clock()));
        fresh.push(id);
      }
    }
    if (fresh.length > 0) this.teams.push({ ids: fresh, job: null, why });
    void this.work();
  }

  /** Goes on, when their time has come, with refreshes that waited when the sidebar was closed. */
  adopt(waiting: Progress[]): void {
    for (const progress of waiting) {
      const { id } = progress.query;
      if (this.runs[id] || progress.state !== 'waiting') continue;
      const begun = this.effects.clock() - (this.effects.now() - progress.startedAt);
      this.set({ ...blank(id, begun), phase: 'waiting', progress, movedAt: this.effects.clock() });
      const team = this.teams.find(({ job }) => job === progress.job);
      if (team) team.ids.push(id);
      else this.teams.push({ ids: [id], job: progress.job });
    }
    void this.work();
  }

  /** Stops a refresh: at once while it waits, else when the call under way has come back. */
  stop(id: string): void {
    const phase = this.runs[id]?.phase;
    const waits = phase === 'queued' || phase === 'waiting' || phase === 'offline';
    if (phase === 'reading') this.change(id, { phase: 'stopping' });
    // Where the job goes on for others, the script has to know. It looks before it writes; if it can't be told, not calling
    // again has to do.
    if (phase === 'reading' || (waits && this.goesOnWithout(id)))
      this.effects.call('stopRefresh', { query: id }).catch(() => undefined);
    if (waits) this.end(id, { phase: 'stopped' });
  }

  private goesOnWithout(id: string): boolean {
    const team = this.teams.find(({ ids, job }) => job !== null && ids.includes(id));
    return team?.ids.some((other) => other !== id && isOpen(this.runs[other])) ?? false;
  }

  stopAll(): void {
    for (const id of Object.keys(this.runs)) this.stop(id);
  }

  /** Asks after a waiting refresh at once. */
  wake(id: string): void {
    const run = this.runs[id];
    if (run?.phase !== 'waiting' || !run.progress) return;
    this.wakeAt(id, this.effects.now());
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
    for (const team of this.teams) team.ids = team.ids.filter((other) => other !== id);
    this.effects.changed(this.runs);
  }

  private async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.alarm?.();
    for (let team = this.next(); team; team = this.next()) await this.follow(team);
    this.working = false;
    this.teams = this.teams.filter(({ ids }) => ids.some((id) => isOpen(this.runs[id])));
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

  private next(): Team | undefined {
    // Without a network the others would only fail one after the other.
    if (Object.values(this.runs).some(({ phase }) => phase === 'offline')) return undefined;
    const now = this.effects.now();
    const some = (has: (run: Run) => boolean) =>
      this.teams.find(({ ids }) => ids.some((id) => this.runs[id] !== undefined && has(this.runs[id])));
    const ready = some(({ phase, progress }) => phase === 'waiting' && (progress?.until ?? 0) <= now);
    return ready ?? some(({ phase }) => phase === 'queued');
  }

  /** Steps a job until it has ended or has to wait. */
  private async follow(team: Team): Promise<void> {
    for (const id of team.ids) {
      if (!isOpen(this.runs[id])) continue;
      const { progress: before, restarted } = this.runs[id];
      const beginning = before === null && !restarted;
      this.change(id, { phase: 'reading', ...(beginning ? { startedAt: this.effects.clock() } : {}) });
    }
    const cancel = this.look(team);
    while (this.underWay(team).length > 0) {
      try {
        const told = await this.call(team);
        for (const progress of told) this.took(team, progress);
        // A query that the script no longer works on, and says nothing of, was recorded as failed.
        const untold = this.underWay(team).filter((id) => !told.some(({ query }) => query.id === id));
        for (const id of untold) this.end(id, { phase: 'failed' });
      } catch (error) {
        this.fell(team, error);
      }
    }
    cancel();
  }

  /** Begins a job or goes on with it; what became of each of its queries. */
  private async call(team: Team): Promise<Progress[]> {
    const { call } = this.effects;
    const ids = this.underWay(team);
    const together =
      team.job === null ? ids.length > 1 || team.why !== undefined : team.job.startsWith(TOGETHER);
    if (!together) {
      const { job } = team;
      const progress = await (job === null
        ? call('startRefresh', { query: ids[0] })
        : call('stepRefresh', { job }));
      team.job = progress.job;
      return [{ ...progress, query: { ...progress.query, id: ids[0] } }];
    }
    const all = await (team.job === null
      ? call('startRefreshes', { queries: ids, ...(team.why && { why: team.why }) })
      : call('stepRefreshes', { job: team.job }));
    team.job = all.job;
    return all.queries;
  }

  /** Asks now and then how far a job is while a call for it is under way; returns a cancel function. */
  private look(team: Team): () => void {
    // The two clocks may differ by as long as the answer took that told us of the script's.
    const since = this.effects.now() - CLOCKS_DIFFER;
    let ended = false;
    let turn = 0;
    let cancel = () => {};
    const again = () => {
      if (!ended && this.tells) cancel = this.effects.after(LOOK_EVERY, () => void asked());
    };
    const asked = async () => {
      // One after the other: each look is a call.
      const under = this.underWay(team);
      const query = under[turn++ % under.length];
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
    const { progress: known, phase } = this.runs[query];
    if (progress === null || (phase !== 'reading' && phase !== 'stopping')) return;
    if (known === null ? progress.startedAt < since : known.job !== progress.job) return;
    const before = this.runs[query].seen ?? known;
    if (before !== null && progress.requests <= before.requests) return;
    this.change(query, { seen: progress, movedAt: this.effects.clock() });
  }

  /** The queries of a job for which it is called. */
  private underWay({ ids }: Team): string[] {
    return ids.filter((id) => ['reading', 'stopping'].includes(this.runs[id]?.phase));
  }

  private took(team: Team, progress: Progress): void {
    const query = progress.query.id;
    if (!this.underWay(team).includes(query)) return;
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
  private fell(team: Team, error: unknown): void {
    const problem = problemIn(error, {
      code: 'unexpected',
      scope: {},
      retry: 'now',
      ...words.problems.unexpected,
    });
    const lost = problem.code === 'execution-ended' || problem.code === 'job-unknown';
    const again = error instanceof CallFailed && lost;
    for (const query of this.underWay(team)) {
      const { restarted, phase } = this.runs[query];
      if (phase === 'stopping') this.end(query, { phase: 'stopped' });
      else if (problem.code === 'offline') this.change(query, { phase: 'offline' });
      else if (again && !restarted) this.change(query, { restarted: true, progress: null, seen: null });
      else this.end(query, { phase: 'failed', problem });
    }
    if (again) team.job = null;
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
