import * as v from 'valibot';
import { apiKey } from '../clockify/apiKey';
import { WEEKDAYS } from '../query/period';
import type { Login } from './login';

/** The version of the stored form that this add-on writes; one without a version is from before there were any. */
const LOGIN_VERSION = 1;

const storedSchema = v.object({
  version: v.optional(v.literal(LOGIN_VERSION)),
  id: v.string(),
  name: v.string(),
  region: v.string(),
  user: v.object({ id: v.string(), name: v.string(), email: v.string() }),
  timeZone: v.string(),
  weekStart: v.picklist(WEEKDAYS),
  activeWorkspace: v.nullable(v.string()),
  addedAt: v.number(),
  key: v.string(),
});

/** What of a login is kept as one text: all but where it is kept and what happened to it since. */
export type StoredLogin = Omit<Login, 'owner' | 'sharedBy' | 'refusedAt'>;

/** A login as a text, with its key; the same text for the same login. */
export function textOfLogin(login: StoredLogin): string {
  const { id, name, region, user, timeZone, weekStart, activeWorkspace, addedAt, key } = login;
  const kept = { id, name, region, user, timeZone, weekStart, activeWorkspace, addedAt };
  return JSON.stringify({ version: LOGIN_VERSION, ...kept, key: key.reveal() });
}

/** A login from its text; one of a form that isn't known, also of a newer add-on, is as good as none. */
export function loginInText(text: string | null): StoredLogin | null {
  try {
    const { version: _, ...login } = v.parse(storedSchema, JSON.parse(text ?? ''));
    return { ...login, key: apiKey(login.key) };
  } catch {
    return null;
  }
}
