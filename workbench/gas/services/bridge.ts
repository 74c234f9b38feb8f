import type { Grid, Reply } from '../wire';
import type { Host } from './host';

/**
 * What the worker lends, as the inside of an execution's context may hold it. Only texts, numbers, copies of bytes and
 * blocks of cells come through, and errors are made anew: an object of the worker's own would lead to its functions.
 */
export function bridge(host: Host): Host {
  function guarded<Args extends unknown[], Value>(lent: (...args: Args) => Value): (...args: Args) => Value {
    return (...args) => {
      try {
        return lent(...args);
      } catch (error) {
        throw new Error(String((error as Error).message));
      }
    };
  }

  const bytesFrom = <Args extends unknown[]>(lent: (...args: Args) => Uint8Array) => {
    const call = guarded(lent);
    return (...args: Args): Uint8Array => new Uint8Array(call(...args));
  };

  /** The block stays the worker's: it is read cell by cell and never handed on. */
  function call(name: string, self: string, args: string, grid?: Grid): Reply {
    const { value, error, grid: block, bytes } = asked(name, self, args, grid);
    return {
      value,
      error: error && { name: error.name, message: error.message },
      grid: block,
      bytes: bytes && Array.from(bytes, (each) => new Uint8Array(each)),
    };
  }
  const asked = guarded(host.call);

  return {
    enter: guarded(host.enter),
    leave: guarded(host.leave),
    call,
    log: guarded(host.log),
    now: guarded(host.now),
    gzip: bytesFrom(host.gzip),
    gunzip: bytesFrom(host.gunzip),
    textOf: guarded(host.textOf),
    bytesOf: bytesFrom(host.bytesOf),
    toBase64: guarded(host.toBase64),
    fromBase64: bytesFrom(host.fromBase64),
    methods: JSON.parse(JSON.stringify(host.methods)),
    random: guarded(host.random),
  };
}
