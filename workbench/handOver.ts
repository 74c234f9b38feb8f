import { writeFileSync } from 'node:fs';
import { parse, resolve } from 'node:path';
import type { Query } from '../src/query/query';
import type { ReportOptions } from './args';
import { csv } from './csv';
import { assertWritable, reasonOf } from './fileError';
import { BadArguments } from './parse';
import { json, preview } from './print';
import type { Session } from './session';

/** Throws `BadArguments` for a file that can't be written: better before anything is asked than after. */
export function assertFiles(options: ReportOptions): void {
  for (const [option, file] of filesOf(options)) {
    try {
      assertWritable(resolve(file));
    } catch (error) {
      throw new BadArguments(`${option} ${file}: ${reasonOf(error)}`);
    }
  }
}

function filesOf({ csv: csvFile, json: jsonFile, queries }: ReportOptions): [option: string, file: string][] {
  const numbers = queries.length > 1 ? queries.map((_, index) => index + 1) : [null];
  return numbers.flatMap((number) => [
    ...(csvFile === undefined ? [] : [['--csv', numbered(csvFile, number)] as [string, string]]),
    ...(jsonFile === undefined ? [] : [['--json', numbered(jsonFile, number)] as [string, string]]),
  ]);
}

/** The file of one of several queries: `table-2.csv` for `table.csv`. */
function numbered(file: string, number: number | null): string {
  if (number === null) return file;
  const { ext } = parse(file);
  return `${file.slice(0, file.length - ext.length)}-${number}${ext}`;
}

/**
 * Hands a table over as asked: to files, and with `show` to whoever runs the command for the first time. `number` is that of
 * its query, from 1, where there are several.
 */
export async function handOver(
  session: Session,
  query: Query,
  options: ReportOptions,
  { show, number }: { show: boolean; number: number | null },
): Promise<void> {
  if (options.csv === undefined && options.json === undefined && !show) return;
  const table = await session.table(query.id);
  if (options.csv !== undefined)
    writeFile('--csv', numbered(options.csv, number), csv(table, { raw: options.csvRaw }));
  if (options.json !== undefined) writeFile('--json', numbered(options.json, number), json(table));
  if (show) process.stderr.write(`${preview(table, query)}\n`);
}

function writeFile(option: string, file: string, text: string): void {
  try {
    writeFileSync(resolve(file), text);
  } catch (error) {
    throw new BadArguments(`${option} ${file}: ${reasonOf(error)}`);
  }
}
