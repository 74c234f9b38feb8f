import * as v from 'valibot';
import type { Store } from '../store/store';
import { PACK_VERSION, type Run, runSchema, shortened } from './run';

/** How many runs are kept: twenty hourly queries make 480 a day. */
export const RUNS_KEPT = 500;

/** How many runs go into one property: compressed they take some 2 KB of its nine. */
const PACK_OF = 24;

/** A property takes 9 KB, in characters of one byte. */
const LONGEST_PACK = 8_500;

/** All packs together take no more of the store's 500 KB than this, in characters. */
const MOST_CHARACTERS = 100_000;

/** A run by itself, as it was added; and several, put together since. */
const RUN = 'run.';
const PACK = 'runs.';

const packSchema = v.object({
  version: v.literal(PACK_VERSION),
  runs: v.array(v.tuple([v.string(), v.unknown()])),
});

/** Makes a text shorter, and whole again; null for what it didn't make. */
export interface Packing {
  pack(text: string): string;
  unpack(text: string): string | null;
}

/** A run with the id under which it was added. */
type Entry = [id: string, run: Run];

/**
 * The refresh log of a spreadsheet: its last runs, shared by its users, in document properties. A run is added by one call, as a
 * property of its own, so that two that end at once never take each other's place; now and then those that stand alone are put
 * together. Nothing that was put together is ever written again: a run that two executions have put into two packs counts once.
 */
export class RefreshLog {
  constructor(
    private readonly store: Store,
    private readonly packing: Packing,
  ) {}

  /** Newest first. */
  all(): Run[] {
    const { alone, packs } = this.stored();
    const runs = new Map([...packs.flatMap(({ runs }) => runs), ...alone]);
    return [...runs.values()].sort((a, b) => b.at - a.at).slice(0, RUNS_KEPT);
  }

  /**
   * Adds a run. `id` is one that nothing else has, in hexadecimal digits; at every sixteenth, by chance, runs are put together and
   * the oldest go, since looking for them costs calls. Raises `store-full`.
   */
  add(run: Run, id: string): void {
    this.store.set(RUN + id, JSON.stringify(shortened(run)));
    if (id.endsWith('0')) this.tidy(id);
  }

  private tidy(id: string): void {
    const { alone, packs, unreadable } = this.stored();
    const known = new Set(packs.flatMap(({ runs }) => runs.map(([run]) => run)));
    const loose = alone.filter(([run]) => !known.has(run)).sort(([, a], [, b]) => b.at - a.at);
    for (const name of [...unreadable, ...outdated(packs, loose.length)]) this.store.delete(name);
    const texts = this.packed(loose.slice(0, RUNS_KEPT));
    for (const [index, text] of texts.entries()) this.store.set(`${PACK}${id}.${index}`, text);
    // Only once they stand together: an execution that ends before leaves some twice, which count once.
    for (const [run] of alone) this.store.delete(RUN + run);
  }

  /** Runs as texts that each fit a property. */
  private packed(runs: Entry[]): string[] {
    if (runs.length === 0) return [];
    if (runs.length > PACK_OF)
      return [...this.packed(runs.slice(0, PACK_OF)), ...this.packed(runs.slice(PACK_OF))];
    const text = this.packing.pack(JSON.stringify({ version: PACK_VERSION, runs }));
    if (text.length <= LONGEST_PACK || runs.length === 1) return [text];
    const half = Math.ceil(runs.length / 2);
    return [...this.packed(runs.slice(0, half)), ...this.packed(runs.slice(half))];
  }

  private stored(): { alone: Entry[]; packs: Pack[]; unreadable: string[] } {
    const alone: Entry[] = [];
    const packs: Pack[] = [];
    const unreadable: string[] = [];
    for (const [name, value] of Object.entries(this.store.all())) {
      if (name.startsWith(RUN)) {
        const run = v.safeParse(runSchema, parsed(value));
        if (run.success) alone.push([name.slice(RUN.length), run.output]);
        else unreadable.push(name);
      } else if (name.startsWith(PACK)) {
        const runs = this.unpacked(value);
        if (runs.length > 0) packs.push({ name, characters: value.length, runs });
        else unreadable.push(name);
      }
    }
    return { alone, packs, unreadable };
  }

  private unpacked(value: string): Entry[] {
    const pack = v.safeParse(packSchema, parsed(this.packing.unpack(value)));
    if (!pack.success) return [];
    return pack.output.runs.flatMap(([id, stored]): Entry[] => {
      const run = v.safeParse(runSchema, stored);
      return run.success ? [[id, run.output]] : [];
    });
  }
}

interface Pack {
  name: string;
  characters: number;
  runs: Entry[];
}

/** Names of the packs that go, so that with as many new runs there are as many as are kept, and not too long. */
function outdated(packs: Pack[], added: number): string[] {
  const newest = ({ runs }: Pack) => Math.max(...runs.map(([, { at }]) => at));
  let [runs, characters] = [added, 0];
  return [...packs]
    .sort((a, b) => newest(b) - newest(a))
    .filter((pack) => {
      const goes = runs >= RUNS_KEPT || characters + pack.characters > MOST_CHARACTERS;
      runs += pack.runs.length;
      characters += pack.characters;
      return goes;
    })
    .map(({ name }) => name);
}

function parsed(value: string | null): unknown {
  try {
    return JSON.parse(value ?? '');
  } catch {
    return null;
  }
}
