/** More names than these are told by their number. */
const MOST = 3;

/** Names in a sentence: "Hours", "Hours and Tags", "Hours, Tags, People and 4 more". */
export function namesIn(names: string[]): string {
  const shown = names.length > MOST ? [...names.slice(0, MOST), `${names.length - MOST} more`] : names;
  const last = shown[shown.length - 1] ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
