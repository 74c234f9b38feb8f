import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Control, controlOf } from './control/client';

export interface Demo {
  /** Where the demo listens, without a slash at the end. */
  url: string;
  control: Control;
  /** Ends the demo that `startDemo` started, and no other process. */
  stop(): Promise<void>;
}

export interface StartOptions {
  port?: number;
  seed?: number;
  /** The bundled server; by default the file that the build writes. */
  serverPath?: string;
}

/** Starts the demo Clockify as a process of its own and waits until it listens; it also ends when this process does. */
export async function startDemo(options: StartOptions = {}): Promise<Demo> {
  const args = [options.serverPath ?? '.cache/workbench/clockify/server.mjs'];
  if (options.port !== undefined) args.push('--port', String(options.port));
  if (options.seed !== undefined) args.push('--seed', String(options.seed));
  // A log that holds what add-ons sent, and nothing that tests of the demo itself send to a server in their own process.
  const { DEMO_REQUEST_LOG: log } = process.env;
  const env = log === undefined ? process.env : { ...process.env, CLOCKIFY_REQUEST_LOG: log };
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], env });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The demo Clockify ended with ${code} before it listened`)),
    );
    createInterface(child.stdout).once('line', (line) => resolve((JSON.parse(line) as { url: string }).url));
  });
  return {
    url,
    control: controlOf(url),
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
