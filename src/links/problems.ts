import type { LinkState } from '../link/protocol';
import type { Problem } from '../problems/problem';

/** Why a link in this state gives nothing to pick up. */
export function problemOf(state: LinkState): Problem {
  const told: Record<LinkState, Pick<Problem, 'code' | 'title' | 'remedy' | 'retry'>> = {
    open: {
      code: 'link-unanswered',
      title: 'Nobody has handed in anything by this link yet.',
      remedy: 'Wait until it is answered, or send its text again.',
      retry: 'later',
    },
    answered: {
      code: 'link-unreadable',
      title: 'What was handed in by this link is not there.',
      remedy: 'Withdraw this link and ask with a new one.',
      retry: 'never',
    },
    used: {
      code: 'link-used',
      title: 'What was handed in by this link was picked up before.',
      remedy: 'It is among your logins. A link works once: ask with a new one if you need another.',
      retry: 'never',
    },
    withdrawn: {
      code: 'link-unknown',
      title: 'You have no such link: it was withdrawn, or it is somebody else’s.',
      remedy: 'Ask with a new one.',
      retry: 'never',
    },
    expired: {
      code: 'link-expired',
      title: 'This link has expired.',
      remedy: 'Ask with a new one, open for longer if need be.',
      retry: 'never',
    },
    unknown: {
      code: 'link-expired',
      title: 'This link has expired, and nothing of it is kept any more.',
      remedy: 'Ask with a new one, open for longer if need be.',
      retry: 'never',
    },
  };
  return { scope: {}, ...told[state] };
}

/** An answer that the link's secret doesn't open, or that holds something else than it should. */
export function unreadable(): Problem {
  return {
    code: 'link-unreadable',
    scope: {},
    title:
      'What was handed in by this link can’t be opened: it was altered, or is not from the page of the link.',
    remedy: 'Nothing was saved. Withdraw this link and ask with a new one.',
    retry: 'never',
  };
}
