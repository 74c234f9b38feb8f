import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseA1 } from './a1';
import type { Batch, KilledWrites } from './batch';
import { Cache } from './cache';
import type { Mail } from './calls/mail';
import type { MenuItem, Sidebar, Toast } from './calls/ui';
import type { CellOptions } from './cells';
import type { Clock } from './clock';
import { Common, held } from './common';
import { PlatformError } from './errors';
import { closeConnections } from './http';
import { latency, type Prices } from './latency';
import type { Locks } from './lock';
import type {
  Installation,
  Manifest,
  PasteValues,
  PlatformOptions,
  Route,
  TriggerOptions,
  TypedColumns,
} from './options';
import { Pool } from './pool';
import { Properties } from './properties';
import { type Finished, perform, type RunOptions } from './run';
import { Spreadsheet } from './spreadsheet';
import { type FireOptions, type Firing, fireBy } from './triggers/fire';
import { Workbook } from './workbook';
import { serialOf, yearOf } from './zone';

export type { Manifest, PlatformOptions, Route };

/** One request that a script made; `status` is 0 when there was no answer. */
export interface HttpEntry {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
}

/** Google, as far as one add-on in one spreadsheet can see it. Executions come and go; this stays. */
export class Platform {
  spreadsheetId = 'workbench-spreadsheet';
  spreadsheetName = 'Workbench';
  workbook = new Workbook();
  /** The spreadsheet's zone, which people can change. */
  timeZone: string;
  readonly clock: Clock;
  readonly webApp: boolean;
  readonly locks: Locks;
  readonly http: HttpEntry[] = [];
  readonly toasts: Toast[] = [];
  readonly mails: Mail[] = [];
  menu: readonly MenuItem[] | undefined;
  sidebar: Sidebar | undefined;
  readonly prices: Prices;
  readonly cpuFactor: number;
  readonly killedWrites: KilledWrites;
  readonly typedColumns: TypedColumns;
  readonly pasteValues: PasteValues;
  readonly installation: Installation;
  readonly triggerOptions: Required<TriggerOptions>;
  /** Whether it makes and runs no triggers. */
  readonly testDeployment: boolean;
  /** Writes of ended executions that are still under way. */
  readonly lateWrites: Batch[] = [];
  readonly distDir: string;
  readonly manifest: Manifest;
  readonly cellOptions: CellOptions;
  /** The grid as a person before the screen has it. */
  readonly spreadsheet: Spreadsheet;
  private readonly code: string;
  private readonly pool: Pool;
  /** What only this spreadsheet has. */
  private readonly stores = new Map<string, Properties>();
  private readonly caches = new Map<string, Cache>();
  private closed = false;

  private constructor(
    private readonly options: PlatformOptions,
    readonly common = new Common(options.now, options.clock),
  ) {
    this.timeZone = options.timeZone ?? 'Etc/UTC';
    const zone = () => this.timeZone;
    this.clock = common.clock;
    this.webApp = options.webApp ?? false;
    this.locks = common.locks;
    this.prices = options.prices ?? latency;
    this.cpuFactor = options.cpuFactor ?? 0;
    this.killedWrites = options.killedWrites ?? 'lost';
    this.typedColumns = options.typedColumns ?? 'refuse all';
    this.pasteValues = options.pasteValues ?? 'keeps formats';
    this.installation = options.installation ?? 'WEB_STORE_ADD_ON';
    const { tiedTo = 'document', spreadsheetOpen = tiedTo === 'document' } = options.triggers ?? {};
    this.triggerOptions = { tiedTo, spreadsheetOpen };
    this.testDeployment = options.testDeployment ?? this.installation === 'NONE';
    this.distDir = options.distDir ?? dirname(options.codePath);
    this.manifest = options.manifest ?? manifestIn(this.distDir);
    this.code = readFileSync(options.codePath, 'utf8');
    this.pool = Pool.for(options.workerPath ?? resolve('.cache/workbench/gas/worker.mjs'));
    const clock = this.clock;
    this.cellOptions = {
      locale: options.locale ?? 'en_US',
      plainText: options.plainText ?? 'literal',
      get zone() {
        return zone();
      },
      evaluate: options.evaluate ?? (() => '#NAME?'),
      get year() {
        return yearOf(serialOf(clock.now(), zone()));
      },
    };
    this.spreadsheet = new Spreadsheet(this, this.cellOptions);
    this.workbook.activeSheetId = this.workbook.insertSheet(0, 'Sheet1').id;
  }

  /** A new spreadsheet with one empty tab, and the add-on installed in it. */
  static async open(options: PlatformOptions): Promise<Platform> {
    const platform = new Platform(options);
    platform.identify(platform.spreadsheetId, platform.spreadsheetName);
    // A script's `Date` goes by the script's zone; workers take theirs from the process.
    process.env.TZ = platform.scriptTimeZone;
    platform.pool.warm();
    return platform;
  }

