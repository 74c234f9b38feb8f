import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../gas/clock';
import type { OnCall } from '../gas/gate';
import { Platform } from '../gas/platform';
import type { Finished } from '../gas/run';
import { functionsOf } from '../page/sidebarPage';

/** How the script project of the links is set up. */
export interface WebAppOptions {
  /** The folder of the built edition, and the worker's bundle. */
  readonly distDir: string;
  readonly workerPath: string;
  /** The clock of the add-on. */
  readonly clock: Clock;
}

/** What a visitor is shown. */
export interface Served {
  readonly title: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** An execution as it went, with what it was called with. */
export interface Visited extends Finished {
  readonly functionName: string;
  readonly args: readonly unknown[];
}

/** Google's page for a script that failed, which it answers with status 200. */
const FAILED = (message: string) =>
  `<!DOCTYPE html><html><head><title>Error</title></head><body><div>${message.replace(/[<&]/g, '')}</div></body></html>`;

/** A script project that is deployed as a web app, run as its owner and open to anybody. Its stores are its own. */
export class WebApp {
  /** The functions that its page may call. */
  readonly functions: readonly string[];
  /** All that was executed. */
  readonly visits: Visited[] = [];
  /** Has a say at every service call. */
  onCall: OnCall | undefined;

  private constructor(readonly platform: Platform) {
    this.functions = functionsOf(readFileSync(join(platform.distDir, 'Code.js'), 'utf8'));
  }

  static async open({ distDir, workerPath, clock }: WebAppOptions): Promise<WebApp> {
    const codePath = join(distDir, 'Code.js');
    return new WebApp(await Platform.open({ codePath, workerPath, clock, webApp: true }));
  }

  close(): Promise<void> {
    return this.platform.close();
  }

  /** Somebody opens its address. */
  async get(): Promise<Served | { readonly failure: string }> {
    const { ok, value, error } = await this.execute('doGet', [{ parameter: {}, queryString: '' }], 'web');
    const output = value as { $: string; title?: string; content: string; meta?: Served['meta'] };
    if (!ok || output.$ !== 'HtmlOutput') return { failure: FAILED(error?.message ?? 'It was ended') };
    return { title: output.title ?? '', content: output.content, meta: output.meta ?? {} };
  }

  /** Somebody posts something to it: a text, and the type that it has. */
  async post(contents: string, type: string): Promise<{ text: string; type: string }> {
    const event = { postData: { contents, type, length: Buffer.byteLength(contents) }, parameter: {} };
    const { ok, value, error } = await this.execute('doPost', [event], 'web');
    const output = value as { $: string; content: string; mimeType?: string };
    if (!ok || output.$ !== 'TextOutput')
      return { text: FAILED(error?.message ?? 'It was ended'), type: 'text/html; charset=utf-8' };
    const json = output.mimeType === 'JSON';
    return {
      text: output.content,
      type: json ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8',
    };
  }

  /** Its page calls one of its functions. */
  run(functionName: string, args: readonly unknown[]): Promise<Finished> {
    return this.execute(functionName, args, 'client');
  }

  private async execute(
    functionName: string,
    args: readonly unknown[],
    via: 'web' | 'client',
  ): Promise<Finished> {
    const finished = await this.platform.run(functionName, args, { user: 'owner', via, onCall: this.onCall });
    this.visits.push({ ...finished, functionName, args });
    return finished;
  }
}
