import type { Staged } from '../../job/event';
import type { Job, List } from '../../job/job';
import type { Row } from '../../rows/row';
import type { Stage } from './stage';

/** So many rows of partial groups may pile up before those of one key are added up. */
const MOST_UNMERGED = 20_000;

/** Adds up what can be of the rows that a query takes: partial groups of one key become one. Gives the rows of others back. */
export type Merge = (query: number, rows: Row[]) => Row[];

/** The rows that were read of a list in this execution, for each of its takes. */
type ListRows = { rows: Row[]; mergedAt: number }[];

/** The rows of a job that is being read: in memory until the execution's reading time is over, then in the stage. */
export class RowBuffer {
  private readonly lists = new Map<number, ListRows>();

  constructor(
    private readonly stage: Stage,
    private readonly merge: Merge,
  ) {}

  /** Takes the rows of one page, for each take of its list. */
  add(list: List, rows: Row[][]): void {
    if (rows.length === 0) return;
    const kept = this.lists.get(list.number) ?? list.reading.takes.map(() => ({ rows: [], mergedAt: 0 }));
    this.lists.set(list.number, kept);
    rows.forEach((more, take) => {
      // Another query may have begun to take of the list since its first page.
      kept[take] ??= { rows: [], mergedAt: 0 };
      const into = kept[take];
      for (const row of more) into.rows.push(row);
      if (into.rows.length > into.mergedAt * 2 + MOST_UNMERGED) this.mergeTake(list, take, into);
    });
  }

  /** Puts all that is in memory and still wanted into the stage, under a name for each take of a list, and says which. */
  keep(job: Job): Staged[] {
    const staged: Staged[] = [];
    for (const list of job.lists) {
      const pieces = job.pieces.filter((piece) => piece.list === list.number && piece.staged === null);
      if (pieces.length === 0) continue;
      const first = pieces[0].pages[0].number;
      const name = `${job.id}.${list.number}.${first}`;
      const names = list.reading.takes.map((_, take) => (take === 0 ? name : `${name}-${take}`));
      names.forEach((each, take) => {
        this.stage.put(each, this.inMemory(list, take));
      });
      staged.push({ list: list.number, names });
    }
    this.lists.clear();
    return staged;
  }

  /** The rows of a take of any list that a query takes of, or the names under which some were and are gone. */
  gather(
    job: Job,
    lists: List[],
    query: number,
  ): { rowsOf(list: List, take: number): Row[] } | { lost: string[] } {
    const found = new Map<string, Row[]>();
    const lost: string[] = [];
    for (const list of lists) {
      list.reading.takes.forEach((taking, take) => {
        if (taking.query !== query) return;
        const rows = [...this.inMemory(list, take)];
        for (const { staged, list: number } of job.pieces) {
          if (number !== list.number || staged === null || staged[take] === undefined) continue;
          const kept = this.stage.take(staged[take]);
          if (kept === null) lost.push(staged[take]);
          else for (const row of kept) rows.push(row);
        }
        found.set(`${list.number}.${take}`, addsUp(list, take) ? this.merge(query, rows) : rows);
      });
    }
    if (lost.length > 0) return { lost };
    return { rowsOf: (list, take) => found.get(`${list.number}.${take}`) ?? [] };
  }

  /** Forgets what no list that is wanted holds any more. */
  release(wanted: (list: number) => boolean): void {
    for (const number of [...this.lists.keys()]) if (!wanted(number)) this.lists.delete(number);
  }

  /** Forgets the rows of a job. */
  drop(job: Job): void {
    this.lists.clear();
    if (job.staged.length > 0) this.stage.drop(job.staged);
  }

  /** Puts what waits into the stage once more, so that it is there as long as what was put there last. */
  renew(job: Job): void {
    for (const name of job.pieces.flatMap(({ staged }) => staged ?? [])) {
      const rows = this.stage.take(name);
      if (rows !== null) this.stage.put(name, rows);
    }
  }

  private inMemory(list: List, take: number): Row[] {
    const kept = this.lists.get(list.number)?.[take];
    if (kept === undefined) return [];
    this.mergeTake(list, take, kept);
    return kept.rows;
  }

  private mergeTake(list: List, take: number, kept: ListRows[number]): void {
    if (addsUp(list, take)) kept.rows = this.merge(list.reading.takes[take].query, kept.rows);
    kept.mergedAt = kept.rows.length;
  }
}

/** Whether what a take has are sums: names, and what stands for things without time, must stay as they came. */
function addsUp({ reading }: List, take: number): boolean {
  return reading.purpose !== 'names' && reading.takes[take].fills === undefined;
}
