import { problemOf } from '../../problems/problem';
import type { StoredQuery } from '../../query/queries';
import type { SaidLine } from '../../record/said';
import type { Standing } from '../../record/standing';
import { ALL, type StatusBlock } from '../../record/statusBlocks';
import { sayInNotes } from '../../table/sayInNotes';
import type { Effects } from '../effects';
import { UNWRITABLE } from '../refresh/unwritable';
import { timingNow } from './facts';
import { publicStandings } from './publicly';
import { updateBlocks } from './statusCells';

/** What the line of a note begins with that says how its query stands. */
const STATE = 'State: ';

/** How long is written while others wait for the lock, in milliseconds: of hundreds of tables the list tells the rest. */
const LONGEST = 15_000;

/** What is to be brought up to date: what notes say of queries, and blocks of status cells. */
interface Due {
  notes: Map<string, SaidLine>;
  blocks: [string, StatusBlock][];
}

/**
 * Brings notes of tables and status cells up to date: of some queries, or of all. Notes that are known to say what is true are
 * not read. What can't be written is left for the next time.
 */
export function tellStandings(effects: Effects, only?: string[]): void {
  try {
    const found = dueNow(effects, only);
    if (found.notes.size === 0 && found.blocks.length === 0) return;
    effects.lock.hold(() => {
      // Others may have refreshed or deleted a query since.
      effects.queries.reload();
      write(effects, only);
    });
  } catch (error) {
    if (![...UNWRITABLE, 'store-full'].includes(problemOf(error).code)) throw error;
  }
}

function write(effects: Effects, only?: string[]): void {
  const { clock, said, grid } = effects;
  const { notes, blocks } = dueNow(effects, only);
  const stopsAt = clock.now() + LONGEST;
  const goesOn = () => clock.now() < stopsAt;
  if (notes.size > 0) {
    // An execution that ends in between leaves lines of which nothing is known: they are looked at the next time.
    said.keep(new Map([...notes].map(([query, { of }]) => [query, { of }])));
    const line = (query: string) => notes.get(query)?.line ?? null;
    sayInNotes(effects, [...notes.keys()], { beginning: STATE, line }, goesOn);
    if (goesOn()) said.keep(notes);
  }
  updateBlocks(effects, blocks, goesOn);
  grid.flush();
}

function dueNow(effects: Effects, only?: string[]): Due {
  const { queries } = effects;
  const seen = effects.look();
  const standing = publicStandings(effects, seen.unfinished, timingNow(effects, seen));
  const wanted = only ? only.flatMap((id) => queries.find(id) ?? []) : queries.all();
  const notes = wanted.flatMap((query): [string, SaidLine][] => {
    const of = query.state.complete?.at ?? null;
    const line = lineOf(query, standing(query));
    return of === null || knownLine(seen.said.get(query.id), of) === line ? [] : [[query.id, { of, line }]];
  });
  const blocks = [...seen.blocks].filter(([id]) => id === ALL || !only || only.includes(id));
  return { notes: new Map(notes), blocks };
}

/** What the note of a table as of a moment says now; nothing where that isn't known. A new table's has no line. */
function knownLine(told: SaidLine | undefined, of: number): string | null | undefined {
  if (told === undefined) return null;
  return told.of === null || told.of === of ? told.line : null;
}

/** What the note of a query's table is to say besides; what it was written with says the rest. */
function lineOf({ state }: StoredQuery, { kind, until, text }: Standing): string | null {
  if (kind === 'fresh' && until === undefined) return null;
  // Another line says so, and what to do.
  if (state.problem?.code === 'key-refused') return null;
  return STATE + text;
}
