import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFieldTables } from './fieldTables';
import { projectRoot } from './session';

/** `docs`: brings the pages up to date that list fields. Returns the exit code. */
export async function main(): Promise<number> {
  const page = join(projectRoot, 'docs/query.md');
  writeFileSync(page, withFieldTables(readFileSync(page, 'utf8')));
  return 0;
}
