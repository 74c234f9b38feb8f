import type { AddressInfo } from 'node:net';
import { createServer } from './createServer';
import { DemoState } from './state';

/** `server.mjs [--port N] [--seed N]`: the demo as a process. It prints its address as one JSON line, and ends with its parent. */
function option(name: string): number | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : Number(process.argv[at + 1]);
}

const server = createServer(new DemoState(option('seed')));
server.listen(option('port') ?? 0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
});
// The parent holds the other end of stdin; at a terminal nobody closes it, and Ctrl-C ends the process.
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
