import type { Execution } from '../execution';
import type { Platform } from '../platform';
import type { Grid, Handle } from '../wire';

/** One service call as its handler sees it. */
export interface Call {
  readonly platform: Platform;
  readonly execution: Execution;
  /** `Range.setValues` and the like. */
  readonly name: string;
  readonly self: Handle;
  readonly args: readonly unknown[];
  readonly grid?: Grid;
}

/** Bytes beside an answer that is otherwise JSON; `body` in a handle is a place among them. */
export class Answer {
  constructor(
    readonly value: unknown,
    readonly parts: { readonly grid?: Grid; readonly bytes?: readonly Uint8Array[] } = {},
  ) {}
}

/** What a handler returns: JSON with handles in it, `undefined`, or an {@link Answer}. */
export type Handler = (call: Call) => unknown;

/** The object that was called, for methods that return it. */
export const itself = { $: 'self' } as const;
