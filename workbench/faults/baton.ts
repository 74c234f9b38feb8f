import type { OnCall } from '../gas/gate';

/** Numbers from 0 to 1 that look random and are the same for a seed. */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What happens when one of two meets the lock that the other holds: it waits its time in vain, or until the other is done. */
export type Meeting = 'gives up' | 'waits';

interface Player {
  /** Lets it go on; only while it stands at a call. */
  go: (() => void) | null;
  locked: boolean;
  done: boolean;
}

/**
 * Lets two run at once, in an order that a seed decides: only who has the baton goes on, and at each service call it may go
 * to the other, who stands at one of its own.
 */
export class Baton {
  private readonly players: Player[] = [0, 1].map(() => ({ go: null, locked: false, done: false }));
  private holder = 0;

  constructor(
    private readonly chance: () => number,
    private readonly meeting: Meeting,
  ) {}

  /** Runs both until both are done. */
  async run(works: [first: (onCall: OnCall) => Promise<void>, second: (onCall: OnCall) => Promise<void>]) {
    await Promise.all(
      works.map(async (work, index) => {
        try {
          await work(this.onCall(index));
        } finally {
          this.players[index].done = true;
          this.handOver(index);
        }
      }),
    );
  }

  private onCall(index: number): OnCall {
    const me = this.players[index];
    const other = this.players[1 - index];
    // A call that needn't wait isn't held up: a promise would count as standing still, also for who waits for a lock.
    return ({ name }) => {
      const stands = this.holder !== index || (other.go !== null && this.chance() < 0.25);
      if (!stands) return this.lockAt(name, index);
      if (this.holder === index) this.handOver(index);
      return this.stand(me).then(() => this.lockAt(name, index));
    };
  }

  /** Keeps track of who has the lock. Who is about to wait for it lets the other go on. */
  private lockAt(name: string, index: number): Promise<void> | undefined {
    const me = this.players[index];
    const other = this.players[1 - index];
    if (name === 'Lock.releaseLock') me.locked = false;
    if (name !== 'Lock.tryLock') return undefined;
    const waits = this.meeting === 'waits' && other.locked;
    me.locked = true;
    if (!waits) return undefined;
    this.handOver(index);
    return new Promise((done) => setImmediate(done));
  }

  private stand(player: Player): Promise<void> {
    return new Promise((done) => {
      player.go = () => {
        player.go = null;
        done();
      };
    });
  }

  private handOver(index: number): void {
    if (this.holder !== index) return;
    this.holder = 1 - index;
    this.players[1 - index].go?.();
  }
}
