import { Worker } from 'node:worker_threads';

const kept = 2;

/** Workers that wait for an execution. Each execution gets a context of its own; starting a thread is what is saved. */
export class Pool {
  private idle: Worker[] = [];

  private users = 0;
  private static readonly pools = new Map<string, Pool>();

  private constructor(private readonly path: string) {}

  /** The pool of this worker's file, which all platforms of the process share; {@link close} it once for each. */
  static for(path: string): Pool {
    let pool = Pool.pools.get(path);
    if (!pool) {
      pool = new Pool(path);
      Pool.pools.set(path, pool);
    }
    pool.users++;
    return pool;
  }

  /** A worker that nobody else has until it is given back. */
  take(): Worker {
    const worker = this.idle.pop() ?? this.start();
    worker.ref();
    return worker;
  }

  /** Starts one ahead of need. */
  warm(): void {
    if (this.idle.length === 0) this.give(this.start());
  }

  give(worker: Worker): void {
    if (this.idle.length >= kept || this.users <= 0) {
      void worker.terminate();
      return;
    }
    worker.unref();
    this.idle.push(worker);
  }

  /** One platform needs it no more; the last lets the threads go. */
  async close(): Promise<void> {
    if (--this.users > 0) return;
    const workers = this.idle;
    this.idle = [];
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  private start(): Worker {
    return new Worker(this.path, { resourceLimits: { maxOldGenerationSizeMb: 4096 } });
  }
}
