import type { Platform } from '../gas/platform';
import type { FireOptions, Firing } from '../gas/triggers/fire';
import { saidOf } from './passed';

const hourMs = 3_600_000;
const lookMs = 1000;

/** What a {@link Passing} tells of itself. */
export interface Witness {
  readonly around: FireOptions['around'];
  /** Another hour is over, or all of them are. */
  passed(): void;
}

/**
 * The page's time: it goes with the machine's clock, and hours of it can be let pass at once. Either way the triggers that fall due
 * are fired, one after the other.
 */
export class Passing {
  private last: Promise<unknown> = Promise.resolve();
  private going: { readonly hours: number; done: number; stopped: boolean } | null = null;
  private timer: NodeJS.Timeout | undefined;
  private looking = false;

  constructor(
    private readonly platform: Platform,
    private readonly witness: Witness,
  ) {}

  /** From now on triggers are fired by the machine's clock too, until it is closed. */
  begin(): void {
    this.timer = setInterval(() => void this.look(), lookMs).unref();
  }

  close(): void {
    clearInterval(this.timer);
    this.stop();
  }

  /** How many hours are being let pass, and how many of them are over; null when none are. */
  get progress(): { readonly hours: number; readonly done: number } | null {
    return this.going;
  }

  /** Lets hours pass, one after the other, and says what happened in them. */
  pass(hours: number): Promise<string> {
    return this.inTurn(async () => {
      const going = { hours, done: 0, stopped: false };
      const firings: Firing[] = [];
      this.going = going;
      try {
        while (going.done < hours && !going.stopped) {
          firings.push(...(await this.platform.passTime(hourMs, { around: this.witness.around })));
          going.done++;
          this.witness.passed();
        }
      } finally {
        this.going = null;
        this.witness.passed();
      }
      return saidOf(going.done, firings);
    });
  }

  /** Lets no further hour pass of those that are. */
  stop(): void {
    if (this.going) this.going.stopped = true;
  }

  private async look(): Promise<void> {
    if (this.looking || this.going) return;
    this.looking = true;
    try {
      await this.inTurn(() => this.platform.fireDue({ around: this.witness.around }));
    } finally {
      this.looking = false;
    }
  }

  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.last.then(act);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
