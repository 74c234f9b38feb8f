/** The `name` parameter of the lists: part of the name, or all of it with `strict-name-search`, in any case. */
export function namesMatch(query: Record<string, unknown>): (item: { name: string }) => boolean {
  const wanted = (query.name as string | undefined)?.toLowerCase();
  if (!wanted) return () => true;
  if (query['strict-name-search']) return (item) => item.name.toLowerCase() === wanted;
  return (item) => item.name.toLowerCase().includes(wanted);
}

/** `archived`: left out, both; else only those that are, or aren't. */
export function archivedMatch(query: Record<string, unknown>): (item: { archived: boolean }) => boolean {
  const wanted = query.archived as boolean | undefined;
  return (item) => wanted === undefined || item.archived === wanted;
}
