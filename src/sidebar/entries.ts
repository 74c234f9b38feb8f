import type * as v from 'valibot';
import type { Endpoint, Endpoints } from '../endpoints';

/** What an endpoint takes and gives, as it crosses: nothing comes back as null. */
type Crossing<E> =
  E extends Endpoint<infer S, infer T>
    ? [v.InferInput<S>, undefined extends T ? null | undefined : T]
    : never;

/** Something to choose as a value. */
export type ListedValue = Entries['listValues'][1]['values'][number];

/** The first rows of a query. */
export type Preview = Entries['previewRows'][1];

/** The entry points of the script: what each takes and what it gives. */
export type Entries = { [E in keyof Endpoints]: Crossing<Endpoints[E]> };

/** What is selected in the grid. */
export type Selection = Entries['readSelection'][1];

export type Call = <E extends keyof Entries>(entry: E, payload: Entries[E][0]) => Promise<Entries[E][1]>;
