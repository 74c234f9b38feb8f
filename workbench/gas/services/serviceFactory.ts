import type { Grid, Handle, Reply } from '../wire';
import type { Host, Local, ServiceFactory } from './host';

/**
 * What all services are made with. Like every function of this folder it is turned into text and evaluated inside an
 * execution's context, so that what it makes is an `Array`, an `Error`, a `Date` there; so it must refer to nothing
 * outside of itself.
 */
export function serviceFactory(host: Host): ServiceFactory {
  const handles = new WeakMap<object, Handle>();
  const classes = new Map<string, object>();
  const enumerations = new Map<string, Record<string, object>>();
  const members = new WeakMap<object, { type: string; name: string }>();

  function fail(message: string, name = 'Exception'): never {
    const error = new Error(message);
    error.name = name;
    throw error;
  }

  function typeName(value: unknown): string {
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'string') return 'String';
    if (Array.isArray(value))
      return `${value.length ? typeName(value[0]).replace('String', 'string') : 'Object'}[]`;
    if (typeof value !== 'object') return typeof value;
    const known = handles.get(value);
    if (known) return `SpreadsheetApp.${known.$}`;
    return members.has(value) ? 'SpreadsheetApp.' + members.get(value)?.type : '(class)';
  }

  function signature(name: string, args: readonly unknown[]): never {
    const full = /^(Range|Sheet|Spreadsheet|RangeList|NamedRange|Ui|Menu)\./.test(name)
      ? `SpreadsheetApp.${name}`
      : name;
    return fail(
      `The parameters (${args.map(typeName).join(',')}) don't match the method signature for ${full}.`,
    );
  }

  function encode(value: unknown, name: string): unknown {
    if (value === undefined) return { $: 'undefined' };
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number')
      return Number.isFinite(value) ? value : { $: 'number', text: String(value) };
    if (typeof value !== 'object') return { $: typeof value };
    const member = members.get(value);
    if (member) return { $: 'Enum', ...member };
    const handle = handles.get(value);
    if (handle) return handle;
    if (value instanceof Date) return { $: 'Date', ms: value.getTime() };
    if (Array.isArray(value)) return value.map((element) => encode(element, name));
    const plain: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const held = (value as Record<string, unknown>)[key];
      if (held !== undefined) plain[key] = encode(held, name);
    }
    return plain;
  }

  function decode(value: unknown, object: object, bytes: readonly Uint8Array[] | undefined): unknown {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((element) => decode(element, object, bytes));
    const handle = value as Handle;
    if (handle.$ === 'self') return object;
    if (handle.$ === 'undefined') return undefined;
    if (handle.$ === 'Date') return new Date(handle.ms as number);
    if (handle.$ === 'Enum') return enumerations.get(handle.type as string)?.[handle.name as string];
    if (typeof handle.$ === 'string') {
      return make(handle.body === undefined ? handle : { ...handle, bytes: bytes?.[handle.body as number] });
    }
    const plain: Record<string, unknown> = {};
    for (const key of Object.keys(value))
      plain[key] = decode((value as Record<string, unknown>)[key], object, bytes);
    return plain;
  }

  function rowsOf(grid: Grid): unknown[][] {
    const { rows, columns, kinds, numbers, texts } = grid;
    const result: unknown[][] = [];
    for (let row = 0, at = 0; row < rows; row++) {
      const cells: unknown[] = [];
      for (let column = 0; column < columns; column++, at++) {
        const kind = kinds[at];
        if (kind === 1) cells.push(numbers[at]);
        else if (kind === 2) cells.push(texts[numbers[at]]);
        else if (kind === 3) cells.push(numbers[at] === 1);
        else cells.push(kind === 4 ? new Date(numbers[at]) : '');
      }
      result.push(cells);
    }
    return result;
  }

  function ask(name: string, self: Handle, args: readonly unknown[], grid?: Grid): Reply {
    const encoded = args.map((argument) => encode(argument, name));
    const reply = host.call(name, JSON.stringify(self), JSON.stringify(encoded), grid);
    if (reply.error) fail(reply.error.message, reply.error.name);
    return reply;
  }

  function answer(reply: Reply, object: object): unknown {
    if (reply.grid) return rowsOf(reply.grid);
    return reply.value === undefined ? undefined : decode(JSON.parse(reply.value), object, reply.bytes);
  }

  function method(className: string, name: string, local: Local | undefined) {
    const full = `${className}.${name}`;
    return function (this: object, ...args: unknown[]): unknown {
      const self = handles.get(this);
      if (!self || self.$ !== className)
        return fail(`Cannot call method "${name}" of an unknown object.`, 'TypeError');
      host.enter();
      try {
        if (!local) return answer(ask(full, self, args), this);
        return local({
          self,
          object: this,
          args,
          ask: (given = args, grid) => answer(ask(full, self, given, grid), this),
          reply: (given = args, grid) => ask(full, self, given, grid),
        });
      } finally {
        host.leave();
      }
    };
  }

  function define(
    className: string,
    locals: Record<string, Local> = {},
    properties: Record<string, unknown> = {},
  ): void {
    const prototype: Record<string, unknown> = Object.create(null);
    for (const name of host.methods[className] ?? []) prototype[name] = method(className, name, locals[name]);
    Object.assign(prototype, properties);
    prototype.toString = () => className;
    classes.set(className, prototype);
  }

  const silent = new Set<PropertyKey>([
    'then',
    'toJSON',
    'constructor',
    'valueOf',
    'prototype',
    'nodeType',
    'length',
  ]);

  function make(handle: Handle): object {
    const prototype = classes.get(handle.$);
    if (!prototype) return fail(`not emulated: ${handle.$}`, 'Error');
    const object = new Proxy(Object.create(prototype), {
      get(target, key) {
        if (key in target) return target[key];
        if (typeof key === 'symbol' || silent.has(key)) return undefined;
        return fail(`not emulated: ${handle.$}.${key}`, 'Error');
      },
      set(_target, key) {
        return fail(`not emulated: setting ${handle.$}.${String(key)}`, 'Error');
      },
    });
    handles.set(object, handle);
    return object;
  }

  function enumeration(type: string, names: readonly string[]): Record<string, object> {
    const values: Record<string, object> = {};
    names.forEach((name, ordinal) => {
      const member = Object.freeze({ toString: () => name, name: () => name, ordinal: () => ordinal });
      members.set(member, { type, name });
      values[name] = member;
    });
    enumerations.set(type, values);
    return new Proxy(values, {
      get: (target, key) =>
        typeof key === 'string' && !(key in target)
          ? fail(`not emulated: ${type}.${key}`, 'Error')
          : target[key as string],
    });
  }

  return {
    host,
    define,
    make,
    handleOf: (value) => handles.get(value as object),
    fail,
    enumeration,
    signature,
  };
}