  /**
   * *File → Make a copy*: another spreadsheet with the same tabs, names and notes. Its document properties, cache and lock are
   * its own and empty; what belongs to users and to the script is the same in both. Close it as any other.
   */
  copy(): Platform {
    const copy = new Platform(this.options, this.common);
    copy.identify(this.common.nextCopy(this.spreadsheetId), `Copy of ${this.spreadsheetName}`);
    copy.timeZone = this.timeZone;
    copy.spreadsheet.restore(this.spreadsheet.snapshot());
    return copy;
  }

  /** Lets this be the copy from now on, for whoever has but one page. */
  becomeCopy(): void {
    this.identify(this.common.nextCopy(this.spreadsheetId), `Copy of ${this.spreadsheetName}`);
    this.stores.clear();
    this.caches.clear();
    this.lateWrites.length = 0;
  }

  /** Makes this the spreadsheet with that id and name. */
  identify(id: string, name: string): void {
    if (this.common.open.get(this.spreadsheetId) === this) this.common.open.delete(this.spreadsheetId);
    this.spreadsheetId = id;
    this.spreadsheetName = name;
    this.common.open.set(id, this);
  }

  /** Ends the waiting threads and connections. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    if (this.common.open.get(this.spreadsheetId) === this) this.common.open.delete(this.spreadsheetId);
    await this.pool.close();
    closeConnections();
  }

  /** Runs one function of the bundle in an execution of its own. Never rejects for what the bundle does. */
  run(functionName: string, args: readonly unknown[] = [], options: RunOptions = {}): Promise<Finished> {
    return perform(this, this.pool, this.code, functionName, args, options);
  }

  /** Fires the triggers that are due, of every user, in this spreadsheet and its copies. */
  fireDue(options: FireOptions = {}): Promise<Firing[]> {
    return fireBy(this.common, this.clock.now(), options);
  }

  /** Lets so many milliseconds pass; what falls due on the way is fired when it does. */
  async passTime(ms: number, options: FireOptions = {}): Promise<Firing[]> {
    const until = this.clock.now() + ms;
    const firings = await fireBy(this.common, until, options);
    this.clock.advance(Math.max(0, until - this.clock.now()));
    return firings;
  }

  get scriptTimeZone(): string {
    return this.manifest.timeZone ?? 'Etc/UTC';
  }

  get scopes(): readonly string[] {
    return this.manifest.oauthScopes ?? [];
  }

  /** Lets a user have granted only these scopes; `undefined` stands for all of the manifest. */
  grant(user: string, scopes: readonly string[] | undefined): void {
    if (scopes) this.common.grants.set(user, new Set(scopes));
    else this.common.grants.delete(user);
  }

  /** The scopes a user has granted, or nothing when all are. */
  granted(user: string): ReadonlySet<string> | undefined {
    return this.common.grants.get(user);
  }

  /** The store of `user NAME`, `document` or `script`. */
  properties(store: string): Properties {
    return held(store === 'document' ? this.stores : this.common.stores, store, () => new Properties());
  }

  /** The cache of `user NAME`, `document` or `script`. */
  cache(store: string): Cache {
    return held(store === 'document' ? this.caches : this.common.caches, store, () => new Cache());
  }

  /** Lets all caches forget the keys that match; without a test, everything. */
  evict(matches: (key: string) => boolean = () => true): void {
    for (const caches of [this.caches, this.common.caches])
      for (const cache of caches.values()) cache.evict(matches);
  }

  /**
   * Lets the writes land that ended executions left under way, whatever others wrote meanwhile. One that no longer fits
   * is dropped with those after it.
   */
  landLateWrites(): void {
    for (const batch of this.lateWrites.splice(0)) {
      try {
        batch.commit();
      } catch (error) {
        if (!(error instanceof PlatformError)) throw error;
      }
    }
  }

  /** Lets only these users edit a block from now on. */
  protect(sheetName: string, a1: string, { editors }: { editors: readonly string[] }): void {
    const sheet = this.workbook.byName(sheetName);
    if (!sheet) throw new Error(`no tab ${sheetName}`);
    const rect = parseA1(a1, sheet.maxRows, sheet.maxColumns);
    this.workbook.edit(sheet.id).protections.push({ ...rect, editors, description: '' });
  }

  route(url: string, now: number): Route | undefined {
    return this.options.route?.(url, now);
  }

  async reallySleep(ms: number): Promise<void> {
    if (this.options.realSleep) await new Promise((done) => setTimeout(done, ms));
  }

  /** The id of a new tab. */
  nextSheetId(): number {
    const id = this.common.nextSheetId();
    // A spreadsheet from a file may have it already.
    return this.workbook.find(id) ? this.nextSheetId() : id;
  }

  /** What an execution's `Math.random` begins with; nothing while the clock isn't pinned. */
  nextSeed(): number | undefined {
    return this.common.nextSeed();
  }

  nextUuid(): string {
    return this.common.nextUuid();
  }

  /** The name of a lock among those of all spreadsheets. */
  lockName(store: string): string {
    return store === 'document' ? `${store} ${this.spreadsheetId}` : store;
  }
}

function manifestIn(folder: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(folder, 'appsscript.json'), 'utf8')) as Manifest;
  } catch {
    return {};
  }
}
