import { type Problem, problemOf, raise } from '../problems/problem';
import { damaged, type Query, readQuery } from './query';
import { NEVER, type QueryState, readState } from './state';

/**
 * The rows of the hidden sheet in which a spreadsheet keeps its queries, so that a copied file keeps them: id, name, query
 * as JSON, state as JSON.
 */
export interface QueryRows {
  /** All rows in order; none where there is no sheet yet. */
  read(): string[][];
  /** Writes one row; `index` counts from 0, the number of rows adds one. Makes the sheet when there is none. */
  write(index: number, row: string[]): void;
  /** Writes the last cell of a row alone. */
  writeState(index: number, state: string): void;
  /** Empties a row. It stays, so that the others keep their places while somebody else is at work on them. */
  clear(index: number): void;
}

/** A query as it is stored: readable, or with the problem that it isn't. */
export interface StoredQuery {
  id: string;
  name: string;
  query: Query | null;
  problem: Problem | null;
  state: QueryState;
}

/** The saved queries of a spreadsheet. Reads the hidden sheet once. */
export class Queries {
  private known: string[][] | null = null;

  constructor(private readonly rows: QueryRows) {}

  all(): StoredQuery[] {
    return this.lines()
      .filter(([id]) => id !== '')
      .map(stored);
  }

  /** Forgets what was read: under the lock of the spreadsheet, what others changed meanwhile is seen. */
  reload(): void {
    this.known = null;
  }

  /** What is stored under an id; null when nothing is. */
  find(id: string): StoredQuery | null {
    const line = this.lines().find((other) => other[0] === id);
    return line ? stored(line) : null;
  }

  /** The query with an id. Raises `query-unknown`, `query-newer`, `query-damaged`. */
  get(id: string): { query: Query; state: QueryState } {
    const found = this.find(id) ?? raise(unknownQuery());
    if (found.problem) raise(found.problem);
    return { query: found.query as Query, state: found.state };
  }

  /** Adds a query, or replaces the one with its id. */
  save(query: Query, state?: QueryState): void {
    const lines = this.lines();
    const found = lines.findIndex((line) => line[0] === query.id);
    const free = lines.findIndex(([id]) => id === '');
    const index = found >= 0 ? found : free >= 0 ? free : lines.length;
    const kept = state ?? (found < 0 ? NEVER : stored(lines[found]).state);
    const line = [query.id, query.name, JSON.stringify(query), JSON.stringify(kept)];
    this.rows.write(index, line);
    lines[index] = line;
  }

  /** Records what became of a refresh, also of a query that can't be read. Leaves the query itself to whoever may edit it now. */
  saveState(id: string, state: QueryState): void {
    const lines = this.lines();
    const index = lines.findIndex((line) => line[0] === id);
    if (index < 0) return;
    lines[index] = [...lines[index].slice(0, 3), JSON.stringify(state)];
    this.rows.writeState(index, lines[index][3]);
  }

  /** Raises `query-unknown`. */
  remove(id: string): void {
    const lines = this.lines();
    const index = lines.findIndex((line) => line[0] === id);
    if (index < 0) raise(unknownQuery());
    this.rows.clear(index);
    lines[index] = ['', '', '', ''];
  }

  private lines(): string[][] {
    this.known ??= this.rows.read();
    return this.known;
  }
}

function stored([id, name, json, state]: string[]): StoredQuery {
  const entry = { id, name, state: readState(parsed(state)) };
  try {
    const value = parsed(json);
    if (value === undefined) raise(damaged(name, 'no JSON'));
    const query = readQuery(value, name);
    if (query.id !== id) raise(damaged(name, 'another id'));
    return { ...entry, query, problem: null };
  } catch (error) {
    return { ...entry, query: null, problem: problemOf(error) };
  }
}

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return undefined;
  }
}

function unknownQuery(): Problem {
  return {
    code: 'query-unknown',
    scope: {},
    title: 'This query is no longer in the spreadsheet.',
    remedy: 'Somebody may have deleted it. Reload the list of queries.',
    retry: 'never',
  };
}
