import * as v from 'valibot';
import type { Job, Progress } from '../../job/job';
import type { Store } from '../../store/store';
import type { TextCache } from '../../store/textCache';
import type { Stage } from './stage';

/** The version of the stored form that this add-on writes: another one whenever a job changes its shape, so that it begins anew. */
const PENDING_VERSION = 1;

/** The version of a job in the cache. One of another version is as good as lost: its refresh begins again. */
const JOB_VERSION = 5;

/** What is left of a job when the cache has lost it: enough to begin again as it began, and to leave nothing behind. */
export interface PendingJob {
  job: string;
  query: string;
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
  query: v.string(),
  startedAt: v.number(),
  staged: v.array(v.string()),
  losses: v.optional(v.number(), 0),
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
    const pending = {
      version: PENDING_VERSION,
      job: job.id,
      query: job.query.id,
      startedAt: job.startedAt,
      staged: job.staged,
      losses: job.losses,
    };
    store.set(this.pendingName(job.query.id), JSON.stringify(pending));
    cache.put(jobName(job.id), JSON.stringify({ version: JOB_VERSION, job }));
  }

  /** The job of a query, or what is left of it, or null when none is waiting. */
  load(query: string): Job | PendingJob | null {
    const pending = parsed(this.effects.store.get(this.pendingName(query)));
    if (pending === null) return null;
    return jobIn(this.effects.cache.get(jobName(pending.job))) ?? pending;
  }

  /** The jobs of this person that wait in this spreadsheet; those that the cache has lost are not among them. */
  waiting(): Job[] {
    const prefix = this.pendingName('');
    return Object.entries(this.effects.store.all()).flatMap(([name, value]) => {
      const pending = name.startsWith(prefix) ? parsed(value) : null;
      return (pending && jobIn(this.effects.cache.get(jobName(pending.job)))) ?? [];
    });
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

  /** Whether a job was stopped since it began. */
  stopped({ query, startedAt }: Pick<Job, 'query' | 'startedAt'>): boolean {
    return Number(this.effects.cache.get(this.stopName(query.id)) ?? 0) > startedAt;
  }

  forget(job: Pick<Job, 'id'>, query: string): void {
    this.effects.store.delete(this.pendingName(query));
    this.effects.cache.remove([jobName(job.id), this.progressName(query)]);
  }

  /** Forgets what waits of a query, with its rows. */
  drop(query: string): void {
    this.dropNamed(this.pendingName(query));
    this.effects.cache.remove([this.stopName(query), this.progressName(query)]);
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
    const progress = `progress.${name.slice(PREFIX.length)}`;
    cache.remove(pending ? [jobName(pending.job), progress] : [progress]);
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
