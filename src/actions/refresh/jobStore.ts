import * as v from 'valibot';
import type { Job } from '../../job/job';
import type { Store } from '../../store/store';
import type { TextCache } from '../../store/textCache';

/** What is left of a job when the cache has lost it: enough to begin again as it began. */
export interface PendingJob {
  job: string;
  query: string;
  /** Milliseconds since 1970. */
  startedAt: number;
}

const pendingSchema = v.object({ job: v.string(), query: v.string(), startedAt: v.number() });

/**
 * Where jobs wait between executions: a pending job in the user's properties, one a query, and the job itself in the user's
 * cache. A job whose cache entry is lost begins again.
 */
export class JobStore {
  constructor(
    private readonly store: Store,
    private readonly cache: TextCache,
  ) {}

  /** Raises `store-full`. */
  save(job: Job): void {
    const pending: PendingJob = { job: job.id, query: job.query.id, startedAt: job.startedAt };
    this.store.set(pendingName(job.query.id), JSON.stringify(pending));
    this.cache.put(`job.${job.id}`, JSON.stringify(job));
  }

  /** The job of a query, or what is left of it, or null when none is waiting. */
  load(query: string): Job | PendingJob | null {
    const stored = this.store.get(pendingName(query));
    if (stored === null) return null;
    const pending = v.safeParse(pendingSchema, JSON.parse(stored));
    if (!pending.success) return null;
    const job = this.cache.get(`job.${pending.output.job}`);
    return job === null ? pending.output : (JSON.parse(job) as Job);
  }

  /** Remembers that the refreshes of a query that have begun by now (milliseconds since 1970) are to be stopped. */
  stop(query: string, now: number): void {
    this.cache.put(stopName(query), String(now));
  }

  /** Whether a job was stopped since it began. */
  stopped({ query, startedAt }: Pick<Job, 'query' | 'startedAt'>): boolean {
    return Number(this.cache.get(stopName(query.id)) ?? 0) > startedAt;
  }

  forget(job: Pick<Job, 'id'>, query: string): void {
    this.store.delete(pendingName(query));
    this.cache.remove([`job.${job.id}`]);
  }
}

function stopName(query: string): string {
  return `stop.${query}`;
}

function pendingName(query: string): string {
  return `job.${query}`;
}
