import * as v from 'valibot';
import { isEnded, type Job } from '../../job/job';
import type { Progress } from '../../job/progress';
import type { Lock } from '../../store/lock';
import type { Store } from '../../store/store';
import type { TextCache } from '../../store/textCache';
import type { Stage } from './stage';

/** The version of the stored form that this add-on writes: another one whenever a job changes its shape, so that it begins anew. */
const PENDING_VERSION = 2;

/** The version of a job in the cache. One of another version is as good as lost: its refresh begins again. */
const JOB_VERSION = 8;

/** What is left of a job when the cache has lost it: enough to begin again as it began, and to leave nothing behind. */
export interface PendingJob {
  job: string;
  /** Ids of the queries that had not ended. */
  queries: string[];
  /** Milliseconds since 1970. */
  startedAt: number;
  /** Names under which the stage keeps its rows. */
  staged: string[];
  /** How often it was lost so far. */
  losses: number;
}

const pendingSchema = v.object({
  version: v.literal(PENDING_VERSION),
  job: v.string(),
  queries: v.array(v.string()),
  startedAt: v.number(),
  staged: v.array(v.string()),
  losses: v.optional(v.number(), 0),
});

const PREFIX = 'job.';

/** Before the name of a job that an execution works on: until when (milliseconds since 1970) no other does. */
const CLAIM = 'at-work.';

/** How long an execution that ended without a word keeps others from its job, in milliseconds. */
const LEASE = 90_000;

/** In milliseconds; the cache keeps a job for six hours. */
const A_DAY = 86_400_000;

/** What jobs are kept with. */
export interface JobStoreEffects {
  /** Of this person alone, in every spreadsheet. */
  store: Store;
  /** Of this person alone, in every spreadsheet. */
  cache: TextCache;
  stage: Stage;
  /** Of this person. */
  lock: Lock;
  /** The id of the spreadsheet. */
  spreadsheet(): string;
}

/**
 * By what a job waits: the query that it refreshes, of which there is one job at a time; one of several queries by itself. The
 * id of a job begins with it.
 */
export function slotOf(job: string): string {
  return job.split('.')[0];
}

/** What the ids of jobs of several queries begin with; no query's id does. */
export const TOGETHER = '+';

/**
 * Where jobs wait between executions: a pending job in the user's properties, one for each query of a spreadsheet or for
 * several together, and the job itself in the user's cache. A job whose cache entry is lost begins again.
 */
export class JobStore {
  constructor(private readonly effects: JobStoreEffects) {}

  /** Raises `store-full`. */
  save(job: Job): void {
    const { store, cache } = this.effects;
    const pending = {
      version: PENDING_VERSION,
      job: job.id,
      queries: job.queries.filter((asked) => !isEnded(asked)).map(({ query }) => query.id),
      startedAt: job.startedAt,
      staged: job.staged,
      losses: job.losses,
    };
    store.set(this.pendingName(slotOf(job.id)), JSON.stringify(pending));
    cache.put(jobName(job.id), JSON.stringify({ version: JOB_VERSION, job }));
  }

  /** The job that waits by a slot, or what is left of it, or null when none is waiting. */
  load(slot: string): Job | PendingJob | null {
    const pending = parsed(this.effects.store.get(this.pendingName(slot)));
    if (pending === null) return null;
    return jobIn(this.effects.cache.get(jobName(pending.job))) ?? pending;
  }

  /**
   * The jobs of this person that wait in this spreadsheet; those that the cache has lost are not among them. What is left of
   * one of several queries that began a day ago is dropped: no other ever takes its slot.
   */
  waiting(now: number): Job[] {
    const prefix = this.pendingName('');
    return Object.entries(this.effects.store.all()).flatMap(([name, value]) => {
      const pending = name.startsWith(prefix) ? parsed(value) : null;
      const job = pending && jobIn(this.effects.cache.get(jobName(pending.job)));
      if (pending && !job && name.startsWith(TOGETHER, prefix.length) && pending.startedAt < now - A_DAY)
        this.dropNamed(name);
      return job ?? [];
    });
  }

