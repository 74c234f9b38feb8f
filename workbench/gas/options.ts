import type { KilledWrites } from './batch';
import type { Evaluate } from './cells';
import type { Clock } from './clock';
import type { Prices } from './latency';
import type { Locale, PlainText } from './typed';

/** The part of an `appsscript.json` that the platform goes by. */
export interface Manifest {
  readonly timeZone?: string;
  readonly oauthScopes?: readonly string[];
  readonly urlFetchWhitelist?: readonly string[];
}

/** Where a request goes instead of its URL, and headers to add. */
export interface Route {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What native tables refuse in their typed columns, of which users report both: every write of contents and number
 * formats, or number formats only. Default: all.
 */
export type TypedColumns = 'refuse all' | 'refuse formats';

/** Whether `copyTo(…, PASTE_VALUES)` leaves the target its looks or takes them away; users report both. Default: keeps. */
export type PasteValues = 'keeps formats' | 'wipes formats';

/**
 * How the script came to be installed, as `ScriptApp.getInstallationSource` says it: by the user, by their domain, or not at all,
 * as a script that is bound to its spreadsheet or runs as a test deployment. Default: by the user.
 */
export type Installation = 'WEB_STORE_ADD_ON' | 'APPS_MARKETPLACE_DOMAIN_ADD_ON' | 'NONE';

/** What clock triggers of an add-on belong to: Google says the document, one library's authors say the script. */
export type TiedTo = 'document' | 'script';

/** The two readings of how clock triggers of add-ons work. */
export interface TriggerOptions {
  /** Default: the document. */
  readonly tiedTo?: TiedTo;
  /** Whether the spreadsheet in which a trigger was made is open while it runs. Default: where they belong to the document. */
  readonly spreadsheetOpen?: boolean;
}

/** How a workbench is set up; all but the bundle has a default. */
export interface PlatformOptions {
  /** The built bundle. */
  readonly codePath: string;
  /** Where its HTML files are; default: beside the bundle. */
  readonly distDir?: string;
  /** A web app of its own: no spreadsheet is open, and there are no document properties and no document lock. */
  readonly webApp?: boolean;
  /** The clock of another script that is used at the same time; default: one of its own. */
  readonly clock?: Clock;
  /** Default: `appsscript.json` beside the bundle, if there is one. */
  readonly manifest?: Manifest;
  /** Epoch milliseconds at which the clock is pinned; default: the machine's clock. */
  readonly now?: number;
  /** The spreadsheet's zone. */
  readonly timeZone?: string;
  readonly locale?: Locale;
  /**
   * Where a request goes at a virtual moment (epoch milliseconds); one without a route meets an address that is
   * unavailable.
   */
  readonly route?: (url: string, now: number) => Route | undefined;
  readonly prices?: Prices;
  /** Virtual milliseconds for each millisecond of the bundle's CPU. 0, the default, makes runs repeatable; CPU is then told by the clock. */
  readonly cpuFactor?: number;
  readonly plainText?: PlainText;
  readonly killedWrites?: KilledWrites;
  readonly typedColumns?: TypedColumns;
  readonly pasteValues?: PasteValues;
  readonly installation?: Installation;
  readonly triggers?: TriggerOptions;
  /** Whether this is a test deployment, which makes and runs no triggers. Default: where nobody installed the script. */
  readonly testDeployment?: boolean;
  /** Whether `Utilities.sleep` really waits, as it has to before a real server. */
  readonly realSleep?: boolean;
  readonly evaluate?: Evaluate;
  /** The worker's bundle; default: where `build/run.mjs` puts it. */
  readonly workerPath?: string;
}
