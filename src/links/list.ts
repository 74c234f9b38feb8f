import { type LinkState, MOST_LOOKED_AT } from '../link/protocol';
import { ProblemError, raise } from '../problems/problem';
import type { Linking } from './linking';
import type { LinkOffice } from './office';
import type { OwnLink } from './ownLinks';
import { problemOf } from './problems';
import { type LinkView, viewOf } from './view';

/** How long links are withdrawn before everything is forgotten, in milliseconds: a project that doesn't answer keeps nobody from that. */
const WITHDRAWING_TIME = 30_000;

/**
 * This person's links, the newest first, with how they are: the link project is asked about those that may have been answered.
 * Raises what kept it from answering.
 */
export function listLinks(linking: Linking): LinkView[] {
  const { own, office, managing } = linking;
  const now = managing.clock.now();
  own.sweep(now);
  const links = own.all();
  if (office.off() !== null) return links.map((link) => viewOf(link, knownState(link, now), null));
  for (const link of links) if (!link.settled && link.state !== 'open') settle(linking, link);
  const open = links.filter(({ state }) => state === 'open');
  const states = statesOf(office, open);
  const address = office.address();
  return links.map((link) => {
    const state = states[open.indexOf(link)];
    return state === undefined
      ? viewOf(link, knownState(link, now), null)
      : told(linking, link, state, address);
  });
}

/** How links are to the link project, in their order. Answered ones may be many: they don't count as open there. */
function statesOf(office: LinkOffice, links: OwnLink[]): LinkState[] {
  const states: LinkState[] = [];
  for (let from = 0; from < links.length; from += MOST_LOOKED_AT) {
    const some = links.slice(from, from + MOST_LOOKED_AT);
    states.push(...office.order({ order: 'look', links: some.map(({ id }) => id) }).states);
  }
  return states;
}

/** Lets nobody answer a link any more, and deletes an answer that is there. Raises `link-unknown` and what kept the link project from answering. */
export function withdrawLink(linking: Linking, id: string): LinkView[] {
  const link = linking.own.find(id) ?? raise(problemOf('withdrawn'));
  if (link.state === 'open') {
    // First where it can be answered: a link that is called withdrawn must be.
    const [state] = linking.office.order({ order: 'withdraw', link: id }).states;
    if (state !== 'used') closed(linking, link, state === 'withdrawn' ? 'withdrawn' : 'expired', true);
  }
  return listLinks(linking);
}

/** Withdraws all that are open, as far as the link project can be reached: what would open their answers is about to go. */
export function withdrawAll(linking: Linking): void {
  const { office, own, managing } = linking;
  if (office.off() !== null) return;
  const stopsAt = managing.clock.now() + WITHDRAWING_TIME;
  for (const link of own.all())
    if (link.state === 'open' && managing.clock.now() < stopsAt)
      settle(linking, closed(linking, link, 'withdrawn', false));
}

/** Keeps what became of a link. What would open its answer goes with it. */
export function closed({ own }: Linking, link: OwnLink, state: OwnLink['state'], settled: boolean): OwnLink {
  const now: OwnLink = { ...link, secret: null, state, settled };
  own.save(now);
  return now;
}

/** Tells the link project what was done here; where it can't be told now, the next look tries again. */
export function settle(linking: Linking, link: OwnLink): void {
  try {
    linking.office.order({ order: link.state === 'used' ? 'finish' : 'withdraw', link: link.id });
  } catch (error) {
    if (error instanceof ProblemError) return;
    throw error;
  }
  closed(linking, link, link.state, true);
}

function told(linking: Linking, link: OwnLink, state: LinkState, address: string): LinkView {
  if (state === 'open' || state === 'answered') return viewOf(link, state, address);
  const known = state === 'unknown' ? 'expired' : state;
  return viewOf(closed(linking, link, known, true), known, null);
}

/** How a link is as far as is known without asking. */
function knownState({ state, expiresAt }: OwnLink, now: number): OwnLink['state'] {
  return state === 'open' && expiresAt <= now ? 'expired' : state;
}
