import { Worker } from 'node:worker_threads';

const kept = 2;

/** Workers that wait for an execution. Each execution gets a context of its own; starting a thread is what is saved. */
export class Pool {
  private idle: Worker[] = [];

  constructor(private readonly path: string) {}

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
    if (this.idle.length >= kept) {
      void worker.terminate();
      return;
    }
    worker.unref();
    this.idle.push(worker);
  }

  async close(): Promise<void> {
    const workers = this.idle;
    this.idle = [];
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  private start(): Worker {
    return new Worker(this.path, { resourceLimits: { maxOldGenerationSizeMb: 4096 } });
  }
}
