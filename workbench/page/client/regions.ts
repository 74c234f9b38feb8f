import type { Page } from './page';

/** The parts of the page that F6 goes through, in their order on the screen. */
const order = ['grid', 'drawer', 'sidebar'] as const;

type Region = (typeof order)[number];

const places: Record<Region, string> = { grid: '.grid-place', drawer: '.drawer', sidebar: '.sidebar iframe' };

/** Lets F6 lead from one part of the page to the next, and Shift+F6 back; returns a function that ends it. */
export function listenForF6(page: Page): () => void {
  const hear = (event: KeyboardEvent) => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    event.stopPropagation();
    goOn(page, event.shiftKey);
  };
  window.addEventListener('keydown', hear, { capture: true });
  return () => window.removeEventListener('keydown', hear, { capture: true });
}

/** Leads from the part that has the focus to the next one that is there; from anywhere else, to the grid. */
export function goOn(page: Page, back: boolean): void {
  const there = order.filter((region) => document.querySelector(places[region]));
  const here = there.findIndex((region) => document.activeElement?.closest(places[region]));
  const step = back ? there.length - 1 : 1;
  enter(page, here < 0 ? 'grid' : there[(here + step) % there.length]);
}

function enter(page: Page, region: Region): void {
  if (region === 'grid') page.grid.focus();
  else document.querySelector<HTMLElement>(places[region])?.focus();
  if (region === 'sidebar') page.tellSidebar({ type: 'enter' });
}
