/** How many options a page of keys is. */
const PAGE = 7;

/** The option that a key brings the highlight to, from `at` (-1 for none) among `count`; null for keys that move nothing. */
export function highlighted(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  const goals: Record<string, number> = {
    ArrowDown: at >= last ? 0 : at + 1,
    ArrowUp: at <= 0 ? last : at - 1,
    PageDown: Math.min(last, at + PAGE),
    PageUp: Math.max(0, at - PAGE),
  };
  return goals[key] ?? null;
}
