import type { Execution } from './execution';

interface Waiter {
  readonly execution: Execution;
  readonly deadline: number;
  readonly answer: (got: boolean) => void;
}

/** One lock: held by one execution at a time; who waits lets virtual time pass, not real time more than needed. */
class Lock {
  holder: Execution | undefined;
  /** The moment of the last release; an execution that lags behind it has to wait until then. */
  private free = 0;
  waiters: Waiter[] = [];

  tryLock(execution: Execution, ms: number): boolean | Promise<boolean> {
    if (this.holder === execution) return true;
    if (ms < 0) return false;
    if (!this.holder) {
      const wait = Math.max(0, this.free - execution.time);
      execution.spend(Math.min(wait, ms));
      if (wait > ms) return false;
      this.holder = execution;
      return true;
    }
    return new Promise((answer) => {
      this.waiters.push({ execution, deadline: execution.time + ms, answer });
      this.stir();
    });
  }

  release(execution: Execution): void {
    if (this.holder !== execution) return;
    const moment = execution.time;
    this.holder = undefined;
    this.free = moment;
    const next = this.waiters.findIndex(({ deadline }) => deadline >= moment);
    if (next < 0) return;
    const [waiter] = this.waiters.splice(next, 1);
    this.holder = waiter.execution;
    waiter.execution.spend(Math.max(0, moment - waiter.execution.time));
    waiter.answer(true);
  }

  /** Gives up for those whose time is over, or who wait for one that stands still. */
  stir(): void {
    const { holder } = this;
    if (!holder) return;
    const waiting = this.waiters;
    this.waiters = [];
    for (const waiter of waiting) {
      if (!holder.paused && holder.time <= waiter.deadline) {
        this.waiters.push(waiter);
        continue;
      }
      waiter.execution.spend(Math.max(0, waiter.deadline - waiter.execution.time));
      waiter.answer(false);
    }
  }
}

/** All locks of the platform: one for the document, one for the script, one for each user. */
export class Locks {
  private readonly locks = new Map<string, Lock>();

  private lock(name: string): Lock {
    let lock = this.locks.get(name);
    if (!lock) {
      lock = new Lock();
      this.locks.set(name, lock);
    }
    return lock;
  }

  /** Whether the execution got the lock within so many virtual milliseconds; true too when it has it already. */
  tryLock(name: string, execution: Execution, ms: number): boolean | Promise<boolean> {
    return this.lock(name).tryLock(execution, ms);
  }

  holds(name: string, execution: Execution): boolean {
    return this.lock(name).holder === execution;
  }

  release(name: string, execution: Execution): void {
    this.lock(name).release(execution);
  }

  /** Called when time has passed or an execution was paused. */
  stir(): void {
    for (const lock of this.locks.values()) lock.stir();
  }

  /** At the end of an execution nothing stays locked by it. */
  releaseAll(execution: Execution): void {
    for (const lock of this.locks.values()) {
      lock.waiters = lock.waiters.filter((waiter) => waiter.execution !== execution);
      lock.release(execution);
    }
  }
}
