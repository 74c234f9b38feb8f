import type { Job, Piece } from '../../job/job';
import type { Row } from '../../rows/row';
import type { Stage } from './stage';

/** The rows of a job that is being read: in memory until the execution's reading time is over, then in the stage. */
export class RowBuffer {
  private readonly pages = new Map<string, Row[]>();

  constructor(private readonly stage: Stage) {}

  /** Takes the rows of one page. */
  add(list: number, page: { number: number; size: number }, rows: Row[]): void {
    this.pages.set(`${list}.${page.number}.${page.size}`, rows);
  }

  /** Puts all that is in memory into the stage, one name a list, and says which. */
  keep(job: Job): { list: number; name: string }[] {
    const staged: { list: number; name: string }[] = [];
    for (const { number } of job.lists) {
      const pieces = job.pieces.filter((piece) => piece.list === number && piece.staged === null);
      if (pieces.length === 0) continue;
      const name = `${job.id}.${number}.${pieces[0].pages[0].number}`;
      this.stage.put(
        name,
        pieces.flatMap((piece) => this.inMemory(piece)),
      );
      staged.push({ list: number, name });
    }
    this.pages.clear();
    return staged;
  }

  /** All rows of a job by list, or the names of the pieces whose rows are gone. */
  gather(job: Job): { rows: Map<number, Row[]> } | { lost: string[] } {
    const rows = new Map<number, Row[]>(job.lists.map(({ number }) => [number, []]));
    const lost: string[] = [];
    for (const piece of job.pieces) {
      const found = piece.staged === null ? this.inMemory(piece) : this.stage.take(piece.staged);
      const into = rows.get(piece.list);
      if (found === null) lost.push(piece.staged ?? '');
      else if (into) for (const row of found) into.push(row);
    }
    return lost.length > 0 ? { lost } : { rows };
  }

  /** Forgets the rows of a job. */
  drop(job: Job): void {
    this.pages.clear();
    if (job.staged.length > 0) this.stage.drop(job.staged);
  }

  /** Puts what waits into the stage once more, so that it is there as long as what was put there last. */
  renew(job: Job): void {
    for (const { staged } of job.pieces) {
      const rows = staged === null ? null : this.stage.take(staged);
      if (staged !== null && rows !== null) this.stage.put(staged, rows);
    }
  }

  private inMemory(piece: Piece): Row[] {
    return piece.pages.flatMap(({ number, size }) => this.pages.get(`${piece.list}.${number}.${size}`) ?? []);
  }
}
