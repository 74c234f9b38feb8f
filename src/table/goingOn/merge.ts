/** A row of a merged table: one that stood, or one of the answer, by its index there. */
export type Source = { old: number } | { new: number };

/** What is known of the rows that stand, by their index. */
export interface StandingRows {
  /** Their days as serial numbers; null for a row that is blank. */
  days: (number | null)[];
  /** An empty text for a row without one; null where the table shows no ids. */
  ids: string[] | null;
}

/** The rows of an answer: how many there are, and their ids where the table shows them. */
export interface AnswerRows {
  count: number;
  ids: string[] | null;
}

/**
 * The rows of a table whose days from `from` on were read anew: older rows as they stand, then those of the answer. A row whose
 * id came in the answer was dated anew and is no older one any more. Blank rows stay among older ones only.
 */
export function mergedByDays({ days, ids }: StandingRows, from: number, answer: AnswerRows): Source[] {
  const came = new Set(answer.ids ?? []);
  const isKept = (day: number | null, index: number) =>
    day !== null && day < from && !(ids !== null && ids[index] !== '' && came.has(ids[index]));
  const rows: Source[] = [];
  let blank: Source[] = [];
  for (let index = 0; index < days.length; index++) {
    if (days[index] === null) blank.push({ old: index });
    if (!isKept(days[index], index)) continue;
    rows.push(...blank, { old: index });
    if (blank.length > 0) blank = [];
  }
  for (let index = 0; index < answer.count; index++) rows.push({ new: index });
  return rows;
}

/** The rows of a table to which an answer is added: each where it stands, updated where its id came, then what is new. */
export function mergedById(ids: string[], answer: string[]): Source[] {
  const places = new Map(answer.map((id, index) => [id, index]));
  const standing = ids.map((id, old): Source => {
    const place = id === '' ? undefined : places.get(id);
    if (place === undefined) return { old };
    places.delete(id);
    return { new: place };
  });
  const left = new Set(places.values());
  return [...standing, ...answer.flatMap((_, index): Source[] => (left.has(index) ? [{ new: index }] : []))];
}

/** How many rows at the top are those that stand there. */
export function untouched(rows: Source[]): number {
  const first = rows.findIndex((row, index) => !('old' in row) || row.old !== index);
  return first < 0 ? rows.length : first;
}
