/** What is in a list, in an order that chance decides. */
export function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
  }
  return mixed;
}

/** A sample by chance, `each` of every kind, in the order of the list. */
export function sampleOf<T>(
  list: readonly T[],
  kindOf: (item: T) => string,
  each: number,
  chance: () => number,
): T[] {
  const left = new Map<string, number>();
  const chosen = new Set(
    shuffled(list, chance).filter((item) => {
      const kind = kindOf(item);
      const open = left.get(kind) ?? each;
      left.set(kind, open - 1);
      return open > 0;
    }),
  );
  return list.filter((item) => chosen.has(item));
}

/** One of a list. */
export function pick<T>(list: readonly T[], chance: () => number): T {
  return list[Math.floor(chance() * list.length)];
}
