import type { EntryEdits } from './control/edits';

/** What goes wrong with an answer. The first four answer in Clockify's place; the rest corrupt its answer. */
export type Fault =
  | { kind: 'status'; status: number; body?: unknown; headers?: Record<string, string> }
  /** The connection is cut without an answer. */
  | { kind: 'reset' }
  /** 200 and a page of HTML, as a captive network sends. */
  | { kind: 'html' }
  /** 200 and no body at all. */
  | { kind: 'empty' }
  /** Answers `ms` later, and says so in `x-demo-delay`; `virtual`: only says so. */
  | { kind: 'delay'; ms: number; virtual?: boolean }
  /** Half of the body, under 200. */
  | { kind: 'truncate' }
  | { kind: 'wrong-shape' }
  /** 200, well-formed, and nothing in it: no rows, totals of zero. */
  | { kind: 'no-rows' }
  /** The first row comes twice, the last one is gone: the count stays right. */
  | { kind: 'duplicate-rows' }
  | { kind: 'drop-rows'; n: number }
  /** Each row has these values in place of its own. */
  | { kind: 'set-in-rows'; values: Record<string, unknown> }
  /** Added to the totals of a report. */
  | { kind: 'totals'; entries?: number; seconds?: number }
  | { kind: 'no-last-page' }
  /** `Last-Page` is always false, and a page beyond the end repeats the last rows there were. */
  | { kind: 'endless' }
  /** Changes entries just before this request is answered: data that moves while it is read. */
  | { kind: 'edit'; edits: EntryEdits }
  /** Deletes projects, clients, tags, groups or members just before this request is answered. */
  | { kind: 'delete'; workspace: string; ids: string[] }
  /** `Last-Page` is true on a page that isn't the last. */
  | { kind: 'last-page-early' }
  /** The key that asks is taken back just before this request is answered. */
  | { kind: 'revoke' }
  /** The workspace is removed just before this request is answered. */
  | { kind: 'remove-workspace'; workspace: string }
  /** A person has no role any more, only an own calendar, just before this request is answered. */
  | { kind: 'take-role'; workspace: string; person: string };

export interface FaultRule {
  /** Regular expression on the path, as the demo gets it. */
  path?: string;
  /** 1-based; a request without paging is page 1. */
  page?: number;
  /** Id or name. */
  workspace?: string;
  /** The key, or its name in `keys`. */
  key?: string;
  /** How often it strikes: once unless said, -1 for ever. */
  times?: number;
  /** Matching requests that pass before the first strike. */
  after?: number;
  /** Epoch milliseconds by the workbench's clock from which it strikes no more. */
  until?: number;
  fault: Fault;
}

/** What a rule is compared with. */
export interface FaultSubject {
  path: string;
  page: number;
  workspace: string[];
  key: string[];
  now: number;
}

interface Armed {
  rule: FaultRule;
  skip: number;
  left: number;
  /** For `endless`: the last rows there were. */
  memory: { rows?: unknown[] };
}

export interface Strike {
  fault: Fault;
  memory: { rows?: unknown[] };
}

export class Faults {
  private armed: Armed[] = [];

  add(rule: FaultRule): void {
    new RegExp(rule.path ?? '');
    const { after = 0, times = 1 } = rule;
    this.armed.push({ rule, skip: after, left: times < 0 ? Number.POSITIVE_INFINITY : times, memory: {} });
  }

  clear(): void {
    this.armed = [];
  }

  get rules(): FaultRule[] {
    return this.armed.map(({ rule }) => rule);
  }

  /** The faults that strike this request, in the order they were set; each use is counted. */
  strike(subject: FaultSubject): Strike[] {
    const struck: Strike[] = [];
    for (const armed of this.armed) {
      if (!matches(armed.rule, subject)) continue;
      if (armed.skip > 0) armed.skip -= 1;
      else if (armed.left > 0) {
        armed.left -= 1;
        struck.push({ fault: armed.rule.fault, memory: armed.memory });
      }
    }
    this.armed = this.armed.filter(({ left }) => left > 0);
    return struck;
  }
}

function matches(rule: FaultRule, subject: FaultSubject): boolean {
  return (
    (rule.path === undefined || new RegExp(rule.path).test(subject.path)) &&
    (rule.page === undefined || rule.page === subject.page) &&
    (rule.workspace === undefined || subject.workspace.includes(rule.workspace)) &&
    (rule.key === undefined || subject.key.includes(rule.key)) &&
    (rule.until === undefined || subject.now < rule.until)
  );
}
