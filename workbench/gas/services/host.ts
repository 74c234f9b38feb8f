import type { Grid, Handle, Reply } from '../wire';

/** What the worker lends to the services inside an execution's context. The bundle never sees it. */
export interface Host {
  /** A service call begins: from here on the time isn't the bundle's. Calls nest. */
  enter(): void;
  leave(): void;
  /** Asks the platform and waits. */
  call(name: string, self: string, args: string, grid?: Grid): Reply;
  log(text: string): void;
  /** Virtual epoch milliseconds. */
  now(): number;
  gzip(bytes: Uint8Array): Uint8Array;
  gunzip(bytes: Uint8Array): Uint8Array;
  textOf(bytes: Uint8Array): string;
  bytesOf(text: string): Uint8Array;
  toBase64(bytes: Uint8Array): string;
  fromBase64(text: string): Uint8Array;
  readonly methods: Readonly<Record<string, readonly string[]>>;
  /** A number from 0 to 1, in the same order every time while the clock is pinned. */
  random(): number;
}

/** A method that a service answers inside the context; `ask` passes the call on to the platform. */
export type Local = (call: {
  readonly self: Handle;
  readonly object: object;
  readonly args: unknown[];
  ask(args?: unknown[], grid?: Grid): unknown;
  /** Like `ask`, with the raw answer. */
  reply(args?: unknown[], grid?: Grid): Reply;
}) => unknown;

/** What {@link serviceFactory} offers to the service files. */
export interface ServiceFactory {
  readonly host: Host;
  /** Declares a class; methods without a local answer are the platform's. */
  define(className: string, locals?: Record<string, Local>, properties?: Record<string, unknown>): void;
  make(handle: Handle): object;
  /** The coordinates behind a service's object, or nothing for any other value. */
  handleOf(value: unknown): Handle | undefined;
  /** Throws; without a name, as Google's services do. */
  fail(message: string, name?: string): never;
  /** An enumeration as Google's look: `ENUM.NAME.toString()` is `NAME`. */
  enumeration(type: string, names: readonly string[]): Record<string, object>;
  signature(name: string, args: readonly unknown[]): never;
}
