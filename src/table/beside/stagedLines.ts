import * as v from 'valibot';
import type { SideCell } from './sideCell';
import type { RowIdentity } from './successors';

/** A row of a table with what is beside it. */
export interface SideRow extends RowIdentity {
  /** What the row itself shows, for people. */
  text: string;
  cells: SideCell[];
}

/** A row as it is staged: where it stood, -1 where nobody knows, and where it is to stand, -1 where it is gone; from 0. */
export interface StagedRow extends SideRow {
  from: number;
  to: number;
}

const schema = v.object({
  version: v.literal(1),
  from: v.pipe(v.number(), v.integer(), v.minValue(-1)),
  to: v.pipe(v.number(), v.integer(), v.minValue(-1)),
  key: v.nullable(v.string()),
  print: v.string(),
  label: v.string(),
  text: v.string(),
});

/** What is staged of a row besides the cells, as one text. */
export function lineOf({ from, to, key, print, label, text }: StagedRow): string {
  return JSON.stringify({ version: 1, from, to, key, print, label, text });
}

/** A row from its text and cells; null for what can't be read. */
export function rowOf(line: unknown, cells: SideCell[]): StagedRow | null {
  try {
    const result = v.safeParse(schema, JSON.parse(String(line)));
    if (!result.success) return null;
    const { version: _, ...row } = result.output;
    return { ...row, cells };
  } catch {
    return null;
  }
}
