import type { AddressInfo } from 'node:net';
import { type Control, controlOf } from '../../../workbench/clockify/control/client';
import { createServer } from '../../../workbench/clockify/createServer';
import { type KeyName, keys } from '../../../workbench/clockify/keys';
import { DemoState } from '../../../workbench/clockify/state';

export interface Reply {
  status: number;
  headers: Headers;
  // The answers are what these tests are about: they are looked into freely.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  body: any;
  text: string;
}

export interface Asked {
  key?: KeyName | null;
  host?: string;
  headers?: Record<string, string>;
  /** Moves the clock there first; else it goes on by a second a request. */
  at?: string;
}

/** A demo in this process, with a clock that goes on by a second a request so that no limit is met by accident. */
export class TestDemo {
  readonly state = new DemoState();
  now = Date.parse('2026-08-17T09:00:00Z');
  control!: Control;
  private readonly server = createServer(this.state);
  private url = '';

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    this.control = controlOf(this.url);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get(path: string, asked: Asked = {}): Promise<Reply> {
    return this.send('GET', `/api/v1${path}`, undefined, asked);
  }

  /** One page of a detailed report of whole days in a zone; `more` is merged into the body. */
  detailed(workspace: string, question: Question, asked: Asked = {}): Promise<Reply> {
    const { page = 1, pageSize = 1000, filter = {}, ...common } = question;
    return this.report(workspace, 'detailed', common, { page, pageSize, ...filter }, asked);
  }

  /** A summary report of whole days in a zone, by these groups. */
  summary(workspace: string, groups: unknown, question: Question, asked: Asked = {}): Promise<Reply> {
    const { filter = {}, ...common } = question;
    return this.report(workspace, 'summary', common, { groups, ...filter }, asked);
  }

  private report(
    workspace: string,
    kind: string,
    { from, to, zone = 'Europe/Berlin', ...more }: Question,
    subFilter: object,
    asked: Asked,
  ): Promise<Reply> {
    const body = {
      dateRangeStart: `${from}T00:00:00.000`,
      dateRangeEnd: `${to}T23:59:59.999`,
      timeZone: zone,
      [`${kind}Filter`]: subFilter,
      ...more,
    };
    return this.send('POST', `/report/v1/workspaces/${this.id(workspace)}/reports/${kind}`, body, asked);
  }

  async send(method: string, path: string, body: unknown, asked: Asked): Promise<Reply> {
    this.now = asked.at ? Date.parse(asked.at) : this.now + 1000;
    const headers: Record<string, string> = { 'X-Workbench-Now': String(this.now), ...asked.headers };
    if (asked.key !== null) headers['X-Api-Key'] = keys[asked.key ?? 'demo'];
    if (asked.host) headers['X-Forwarded-Host'] = asked.host;
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(this.url + path, { method, headers, ...init });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text), text };
  }

  id(workspace: string): string {
    return this.state.required(workspace).id;
  }
}

export interface Question {
  from: string;
  to: string;
  zone?: string;
  page?: number;
  pageSize?: number;
  filter?: object;
  [more: string]: unknown;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A demo for the tests of one file, back at its seed before each. */
export function useDemo(): TestDemo {
  const demo = new TestDemo();
  beforeAll(() => demo.open());
  afterAll(() => demo.close());
  beforeEach(() => {
    demo.state.reset();
    demo.state.log.requests = [];
    demo.state.log.violations = [];
    demo.now = Date.parse('2026-08-17T09:00:00Z');
  });
  return demo;
}
