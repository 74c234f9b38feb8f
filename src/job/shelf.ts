import * as v from 'valibot';
import type { Store } from '../store/store';
import type { Job } from './job';

/** Texts that may be gone when they are asked for. */
export interface TextCache {
  put(name: string, text: string): void;
  get(name: string): string | null;
  remove(names: string[]): void;
}

/** What is left of a job when the cache has lost it: enough to begin again as it began. */
export interface Anchor {
  job: string;
  query: string;
  /** Milliseconds since 1970. */
  startedAt: number;
}

const anchorSchema = v.object({ job: v.string(), query: v.string(), startedAt: v.number() });

/**
 * Where jobs wait between executions: an anchor in the user's properties, one a query, and the job itself in the user's
 * cache. A job whose cache entry is lost begins again.
 */
export class Shelf {
  constructor(
    private readonly store: Store,
    private readonly cache: TextCache,
  ) {}

  /** Raises `store-full`. */
  save(job: Job): void {
    const anchor: Anchor = { job: job.id, query: job.query.id, startedAt: job.startedAt };
    this.store.set(anchorName(job.query.id), JSON.stringify(anchor));
    this.cache.put(`job.${job.id}`, JSON.stringify(job));
  }

  /** The job of a query, or its anchor alone, or null when none is waiting. */
  load(query: string): Job | Anchor | null {
    const stored = this.store.get(anchorName(query));
    if (stored === null) return null;
    const anchor = v.safeParse(anchorSchema, JSON.parse(stored));
    if (!anchor.success) return null;
    const job = this.cache.get(`job.${anchor.output.job}`);
    return job === null ? anchor.output : (JSON.parse(job) as Job);
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
    this.store.delete(anchorName(query));
    this.cache.remove([`job.${job.id}`]);
  }
}

function stopName(query: string): string {
  return `stop.${query}`;
}

function anchorName(query: string): string {
  return `job.${query}`;
}
