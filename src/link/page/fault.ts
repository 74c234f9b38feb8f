import { isKeyShaped } from '../../clockify/apiKey';
import { words } from './words';

/** Keys are twice as long; what is shorter is a password or a part of a key. */
const SHORTEST_KEY = 20;

/** What is wrong with a key as far as its looks tell; null when nothing is. Whether Clockify knows it is found out later. */
export function keyFault(typed: string): string | null {
  const key = typed.trim();
  if (key === '') return words.form.keyMissing;
  if (key.includes('@')) return words.form.keyIsAddress;
  if (!isKeyShaped(key)) return words.form.keyHasSpaces;
  return key.length < SHORTEST_KEY ? words.form.keyShort : null;
}

/** What is wrong with a sub-domain; null when nothing is. What the add-on takes for none would be found out too late. */
export function subdomainFault(typed: string): string | null {
  return /^(?!..--)[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/.test(subdomainOf(typed))
    ? null
    : words.form.subdomainWrong;
}

/** The sub-domain alone, however it was typed. */
export function subdomainOf(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\.clockify\.me.*$/, '');
}
