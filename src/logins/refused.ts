import { type Asking, askPatiently } from '../clockify/askPatiently';
import { type ApiRequest, failed } from '../clockify/client';
import { hostsOf } from '../clockify/hosts';
import { problemOfFailure } from '../clockify/refusal';
import { type Problem, problemOf, raise } from '../problems/problem';
import type { Login } from './login';
import type { Logins } from './logins';

/** What finding out about a refused key takes. */
export interface Refusing extends Asking {
  logins: Logins;
}

/**
 * What it turned out to mean that Clockify refused a request as it refuses keys: the key itself, which is marked now; not the
 * key, since it works elsewhere; a key that the login no longer has; or nothing yet, for a reason that may pass.
 */
export type Refusal =
  | { kind: 'key'; login: Login /** Whether it is known since now. */; news: boolean }
  | { kind: 'not the key' }
  | { kind: 'another key' }
  | { kind: 'unknown'; problem: Problem };

const USER: ApiRequest = { host: 'core', path: '/user' };

/**
 * Finds out about a refusal by one more request, whose key it is: what a plan lacks is refused like a wrong key sometimes. A
 * refused key is marked, for everybody who may use the login, so that nothing asks with it until it is mended.
 */
export function findRefusal(effects: Refusing, login: Login): Refusal {
  const now = effects.logins.find(login.id);
  if (now !== null && now.refusedAt !== null && sameKey(now, login))
    return { kind: 'key', login: now, news: false };
  const [answer] = askPatiently(effects, { hosts: hostsOf(login.region), key: login.key }, [USER]);
  if (!failed(answer)) return { kind: 'not the key' };
  if (answer.kind === 'key-refused') return marked(effects, login);
  const asked = { login: login.name, what: "key's owner", permission: 'a key of an active account' };
  return { kind: 'unknown', problem: problemOfFailure(answer, asked, effects.clock.now()) };
}

/** Marks a login unless it has got another key, or was deleted, while this one was asked about. */
function marked({ logins, clock }: Refusing, login: Login): Refusal {
  try {
    return logins.hold(login.owner, (): Refusal => {
      const now = logins.find(login.id);
      if (now === null || !sameKey(now, login)) return { kind: 'another key' };
      const at = clock.now();
      logins.refuse(now, at);
      return { kind: 'key', login: { ...now, refusedAt: at }, news: true };
    });
  } catch (error) {
    // Where there is no room for the mark, the refusal counts all the same.
    if (!['busy', 'store-full'].includes(problemOf(error).code)) throw error;
    return { kind: 'key', login, news: true };
  }
}

function sameKey(one: Login, other: Login): boolean {
  return one.key.reveal() === other.key.reveal() && one.region === other.region;
}

/** A login to ask Clockify with. Raises `key-refused`, without a request, for one whose key was refused and isn't mended. */
export function usable(login: Login): Login {
  return login.refusedAt === null ? login : raise(keyRefused(login));
}

/** What a person is told of a login whose key Clockify refuses. */
export function keyRefused({ name, owner, sharedBy }: Login): Problem {
  const sharer = sharedBy?.name || 'whoever shares it';
  return {
    code: 'key-refused',
    scope: { login: name },
    title: `Clockify no longer accepts the key of ${name}.`,
    remedy:
      owner === 'person'
        ? 'Replace the key. If the account moved to another region, choose that region too.'
        : `Ask ${sharer} to replace it, or let its queries read with a login of your own.`,
    retry: 'never',
  };
}

/** What a person is told of a refresh that began with another key, or in another region, than the login has by now. */
export function keyReplaced({ name }: Login): Problem {
  return {
    code: 'key-refused',
    scope: { login: name },
    title: `${name} has got another key while this was under way.`,
    remedy: 'Refresh again: the new key is used then.',
    retry: 'now',
  };
}
