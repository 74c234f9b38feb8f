import type { Lookup } from '../reports/report';
import type { Row } from './row';

/** A name, and the id of what is named where another thing was looked up: a person, and the groups they are in. */
export interface Name {
  label: string;
  thing: string | null;
}

/** Names by the id that was looked up; an id may have several. */
export type Names = Map<string, Name[]>;

/** The names that records of a dataset give, as rows, so that they wait like rows do. */
export function nameRows(records: unknown[], lookups: Lookup<unknown>[], dataset: string): Row[] {
  const lookup = lookups.find((candidate) => candidate.dataset.id === dataset);
  if (!lookup) return [];
  return records.flatMap((record) =>
    lookup.labels(record).map(([id, label, thing]): Row => ['', id, [label, thing ?? null]]),
  );
}

/** The names in such rows. */
export function namesIn(rows: Row[]): Names {
  const names: Names = new Map();
  for (const [, id, [label, thing]] of rows) {
    const known = names.get(id) ?? [];
    known.push({ label: String(label), thing: thing as string | null });
    names.set(id, known);
  }
  return names;
}

/** The names of looked-up ids, in order. An id without a name stands for itself or for nothing, as the lookup says. */
export function namesOf(ids: readonly string[], lookup: Lookup<unknown>, known: Map<string, Names>): Name[] {
  const names = known.get(lookup.dataset.id);
  const found = ids.flatMap(
    (id) => names?.get(id) ?? (lookup.missing === 'id' ? [{ label: id, thing: null }] : []),
  );
  return found.sort((a, b) => (a.label < b.label ? -1 : Number(a.label > b.label)));
}
