import * as v from 'valibot';
import type { Job } from '../../job/job';
import type { Store } from '../../store/store';
import type { TextCache } from '../../store/textCache';
import type { Stage } from './stage';

/** The version of the stored form that this add-on writes: another one whenever a job changes its shape, so that it begins anew. */
const PENDING_VERSION = 1;

/** What is left of a job when the cache has lost it: enough to begin again as it began, and to leave nothing behind. */
export interface PendingJob {
  job: string;
  query: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** Names under which the stage keeps its rows. */
  staged: string[];
}

const pendingSchema = v.object({
  version: v.literal(PENDING_VERSION),
  job: v.string(),
  query: v.string(),
  startedAt: v.number(),
  staged: v.array(v.string()),
});

const PREFIX = 'job.';

/** What jobs are kept with. */
export interface JobStoreEffects {
  /** Of this person alone, in every spreadsheet. */
  store: Store;
  /** Of this person alone, in every spreadsheet. */
  cache: TextCache;
  stage: Stage;
  /** The id of the spreadsheet. */
  spreadsheet(): string;
}

/**
 * Where jobs wait between executions: a pending job in the user's properties, one for each query of a spreadsheet, and the job
 * itself in the user's cache. A job whose cache entry is lost begins again.
 */
export class JobStore {
  constructor(private readonly effects: JobStoreEffects) {}

  /** Raises `store-full`. */
  save(job: Job): void {
    const { store, cache } = this.effects;
    const staged = job.pieces.flatMap((piece) => (piece.staged === null ? [] : [piece.staged]));
    const pending = {
      version: PENDING_VERSION,
      job: job.id,
      query: job.query.id,
      startedAt: job.startedAt,
      staged: [...new Set(staged)],
    };
    store.set(this.pendingName(job.query.id), JSON.stringify(pending));
    cache.put(jobName(job.id), JSON.stringify(job));
  }

  /** The job of a query, or what is left of it, or null when none is waiting. */
  load(query: string): Job | PendingJob | null {
    const pending = parsed(this.effects.store.get(this.pendingName(query)));
    if (pending === null) return null;
    const job = this.effects.cache.get(jobName(pending.job));
    return job === null ? pending : (JSON.parse(job) as Job);
  }

  /** Remembers that the refreshes of a query that have begun by now (milliseconds since 1970) are to be stopped. */
  stop(query: string, now: number): void {
    this.effects.cache.put(this.stopName(query), String(now));
  }

  /** Whether a job was stopped since it began. */
  stopped({ query, startedAt }: Pick<Job, 'query' | 'startedAt'>): boolean {
    return Number(this.effects.cache.get(this.stopName(query.id)) ?? 0) > startedAt;
  }

  forget(job: Pick<Job, 'id'>, query: string): void {
    this.effects.store.delete(this.pendingName(query));
    this.effects.cache.remove([jobName(job.id)]);
  }

  /** Forgets what waits of a query, with its rows. */
  drop(query: string): void {
    this.dropNamed(this.pendingName(query));
    this.effects.cache.remove([this.stopName(query)]);
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
    if (pending) cache.remove([jobName(pending.job)]);
    store.delete(name);
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

/** One of a form that isn't known is as good as none: the refresh begins again when it is asked for. */
function parsed(value: string | null): PendingJob | null {
  try {
    const result = v.safeParse(pendingSchema, JSON.parse(value ?? ''));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
