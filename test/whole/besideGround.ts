import type { Query } from '../../src/query/query';
import type { Ground, Wish } from './ground';

/** Eight entries: two of the first day, six of the second. */
export const DAYS: [string, string] = ['2026-06-01', '2026-06-02'];
export const SECOND: [string, string] = ['2026-06-02', '2026-06-02'];
export const TAB = 'Time entries';
export const KEPT = 'Time entries (kept)';

const wish: Wish = { accounts: ['Quirks'], days: DAYS, columns: ['entry-id', 'date', 'duration'] };

export const period = ([from, to]: [string, string]) => ({ period: { kind: 'fixed' as const, from, to } });
export const sorted = (field: string) => ({ sort: [[field, 'desc'] as [string, 'desc']] });

/** A spreadsheet with one table that has a typed column beside it, whose cells say the row's id, and a formula column. */
export class Beside {
  constructor(private readonly ground: Ground) {}

  async fill(more: Wish = {}): Promise<Query> {
    const query = await this.ground.fill({ ...wish, ...more });
    this.type('D1', 'PO');
    this.type('E1', 'Double');
    this.ids().forEach((id, row) => {
      this.type(`D${row + 2}`, `of ${id}`);
      this.type(`E${row + 2}`, `=C${row + 2}*2`);
    });
    return query;
  }

  type(a1: string, text: string): void {
    this.ground.sheet.type(TAB, a1, text);
  }

  async change(query: Query, change: Partial<Query>): Promise<Query> {
    const view = await this.ground.view(query);
    return this.ground.session.saveQuery({ ...(view.query as Query), ...change });
  }

  async edit(query: Query, change: Partial<Query>): Promise<void> {
    await this.change(query, change);
    await this.ground.refresh(query);
  }

  /** The first column of the table. */
  ids(): string[] {
    return this.cells('A').flatMap((id) => (id === '' ? [] : [String(id)]));
  }

  /** A column of the tab, without its header. */
  cells(letter: string): unknown[] {
    return this.ground.sheet.values(TAB, `${letter}2:${letter}20`).flat();
  }

  formulas(letter = 'E'): string[] {
    return this.ground.sheet.formulas(TAB, `${letter}2:${letter}20`).flat();
  }

  tabs(): string[] {
    return this.ground.sheet.tabs().map(({ name }) => name);
  }

  /** All that the spreadsheet holds anywhere. */
  everything(): Set<unknown> {
    return new Set(this.tabs().flatMap((tab) => this.ground.sheet.values(tab).flat()));
  }
}

/** A column that has these cells and nothing below. */
export function column(cells: string[]): string[] {
  return [...cells, ...Array(19 - cells.length).fill('')];
}

/** The formulas of so many rows. */
export function doubled(rows: number): string[] {
  return column(Array.from({ length: rows }, (_, row) => `=C${row + 2}*2`));
}
