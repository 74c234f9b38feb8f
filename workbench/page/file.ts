import { accessSync, constants, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { assertWritable, reasonOf } from '../fileError';
import type { Platform } from '../gas/platform';
import type { WorkbookJson } from '../gas/workbook';
import { BadArguments } from '../parse';
import { users } from './users';

/** A spreadsheet with the add-on's stores, as it stands in a file. */
interface SavedWorkbook {
  readonly version: 1;
  readonly name: string;
  readonly spreadsheet: WorkbookJson;
  readonly properties: Readonly<Record<string, Record<string, string>>>;
}

const stores = ['document', 'script', ...users.map((user) => `user ${user}`)];
const settleMs = 400;

/** A file that keeps the spreadsheet, the properties and the logins between starts. Whoever can read it has the keys. */
export class WorkbookFile {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly path: string,
    private readonly platform: Platform,
  ) {}

  /** Takes over what the file holds, if there is one. Throws `BadArguments` for a file that is no workbook. */
  load(): void {
    if (!existsSync(this.path)) return;
    const saved = read(this.path);
    this.platform.spreadsheetName = saved.name;
    this.platform.spreadsheet.restore(saved.spreadsheet);
    for (const store of stores) this.platform.properties(store).set(saved.properties[store] ?? {}, true);
  }

  /** Writes the file soon, once for many changes. Where it can't, that is said and the next change tries again. */
  touch(): void {
    this.timer ??= setTimeout(() => {
      try {
        this.save();
      } catch (error) {
        process.stderr.write(`The workbook couldn't be kept in ${this.path}: ${reasonOf(error)}.\n`);
      }
    }, settleMs);
  }

  /** Writes the file whole or not at all. */
  save(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { platform } = this;
    const properties = Object.fromEntries(stores.map((store) => [store, platform.properties(store).all()]));
    const saved: SavedWorkbook = {
      version: 1,
      name: platform.spreadsheetName,
      spreadsheet: platform.spreadsheet.snapshot(),
      properties,
    };
    const beside = besideOf(this.path);
    writeFileSync(beside, JSON.stringify(saved), { mode: 0o600 });
    renameSync(beside, this.path);
  }
}

/** The file that is written first, so that the workbook itself is whole at every moment. */
function besideOf(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

/** Throws `BadArguments` for a place where no workbook can be kept: better said now than when somebody has worked for an hour. */
export function assertKeepable(path: string): void {
  try {
    assertWritable(path);
    if (existsSync(path)) accessSync(path, constants.R_OK);
  } catch (error) {
    throw new BadArguments(`--workbook: nothing can be kept in ${path}: ${reasonOf(error)}`);
  }
}

function read(path: string): SavedWorkbook {
  let saved: SavedWorkbook | undefined;
  try {
    saved = JSON.parse(readFileSync(path, 'utf8')) as SavedWorkbook;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw new BadArguments(`--workbook ${path}: ${reasonOf(error)}`);
  }
  if (saved?.version !== 1 || !Array.isArray(saved.spreadsheet?.sheets))
    throw new BadArguments(`--workbook: ${path} holds no workbook of this page`);
  return saved;
}
