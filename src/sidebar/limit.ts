/** Lets a number of works go on at the same time; the others wait in the order in which they came. */
export class Limit {
  private busy = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly most: number) {}

  /** Does `work` when its turn comes, and returns what it returns. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.busy >= this.most) await new Promise<void>((go) => this.waiting.push(go));
    else this.busy++;
    try {
      return await work();
    } finally {
      // The place is handed on rather than freed, so that nobody slips in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.busy--;
    }
  }
}
