import * as v from 'valibot';
import { answerName } from '../link/names';
import { addLogin } from '../logins/manage';
import { type LoginView, listLogins } from '../logins/view';
import { type Problem, ProblemError, raise } from '../problems/problem';
import { openText } from '../seal/gcm';
import type { Linking } from './linking';
import { closed, settle } from './list';
import type { OwnLink } from './ownLinks';
import { problemOf, unreadable } from './problems';

/** What is sealed on the page that a link opens. */
const givenSchema = v.object({
  key: v.pipe(v.string(), v.maxLength(500)),
  region: v.optional(v.pipe(v.string(), v.maxLength(100))),
});
type Given = v.InferOutput<typeof givenSchema>;

/**
 * Makes a login of what was handed in by a link: private, and named after the key's owner. The sealed answer is deleted only
 * when the login is kept; ended in between and called again, it goes on where it was and makes no second login. Raises
 * `link-…`, and as `addLogin` does.
 */
export function pickUpLink(linking: Linking, id: string): LoginView {
  const link = linking.own.find(id);
  if (link === null || link.state === 'withdrawn') return raise(problemOf('withdrawn'));
  if (link.state !== 'open') return raise(problemOf(link.state));
  const { states, answer } = linking.office.order({ order: 'take', link: id });
  if (answer === null) return raise(problemOf(states[0] ?? 'unknown'));
  const login = loginOf(linking, link, given(link, answer));
  settle(linking, closed(linking, link, 'used', false));
  return login;
}

function given({ id, secret }: OwnLink, answer: string): Given {
  const text = secret === null ? null : openText(secret, answerName(id), answer);
  const result = v.safeParse(givenSchema, parsed(text));
  return result.success ? result.output : raise(unreadable());
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/** The login of a key, which an earlier try may have saved already. */
function loginOf({ managing }: Linking, { purpose }: OwnLink, { key, region }: Given): LoginView {
  try {
    return addLogin(managing, { key, ...(region && { region }) });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { problem } = error;
    if (problem.code === 'login-exists') {
      const known = managing.logins
        .all()
        .find((login) => login.owner === 'person' && login.key.reveal() === key.trim());
      const view = listLogins(managing).find(({ id }) => id === known?.id);
      if (view) return view;
    }
    const isTheirs = problem.code.startsWith('key-') || problem.code === 'region-unknown';
    return raise(isTheirs ? badKey(problem, purpose) : problem);
  }
}

function badKey(problem: Problem, purpose: string): Problem {
  return {
    ...problem,
    title: `The key that was handed in (${purpose}) doesn't work. ${problem.title}`,
    remedy:
      'Withdraw this link and ask with a new one. Whoever gave the key can copy it again, and choose its region.',
  };
}
