import type { GateCall, OnCall, Verdict } from '../gas/gate';
import type { Platform } from '../gas/platform';
import type { Finished } from '../gas/run';
import type { Took } from './protocol';
import type { User } from './users';

/** What looks on while executions go by. */
export interface Watcher {
  /** Has a say at every service call. */
  atCall(call: GateCall): Verdict;
  /** An execution began, did something, or ended. */
  news(user: string): void;
  ended(took: Took): void;
}

interface Running {
  endAt: number | undefined;
}

const callsBeforeArmedEnd = 4;

/** The executions that pages and the menu start: counted, watched, and ended on request. */
export class Executions {
  private readonly all = new Set<Running>();
  private armed = false;

  constructor(
    private readonly platform: Platform,
    private readonly watcher: Watcher,
  ) {}

  get running(): number {
    return this.all.size;
  }

  /** Ends all that runs at their next service call; when nothing does, the next execution at its fifth. */
  end(): 'running' | 'next' {
    this.armed = this.all.size === 0;
    for (const running of this.all) running.endAt = 0;
    return this.armed ? 'next' : 'running';
  }

  run(user: User, functionName: string, args: readonly unknown[], via: 'host' | 'client'): Promise<Finished> {
    return this.watch(user, functionName, (onCall) =>
      this.platform.run(functionName, args, { user, via, onCall }),
    );
  }

  /** Watches an execution of a user that `start` starts, by the hook that it is given. */
  async watch(
    user: string,
    functionName: string,
    start: (onCall: OnCall) => Promise<Finished>,
  ): Promise<Finished> {
    const running: Running = { endAt: this.armed ? callsBeforeArmedEnd : undefined };
    this.armed = false;
    this.all.add(running);
    this.watcher.news(user);
    try {
      const finished = await start((call) => {
        this.watcher.news(user);
        if (running.endAt !== undefined && call.index >= running.endAt) return 'end';
        return this.watcher.atCall(call);
      });
      this.watcher.ended(tookOf(functionName, finished));
      return finished;
    } finally {
      this.all.delete(running);
      this.watcher.news(user);
    }
  }
}

function tookOf(functionName: string, { ledger }: Finished): Took {
  const { requests, sheetCalls, virtualMs, cpuMs } = ledger;
  return { functionName, requests, sheetCalls, virtualSeconds: virtualMs / 1000, cpuSeconds: cpuMs / 1000 };
}

/** What a page is told when an execution didn't end well, in the words that Google has for it. */
export function failureOf({ ended, error }: Finished): string {
  if (ended === 'killed') return "We're sorry, a server error occurred. Please wait a bit and try again.";
  return error?.message ?? 'ScriptError';
}
