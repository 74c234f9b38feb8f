import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Stored } from './asked';
import { reasonOf } from './fileError';
import { BadArguments } from './parse';

/** What a file with a query holds. Throws `BadArguments` where it can't be read or holds none. */
export function readQueryFile(file: string): Stored {
  let stored: unknown;
  try {
    stored = JSON.parse(readFileSync(resolve(file), 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'it is no JSON' : reasonOf(error);
    throw new BadArguments(`--query ${file}: ${reason}`);
  }
  if (typeof stored === 'object' && stored !== null && !Array.isArray(stored)) return stored;
  throw new BadArguments(`--query ${file}: no query in it`);
}
