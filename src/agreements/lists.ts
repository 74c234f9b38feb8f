/** A sentence with more characters of names than this becomes several. */
const LONGEST_LIST = 220;
/** How many sentences a list becomes; the last says how many names are left. */
const MOST_SENTENCES = 6;

/** Sentences that name all of a list, as many as it takes; none for an empty one. */
export function listed(names: string[], say: (names: string, index: number) => string): string[] {
  const groups: string[][] = [];
  let length = 0;
  for (const name of names) {
    if (groups.length === 0 || length + name.length > LONGEST_LIST) {
      groups.push([]);
      length = 0;
    }
    groups[groups.length - 1].push(name);
    length += name.length + 2;
  }
  const told = groups.slice(0, MOST_SENTENCES);
  const rest = groups.slice(MOST_SENTENCES).flat().length;
  if (rest > 0) told[MOST_SENTENCES - 1].push(`${rest} more`);
  return told.map((group, index) => say(joined(group), index));
}

function joined(names: string[]): string {
  const last = names[names.length - 1];
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}
