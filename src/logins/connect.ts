import * as v from 'valibot';
import { type ApiKey, apiKey, isKeyShaped } from '../clockify/apiKey';
import { type Asking, askPatiently } from '../clockify/askPatiently';
import { type ApiRequest, failed } from '../clockify/client';
import { hostsOf, REGIONS, unknownRegion } from '../clockify/hosts';
import { problemOfFailure } from '../clockify/refusal';
import { raise } from '../problems/problem';
import { isIdentifier } from '../query/identifier';
import { checkZone, WEEKDAYS } from '../query/period';
import { plainText } from '../query/plainText';
import type { Login } from './login';

/** What a person typed to connect. Without a region the five are tried. */
export interface Credentials {
  key: string;
  region?: string;
}

/** The key's owner, as Clockify knows them. */
export type KeyOwner = Pick<Login, 'region' | 'user' | 'timeZone' | 'weekStart' | 'activeWorkspace' | 'key'>;

const userSchema = v.object({
  // It becomes a part of addresses.
  id: v.pipe(v.string(), v.check(isIdentifier)),
  name: v.nullish(v.string()),
  email: v.nullish(v.string()),
  activeWorkspace: v.nullish(v.string()),
  settings: v.nullish(v.object({ timeZone: v.nullish(v.string()), weekStart: v.nullish(v.string()) })),
});

/**
 * Whose key it is and in which region: the five are tried in turn, after the `likely` one, and the first that knows the key
 * is it. Raises `key-empty`, `key-malformed`, `key-refused`, `region-unknown`, or what kept Clockify from answering.
 */
export function findOwner(asking: Asking, { key: text, region }: Credentials, likely?: string): KeyOwner {
  const key = checkedKey(text);
  // A key in both fields would become part of an address.
  if (region?.toLowerCase().includes(key.reveal().toLowerCase())) raise(unknownRegion(String(key)));
  const regions = region ? [region] : new Set(likely ? [likely, ...REGIONS] : REGIONS);
  for (const candidate of regions) {
    const owner = ownerIn(asking, candidate, key);
    if (owner) return owner;
  }
  return raise({
    code: 'key-refused',
    scope: {},
    title: region
      ? `Clockify (${region}) doesn't know this key.`
      : "Clockify doesn't know this key in any of its regions.",
    remedy: region
      ? 'A key works only in the region it was made in. Check the key and the region, or let the region be found.'
      : 'Copy the key again from Clockify (Preferences ▸ Advanced). An account with a sub-domain of its own needs a key made there: type that sub-domain under Region.',
    retry: 'never',
  });
}

const USER: ApiRequest = { host: 'core', path: '/user' };

function ownerIn(asking: Asking, region: string, key: ApiKey): KeyOwner | null {
  const [answer] = askPatiently(asking, { hosts: hostsOf(region), key }, [USER]);
  if (failed(answer)) {
    if (answer.kind === 'key-refused') return null;
    const asked = { what: "key's owner", permission: 'a key of an active account' };
    return raise(problemOfFailure(answer, asked, asking.clock.now()));
  }
  const result = v.safeParse(userSchema, answer.body);
  if (!result.success) {
    const message = `unexpected shape: ${v.getDotPath(result.issues[0]) ?? 'the owner of the key'}`;
    const asked = { what: "key's owner", permission: '' };
    return raise(problemOfFailure({ kind: 'unreadable', status: 200, message }, asked, asking.clock.now()));
  }
  const { id, name, email, activeWorkspace, settings } = result.output;
  return {
    region,
    key,
    user: { id, name: plainText(name ?? '', 100), email: plainText(email ?? '', 200) },
    timeZone: knownZone(settings?.timeZone),
    weekStart: WEEKDAYS.find((day) => day === settings?.weekStart) ?? 'MONDAY',
    activeWorkspace: activeWorkspace ?? null,
  };
}

/** Clockify knows zones that this machine may not; UTC is as good a start as any, and the query can name another. */
function knownZone(zone: string | null | undefined): string {
  try {
    checkZone(zone ?? '');
    return zone as string;
  } catch {
    return 'Etc/UTC';
  }
}

/** A key as it was pasted, without what surrounds it. Raises `key-empty`, `key-malformed`. */
export function checkedKey(text: string): ApiKey {
  const key = text.trim();
  if (key === '') {
    raise({
      code: 'key-empty',
      scope: {},
      title: 'There is no key yet.',
      remedy: 'Paste your API key. Clockify shows it under Preferences ▸ Advanced ▸ Manage API keys.',
      retry: 'never',
    });
  }
  if (!isKeyShaped(key)) {
    raise({
      code: 'key-malformed',
      scope: {},
      title: 'This is not a key: it has spaces or letters that no key has.',
      remedy: 'Copy the key again, alone: it is one word.',
      retry: 'never',
    });
  }
  return apiKey(key);
}
