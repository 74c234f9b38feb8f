import type { ApiKey } from '../clockify/apiKey';
import { plainText } from '../query/plainText';
import type { Login } from './login';

/**
 * A name in one line, as it was typed or as Clockify gives it, without the key that may have been pasted in its place; empty when
 * there is none.
 */
export function named(name: string | undefined, key: ApiKey): string {
  return plainText(key.hideIn(name ?? ''), 100);
}

/** The name, or with the first number from 2 on with which no other login has it. */
export function freeName(name: string, others: Pick<Login, 'name'>[]): string {
  const taken = others.map((login) => login.name);
  let candidate = name;
  for (let number = 2; taken.includes(candidate); number++) candidate = `${name} ${number}`;
  return candidate;
}