  /**
   * Lets this execution alone work on the job that waits by a slot, for a while; false when another is at it. Raises `busy`.
   */
  claim(slot: string, now: number): boolean {
    const { store, lock } = this.effects;
    const name = CLAIM + this.pendingName(slot);
    return lock.hold(() => {
      const until = Number(store.get(name) ?? 0);
      // One of a clock that was ahead is none.
      if (until > now && until <= now + LEASE) return false;
      store.set(name, String(now + LEASE));
      return true;
    });
  }

  /** Lets others work on a job again. */
  release(slot: string): void {
    this.effects.store.delete(CLAIM + this.pendingName(slot));
  }

  /** What waits of this person in this spreadsheet, also where the cache has lost it. */
  pending(): PendingJob[] {
    const prefix = this.pendingName('');
    return Object.entries(this.effects.store.all()).flatMap(([name, value]) =>
      name.startsWith(prefix) ? (parsed(value) ?? []) : [],
    );
  }

  /** Whether a job of this person waits in this spreadsheet, or what is left of one. */
  isAnyPending(): boolean {
    const prefix = this.pendingName('');
    return Object.keys(this.effects.store.all()).some((name) => name.startsWith(prefix));
  }

  /** Keeps how far the refresh of a query is, for whoever looks while it runs. */
  tell(progress: Progress): void {
    this.effects.cache.put(this.progressName(progress.query.id), JSON.stringify(progress));
  }

  /** How far the refresh of a query was when it was last told; null when nothing is known. */
  told(query: string): Progress | null {
    const text = this.effects.cache.get(this.progressName(query));
    return text === null ? null : (JSON.parse(text) as Progress);
  }

  /** Remembers that the refreshes of a query that have begun by now (milliseconds since 1970) are to be stopped. */
  stop(query: string, now: number): void {
    this.effects.cache.put(this.stopName(query), String(now));
  }

  /** Whether the refreshes of a query that began at a moment (milliseconds since 1970) were stopped since. */
  stopped(query: string, startedAt: number): boolean {
    return Number(this.effects.cache.get(this.stopName(query)) ?? 0) > startedAt;
  }

  forget({ id, queries }: Pick<Job, 'id' | 'queries'>): void {
    this.effects.store.delete(this.pendingName(slotOf(id)));
    this.effects.cache.remove([jobName(id), ...queries.map(({ query }) => this.progressName(query.id))]);
  }

  /** Forgets what waits of a query, with its rows. */
  drop(query: string): void {
    this.dropSlot(query);
    this.effects.cache.remove([this.stopName(query), this.progressName(query)]);
  }

  /** Forgets the job that waits by a slot, with its rows. */
  dropSlot(slot: string): void {
    this.dropNamed(this.pendingName(slot));
  }

  /** Forgets what waits of this person in any spreadsheet, with its rows. */
  dropAll(): void {
    for (const name of Object.keys(this.effects.store.all()))
      if (name.startsWith(PREFIX)) this.dropNamed(name);
  }

  private dropNamed(name: string): void {
    const { store, cache, stage } = this.effects;
    const stored = store.get(name);
    if (stored === null) return;
    const pending = parsed(stored);
    if (pending && pending.staged.length > 0) stage.drop(pending.staged);
    const spreadsheet = name.slice(PREFIX.length, name.lastIndexOf('.'));
    const queries = pending?.queries ?? [name.slice(name.lastIndexOf('.') + 1)];
    const progress = queries.map((query) => `progress.${spreadsheet}.${query}`);
    cache.remove(pending ? [jobName(pending.job), ...progress] : progress);
    store.delete(name);
  }

  private progressName(query: string): string {
    return `progress.${this.effects.spreadsheet()}.${query}`;
  }

  private stopName(query: string): string {
    return `stop.${this.effects.spreadsheet()}.${query}`;
  }

  private pendingName(query: string): string {
    return `${PREFIX}${this.effects.spreadsheet()}.${query}`;
  }
}

function jobName(job: string): string {
  return `job.${job}`;
}

function jobIn(text: string | null): Job | null {
  if (text === null) return null;
  const { version, job } = JSON.parse(text) as { version?: number; job?: Job };
  return version === JOB_VERSION && job ? job : null;
}

/** One of a form that isn't known is as good as none: the refresh begins again when it is asked for. */
function parsed(value: string | null): PendingJob | null {
  try {
    const result = v.safeParse(pendingSchema, JSON.parse(value ?? ''));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
