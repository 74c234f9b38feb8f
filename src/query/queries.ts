import { type Problem, problemOf, raise } from '../problems/problem';
import { isIdentifier } from './identifier';
import { newestMoment, type Outcomes, outcomeAt } from './outcomes';
import { plainText } from './plainText';
import { damaged, type Query, readQuery } from './query';
import { NEVER, type QueryState, readSheetState, sheetStateOf, untoldProblem } from './state';

/**
 * The rows of the hidden sheet in which a spreadsheet keeps its queries, so that a copied file keeps them: id, name, query
 * as JSON, state as JSON. Everybody who may edit the spreadsheet can write anything there.
 */
export interface QueryRows {
  /** The first rows in order, at most `most`; none where there is no sheet yet. */
  read(most: number): string[][];
  /** Writes one row; `index` counts from 0, the number of rows adds one. Makes the sheet when there is none. */
  write(index: number, row: string[]): void;
  /** Writes the last cell of a row alone. */
  writeState(index: number, state: string): void;
  /** Empties a row. It stays, so that the others keep their places while somebody else is at work on them. */
  clear(index: number): void;
  /** Removes the sheet where nothing is left in it but what the add-on made it with. */
  removeSheet(): void;
}

/** A query as it is stored: readable, or with the problem that it isn't. */
export interface StoredQuery {
  id: string;
  name: string;
  query: Query | null;
  problem: Problem | null;
  readonly state: QueryState;
}

/** How many rows are looked at: more queries than that are told of, and left alone. */
export const MOST_QUERIES = 300;

/** The id of what stands for the rows that were not looked at. */
export const REST = '~more';

/** The saved queries of a spreadsheet. Reads the hidden sheet once. */
export class Queries {
  private known: Line[] | null = null;
  private told: Map<string, string> | null = null;

  constructor(
    private readonly rows: QueryRows,
    private readonly outcomes: Outcomes,
  ) {}

  all(): StoredQuery[] {
    this.told ??= this.outcomes.all();
    const lines = this.lines();
    const found = lines.slice(0, MOST_QUERIES).filter(({ id }) => id !== '');
    const queries = found.map((line) => this.stored(line));
    return lines.length > MOST_QUERIES ? [...queries, rest()] : queries;
  }

  /** Forgets what was read: under the lock of the spreadsheet, what others changed meanwhile is seen. */
  reload(): void {
    this.known = null;
    this.told = null;
  }

  /** What is stored under an id; null when nothing is. */
  find(id: string): StoredQuery | null {
    const line = this.lines()[this.indexOf(id)];
    return line ? this.stored(line) : null;
  }

  /** The query with an id. Raises `query-unknown`, `query-newer`, `query-damaged`. */
  get(id: string): StoredQuery & { query: Query } {
    const found = this.find(id) ?? raise(unknownQuery());
    if (found.problem) raise(found.problem);
    return found as StoredQuery & { query: Query };
  }

  /** Adds a query, or replaces the one with its id; it keeps its state unless another is given. Raises `queries-too-many`. */
  save(query: Query, state?: QueryState): void {
    const lines = this.lines();
    const found = this.indexOf(query.id);
    const free = lines.findIndex(({ id }) => id === '');
    const index = found >= 0 ? found : free >= 0 ? free : lines.length;
    if (index >= MOST_QUERIES) raise(tooMany());
    const kept = state ? sheetText(state) : found < 0 ? sheetText(NEVER) : lines[found].cells[3];
    const cells = [query.id, query.name, JSON.stringify(query), kept];
    this.rows.write(index, cells);
    lines[index] = { id: query.id, cells };
    if (state) this.tell(query.id, state);
  }

  /** Records what became of a refresh, also of a query that can't be read. Leaves the query itself to whoever may edit it now. */
  saveState(id: string, state: QueryState): void {
    const lines = this.lines();
    const index = this.indexOf(id);
    if (index < 0) return;
    const text = sheetText(state);
    lines[index] = { id, cells: [...lines[index].cells.slice(0, 3), text] };
    this.rows.writeState(index, text);
    this.tell(id, state);
  }

  /** Raises `query-unknown`. */
  remove(id: string): void {
    const index = this.indexOf(id);
    if (index < 0) raise(unknownQuery());
    this.rows.clear(index);
    this.lines()[index] = { id: '', cells: ['', '', '', ''] };
    this.outcomes.forget(id);
  }

  /** Removes the sheet of the queries, of which none is left. */
  removeSheet(): void {
    if (this.lines().every(({ id }) => id === '')) this.rows.removeSheet();
    this.reload();
  }

  private tell(id: string, state: QueryState): void {
    this.outcomes.keep(id, state);
    this.told = null;
  }

  private indexOf(id: string): number {
    return id === '' ? -1 : this.lines().findIndex((line) => line.id === id);
  }

  private lines(): Line[] {
    if (this.known === null) {
      const ids = new Set<string>();
      this.known = this.rows.read(MOST_QUERIES + 1).map((cells, index) => {
        const id = idOf(cells, index, ids);
        ids.add(id);
        return { id, cells };
      });
      while (this.known.length > 0 && this.known[this.known.length - 1].id === '') this.known.pop();
    }
    return this.known;
  }

  private stored({ id, cells }: Line): StoredQuery {
    const { name, query, problem } = readCells(id, cells);
    const sheet = readSheetState(parsed(cells[3]));
    const told = () => (this.told ? (this.told.get(id) ?? null) : this.outcomes.get(id));
    return {
      id,
      name,
      query,
      problem,
      // What there is to read costs another look into a store, which few need.
      get state() {
        const moment = newestMoment(sheet);
        const outcome = sheet.told ? outcomeAt(moment, told()) : null;
        const words = outcome?.problem?.code === sheet.problem ? outcome?.problem : undefined;
        return {
          complete: sheet.complete,
          warnings: outcome?.warnings ?? [],
          problem: sheet.problem === null ? null : (words ?? untoldProblem(sheet.problem, name)),
          problemAt: sheet.problemAt,
        };
      },
    };
  }
}

/** A row with the id by which it is known: its own, or one by its place when its own is none or another's. */
interface Line {
  id: string;
  cells: string[];
}

function idOf(cells: string[], index: number, taken: Set<string>): string {
  if (cells.every((text) => text === '')) return '';
  return isIdentifier(cells[0]) && !taken.has(cells[0]) ? cells[0] : `~${index + 1}`;
}

function readCells(id: string, cells: string[]): Pick<StoredQuery, 'name' | 'query' | 'problem'> {
  const label = plainText(cells[1] ?? '', 100) || 'Unnamed query';
  try {
    if (id !== cells[0]) raise(damaged(label, isIdentifier(cells[0]) ? 'another row has its id' : 'its id'));
    const value = parsed(cells[2]);
    if (value === undefined) raise(damaged(label, 'no JSON'));
    const query = readQuery(value, label);
    if (query.id !== id) raise(damaged(label, 'another id'));
    return { name: query.name, query, problem: null };
  } catch (error) {
    return { name: label, query: null, problem: problemOf(error) };
  }
}

function sheetText(state: QueryState): string {
  return JSON.stringify(sheetStateOf(state));
}

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return undefined;
  }
}

function rest(): StoredQuery {
  return { id: REST, name: 'More queries', query: null, problem: tooMany(), state: NEVER };
}

function tooMany(): Problem {
  return {
    code: 'queries-too-many',
    scope: {},
    title: `A spreadsheet has room for ${MOST_QUERIES} queries. Those beyond are left alone.`,
    remedy: 'Delete queries that nobody needs, or use another spreadsheet.',
    retry: 'never',
  };
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
