import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../gas/clock';
import type { Platform } from '../gas/platform';
import { Addresses } from './addresses';
import { createLinkServer } from './server';
import { WebApp } from './webApp';

/** The script project of the links, as it is served. */
export interface OpenLinks {
  readonly app: WebApp;
  readonly addresses: Addresses;
  /** Writes into both projects' script properties what whoever deploys them does: where it is, and the token. */
  connect(addon: Platform): void;
  close(): Promise<void>;
}

/** Deploys the link edition on this machine. `root` is the project's folder; the port is any that is free. */
export async function openLinks(root: string, clock: Clock, port = 0): Promise<OpenLinks> {
  const app = await WebApp.open({
    distDir: `${root}/dist/link`,
    workerPath: `${root}/.cache/workbench/gas/worker.mjs`,
    clock,
  });
  const token = randomBytes(24).toString('hex');
  let addresses: Addresses | null = null;
  const served = () => addresses as Addresses;
  const page = randomBytes(24).toString('hex');
  const server = createLinkServer(app, served, `${root}/.cache/workbench/page`, page);
  const at = await listen(server, port);
  addresses = new Addresses(`http://127.0.0.1:${at}`, `http://localhost:${at}`);
  return {
    app,
    addresses,
    connect(addon) {
      const both = { 'link-token': token };
      app.platform.properties('script').set(both);
      addon.properties('script').set({ 'link-address': Addresses.served, ...both });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await app.close();
    },
  };
}

/** Listens on a port, or on any where that is taken. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || port === 0) fail(error);
      else listen(server, 0).then(done, fail);
    });
    server.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });
}
