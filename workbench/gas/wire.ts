/** What a cell of a {@link Grid} holds. */
export const kinds = { empty: 0, number: 1, text: 2, boolean: 3, date: 4 } as const;

/**
 * A block of values as it crosses between an execution and the platform: row by row, a kind and a number for each
 * cell. A text's number is its place in `texts`, where each text stands once; a date's is its epoch milliseconds.
 */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly kinds: Uint8Array;
  readonly numbers: Float64Array;
  readonly texts: string[];
}

/** One service call on its way to the platform. `self` and `args` are JSON, objects of services in it are handles. */
export interface CallMessage {
  readonly type: 'call';
  readonly name: string;
  readonly self: string;
  readonly args: string;
  readonly grid?: Grid;
  /** CPU milliseconds that the bundle used since the last call. */
  readonly cpu: number;
}

/** A line of the execution's log. */
export interface LogMessage {
  readonly type: 'log';
  readonly text: string;
}

/** The end of an execution: its value as JSON (`undefined` stays so) or what it threw. */
export interface DoneMessage {
  readonly type: 'done';
  readonly value?: string;
  readonly error?: { readonly name: string; readonly message: string; readonly stack?: string };
  readonly cpu: number;
  /** CPU milliseconds that evaluating the bundle took. */
  readonly evaluate: number;
}

/** What a worker says to the platform. */
export type FromWorker = CallMessage | LogMessage | DoneMessage;

/** The platform's answer to one call. */
export interface Reply {
  readonly value?: string;
  readonly grid?: Grid;
  readonly bytes?: readonly Uint8Array[];
  readonly error?: { readonly name: string; readonly message: string };
}

/** What a worker is told to run. */
export interface RunMessage {
  readonly type: 'run';
  readonly code: string;
  readonly functionName: string;
  readonly args: string;
  readonly via: 'host' | 'client' | 'web';
  readonly clock: SharedArrayBuffer;
  readonly signal: SharedArrayBuffer;
  readonly cpuFactor: number;
  readonly methods: Readonly<Record<string, readonly string[]>>;
  readonly scriptTimeZone: string;
  /** Where `Math.random` begins; absent, it is truly random. */
  readonly seed?: number;
}

/** A service's object by name and coordinates, as it stands in JSON. */
export type Handle = { readonly $: string } & Readonly<Record<string, unknown>>;
