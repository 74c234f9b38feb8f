import { appendFileSync } from 'node:fs';

/** A request as the log keeps it: everything but the key. */
export interface LoggedRequest {
  method: string;
  /** The host that the request was meant for; null when it came straight to the demo. */
  host: string | null;
  path: string;
  query: Record<string, unknown>;
  body: unknown;
  /** Null when the answer never came: a connection cut on purpose. */
  status: number | null;
  workspace: string | null;
  /** The contract's name of what was asked; null for unknown routes. */
  operation: string | null;
  /** Epoch milliseconds by the workbench's clock. */
  at: number;
  rows: number;
}

export interface Violation {
  operation: string | null;
  method: string;
  path: string;
  problems: string[];
}

/** What was asked and what was wrong with it; also written to a file, a JSON line each, when one is named. */
export class RequestLog {
  requests: LoggedRequest[] = [];
  violations: Violation[] = [];

  constructor(private readonly file = process.env.CLOCKIFY_REQUEST_LOG) {}

  add(request: LoggedRequest): void {
    this.requests.push(request);
    if (this.file) appendFileSync(this.file, `${JSON.stringify(request)}\n`);
  }
}
