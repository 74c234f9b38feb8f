import type { Staged } from '../../job/event';
import type { Job, List } from '../../job/job';
import type { Row } from '../../rows/row';
import { type Gathered, gatheringRows } from '../../rows/take';
import type { Stage } from './stage';

/** The rows of a job that is being read: in memory until the execution's reading time is over, then in the stage. */
export class RowBuffer {
  /** What was read of each list in this execution, for each of its takes. */
  private readonly lists = new Map<number, Gathered[]>();

  /** `gathering` begins to gather what a query takes. */
  constructor(
    private readonly stage: Stage,
    private readonly gathering: (query: number) => Gathered,
  ) {}

  /** Takes the rows of one page, for each take of its list. */
  add(list: List, rows: Row[][]): void {
    if (rows.length === 0) return;
    const kept = this.lists.get(list.number) ?? [];
    this.lists.set(list.number, kept);
    rows.forEach((more, take) => {
      // Another query may have begun to take of the list since its first page.
      kept[take] ??= this.begin(list, take);
      kept[take].add(more);
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
        const rows = this.begin(list, take);
        for (const { staged, list: number } of job.pieces) {
          if (number !== list.number || staged === null || staged[take] === undefined) continue;
          const kept = this.stage.take(staged[take]);
          if (kept === null) lost.push(staged[take]);
          else rows.add(kept);
        }
        // Last, since what comes first is added to: rows that are lost are gathered again with these.
        rows.add(this.inMemory(list, take));
        found.set(`${list.number}.${take}`, rows.rows());
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

  private inMemory({ number }: List, take: number): Row[] {
    return this.lists.get(number)?.[take]?.rows() ?? [];
  }

  /** What a take has are sums, but for names, and what stands for things without time: those stay as they come. */
  private begin({ reading }: List, take: number): Gathered {
    const { query, fills } = reading.takes[take];
    return reading.purpose === 'names' || fills !== undefined ? gatheringRows() : this.gathering(query);
  }
}
