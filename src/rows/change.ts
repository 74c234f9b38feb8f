import type { Leaf } from '../reports/report';

/**
 * How much a value differs from the one that it is compared with. A sum of nothing counts as 0 beside one of something; a ratio
 * that isn't there differs from none.
 */
export function changeOf(now: Leaf, then: Leaf, isRatio: boolean): Leaf {
  const missing = Number(now === null) + Number(then === null);
  return missing === 2 || (isRatio && missing > 0) ? null : Number(now) - Number(then);
}

/**
 * The difference as a fraction of what it was. From nothing it is `new`, to nothing `gone`, from nothing to nothing empty: no
 * division by 0.
 */
export function percentOf(now: Leaf, then: Leaf): Leaf {
  if (!then) return now ? 'new' : null;
  return now ? (Number(now) - Number(then)) / Math.abs(Number(then)) : 'gone';
}
