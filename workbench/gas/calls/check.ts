import { PlatformError, texts } from '../errors';
import type { Handle } from '../wire';
import type { Call } from './call';

type Type = 'number' | 'string' | 'boolean' | 'null' | 'object' | 'array' | (string & {});

function typeOf(value: unknown): Type {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value !== 'object') return typeof value;
  const tag = (value as Handle).$;
  return typeof tag === 'string' ? tag : 'object';
}

const shown: Record<string, string> = {
  string: 'String',
  undefined: 'null',
  array: 'Object[]',
  object: '(class)',
};

function qualified(name: string): string {
  return /^(Range|Sheet|Spreadsheet|RangeList|NamedRange|Ui)\./.test(name) ? `SpreadsheetApp.${name}` : name;
}

/**
 * The arguments, when they fit one of the signatures (each a list of types; `?` after a type: may be left out or
 * null); else Google's text about parameters that don't match.
 */
export function matching(call: Call, ...signatures: readonly (readonly Type[])[]): readonly unknown[] {
  const { args, name } = call;
  const fits = signatures.some((signature) => {
    if (args.length > signature.length) return false;
    return signature.every((type, index) => {
      const value = args[index];
      const optional = type.endsWith('?');
      if (index >= args.length) return optional;
      const given = typeOf(value);
      if (optional && (given === 'null' || given === 'undefined')) return true;
      return type.replace('?', '').split('|').includes(given);
    });
  });
  if (fits) return args;
  const given = args.map((value) => shown[typeOf(value)] ?? typeOf(value));
  throw new PlatformError(texts.signature(qualified(name), given));
}

/** A whole number, as Google makes it of any number: its fraction is cut off. */
export function whole(value: unknown): number {
  return Math.trunc(value as number);
}
