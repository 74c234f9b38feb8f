/** How campaigns are run: `short` is a sample of each kind, chosen by the seed. */
export interface Settings {
  seed: number;
  short: boolean;
  /** Only the kinds whose words hold this text, to look at one of them again; all by default. */
  what?: string;
}

/** Whether a kind is to be tried. */
export function isWanted({ what = '' }: Settings, kind: string): boolean {
  return kind.toLowerCase().includes(what.toLowerCase());
}

/** One kind of thing that was tried: so many cases of it, and each fault found in one line. */
export interface Tried {
  what: string;
  cases: number;
  faults: readonly string[];
}

/** Hears of each kind of thing when all of its cases were tried. */
export type Tell = (tried: Tried) => void;

/** One campaign: tells what it tried, and gives its figures for `faults.json`. */
export interface Campaign<Figures = Readonly<Record<string, number>>> {
  run(settings: Settings, tell: Tell): Promise<Figures>;
}

/** Adds up what is told of. */
export class Tally {
  cases = 0;
  faults = 0;

  constructor(private readonly tell: Tell) {}

  note(what: string, cases: number, faults: readonly string[]): void {
    this.cases += cases;
    this.faults += faults.length;
    this.tell({ what, cases, faults });
  }
}
