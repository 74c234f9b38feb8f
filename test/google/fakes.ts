import { gunzipSync, gzipSync } from 'node:zlib';

/** Puts stand-ins for Google's services where the adapters look for them. */
export function install(services: Record<string, unknown>): void {
  Object.assign(globalThis, services);
}

/** A cache as Google's: values of at most 100 KB, and none of them promised to stay. */
export class FakeCache {
  readonly held = new Map<string, string>();

  get(name: string): string | null {
    return this.held.get(name) ?? null;
  }

  getAll(names: string[]): Record<string, string> {
    return Object.fromEntries([...this.held].filter(([name]) => names.includes(name)));
  }

  putAll(values: Record<string, string>): void {
    for (const [name, value] of Object.entries(values)) {
      if (value.length > 100 * 1024) throw new Error('Argument too large: value');
      this.held.set(name, value);
    }
  }

  removeAll(names: string[]): void {
    for (const name of names) this.held.delete(name);
  }
}

const blobOf = (bytes: Uint8Array) => ({
  getBytes: () => [...bytes],
  getDataAsString: () => Buffer.from(bytes).toString('utf8'),
});

type Blob = ReturnType<typeof blobOf>;

/** The parts of `Utilities` that pack a text. */
export const utilities = {
  newBlob: (content: string | number[]) => blobOf(Buffer.from(content as string)),
  gzip: (blob: Blob) => blobOf(gzipSync(Buffer.from(blob.getBytes()))),
  ungzip: (blob: Blob) => blobOf(gunzipSync(Buffer.from(blob.getBytes()))),
  base64Encode: (bytes: number[]) => Buffer.from(bytes).toString('base64'),
  base64Decode: (text: string) => [...Buffer.from(text, 'base64')],
};
