/** Where a list opens: below what it belongs to and inside the window; above where there is more room. */
export interface Place {
  top: number;
  left: number;
  side: 'top' | 'bottom';
}

const GAP = 4;

/** The place for a list of a size that belongs to `anchor`; `align` says with which of its edges it lines up. */
export function placeOf(anchor: DOMRect, width: number, height: number, align: 'left' | 'right'): Place {
  const below = innerHeight - anchor.bottom - GAP;
  const side = below >= height + GAP || below >= anchor.top ? 'bottom' : 'top';
  const top = side === 'bottom' ? anchor.bottom + GAP : anchor.top - GAP - height;
  const left = align === 'left' ? anchor.left : anchor.right - width;
  return { side, top: Math.max(GAP, top), left: Math.max(GAP, Math.min(left, innerWidth - width - GAP)) };
}
