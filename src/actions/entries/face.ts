/** What a column of a grouped table is: a field, a value that it was split by, and what of it is shown. */
export interface Face {
  field: string;
  /** The key of a split value, or of what is shown of all of them; null where nothing was split. */
  key: string | null;
  /** `previous`, `change` …; null for the value itself. */
  show: string | null;
}

/** Keys of what stands for no single value: the others, and all of them. */
export const OTHERS = '.others';
export const ALL = '.total';

/** What a column is, as its identity says; null for one that isn't known. */
export function faceOf(identity: string): Face | null {
  const match = /^([A-Za-z0-9_-]+)(?:@([A-Za-z0-9_.-]+))?(?::([a-z]+))?$/.exec(identity);
  return match && { field: match[1], key: match[2] ?? null, show: match[3] ?? null };
}
