import { accessSync, constants, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { assertWritable, reasonOf } from '../fileError';
import type { Platform } from '../gas/platform';
import type { Properties } from '../gas/properties';
import type { WorkbookJson } from '../gas/workbook';
import { BadArguments } from '../parse';
import type { LocalSecret } from './localSecret';
import { users } from './users';

type Stores = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A spreadsheet with the add-on's stores, as it stands in a file. */
interface SavedWorkbook {
  /** Of version 1 all stores were in `properties`, as they are. */
  readonly version: 1 | 2;
  /** The spreadsheet's id, where it isn't the first that the workbench had: a copy has its own. */
  readonly id?: string;
  readonly name: string;
  readonly spreadsheet: WorkbookJson;
  readonly properties: Stores;
  /** The stores that hold keys, or what opens them: those of people and of the scripts. */
  readonly sealed?: string;
}

const open = ['document'];
const secret = ['script', ...users.map((user) => `user ${user}`)];
/** What the link project keeps, which is a script of its own. */
const LINKS = 'script of the links';
const settleMs = 400;

/**
 * A file that keeps the spreadsheet, the properties and the logins between starts. Keys are in it sealed only: whoever is given
 * the file has the spreadsheet, and has to connect anew.
 */
export class WorkbookFile {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly path: string,
    private readonly platform: Platform,
    private readonly seal: LocalSecret,
    private readonly links: Properties,
  ) {}

  /** Takes over what the file holds, if there is one. Throws `BadArguments` for a file that is no workbook. */
  load(): void {
    if (!existsSync(this.path)) return;
    const saved = read(this.path);
    this.platform.identify(saved.id ?? this.platform.spreadsheetId, saved.name);
    this.platform.spreadsheet.restore(saved.spreadsheet);
    const held = { ...saved.properties, ...this.opened(saved) };
    for (const name of [...open, ...secret, LINKS]) this.store(name).set(held[name] ?? {}, true);
  }

  private opened({ sealed }: SavedWorkbook): Stores {
    if (sealed === undefined) return {};
    const text = this.seal.open(sealed);
    if (text === null)
      process.stderr.write(
        `The logins in ${this.path} were kept by another copy of this project and can't be opened here: connect again.\n`,
      );
    return text === null ? {} : (JSON.parse(text) as Stores);
  }

  private store(name: string): Properties {
    return name === LINKS ? this.links : this.platform.properties(name);
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
    const held = (names: string[]) => Object.fromEntries(names.map((name) => [name, this.store(name).all()]));
    const saved: SavedWorkbook = {
      version: 2,
      id: platform.spreadsheetId,
      name: platform.spreadsheetName,
      spreadsheet: platform.spreadsheet.snapshot(),
      properties: held(open),
      sealed: this.seal.seal(JSON.stringify(held([...secret, LINKS]))),
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
  if (!saved || ![1, 2].includes(saved.version) || !Array.isArray(saved.spreadsheet?.sheets))
    throw new BadArguments(`--workbook: ${path} holds no workbook of this page`);
  return saved;
}
