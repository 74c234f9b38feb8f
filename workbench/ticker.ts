import { printable } from './printable';

const patienceMs = 2000;

/** What a {@link Ticker} needs of the world. */
export interface TickerEffects {
  now(): number;
  write(text: string): void;
  /** Calls again and again; returns a cancel function. */
  every(ms: number, act: () => void): () => void;
}

const real: TickerEffects = {
  now: () => Date.now(),
  write: (text) => void process.stderr.write(text),
  every(ms, act) {
    const timer = setInterval(act, ms).unref();
    return () => clearInterval(timer);
  },
};

/** Says on the error stream how far something is that takes longer than two seconds, every two seconds where it changed. */
export class Ticker {
  private readonly begun: number;
  private readonly cancel: () => void;
  private said = '';

  constructor(
    private readonly stage: () => string,
    private readonly effects: TickerEffects = real,
  ) {
    this.begun = effects.now();
    this.cancel = effects.every(patienceMs, () => this.tick());
  }

  private tick(): void {
    const stage = printable(this.stage());
    if (stage === this.said) return;
    this.said = stage;
    this.effects.write(`${stage} (${Math.round((this.effects.now() - this.begun) / 1000)} s)\n`);
  }

  stop(): void {
    this.cancel();
  }
}
