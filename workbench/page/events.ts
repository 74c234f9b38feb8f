import type { ServerResponse } from 'node:http';
import type { PageEvent } from './protocol';

/** The open pages, told what happens by server-sent events. */
export class Events {
  private readonly pages = new Map<ServerResponse, string>();

  /** Keeps a response open as the line to one page of a user. */
  open(response: ServerResponse, user: string): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(': here\n\n');
    this.pages.set(response, user);
    response.on('close', () => this.pages.delete(response));
  }

  /** Tells every page, or those of one user. */
  tell(event: PageEvent, user?: string): void {
    const line = `data: ${JSON.stringify(event)}\n\n`;
    for (const [response, reader] of this.pages) {
      if (user === undefined || reader === user) response.write(line);
    }
  }

  close(): void {
    for (const response of this.pages.keys()) response.end();
    this.pages.clear();
  }
}
