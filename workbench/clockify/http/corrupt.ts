import type { Strike } from '../faults';
import type { Served } from './serve';

type Row = Record<string, unknown>;
type Report = Row & { totals?: (Row | null)[] };

/** An answer given in Clockify's place, or null where the fault only corrupts one. */
export function answerInstead({ fault }: Strike): Served | null {
  const headers = {};
  switch (fault.kind) {
    case 'status': {
      const body = fault.body ?? { message: `Fault ${fault.status}`, code: fault.status };
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return { status: fault.status, text, headers: fault.headers ?? {}, rows: 0 };
    }
    case 'reset':
      return { status: null, text: '', headers, rows: 0 };
    case 'html': {
      const text = '<!DOCTYPE html><html><body><h1>Sign in to the network</h1></body></html>';
      return { status: 200, text, headers: { 'Content-Type': 'text/html' }, rows: 0 };
    }
    case 'empty':
      return { status: 200, text: '', headers, rows: 0 };
    default:
      return null;
  }
}

/** Corrupts a good answer's rows, totals or headers. */
export function corruptBody(
  body: unknown,
  headers: Record<string, string>,
  { fault, memory }: Strike,
): unknown {
  switch (fault.kind) {
    case 'wrong-shape':
      return Array.isArray(body) ? { unexpected: true } : [{ unexpected: true }];
    case 'no-rows':
      headers['Last-Page'] = 'true';
      return withTotals(
        withRows(body, () => []),
        () => ({ totalTime: 0, totalBillableTime: 0, entriesCount: 0, amounts: [], totalAmount: 0 }),
      );
    case 'duplicate-rows':
      return withRows(body, (rows) => (rows.length < 2 ? rows : [rows[0], ...rows.slice(0, -1)]));
    case 'drop-rows':
      return withRows(body, (rows) => rows.slice(0, Math.max(0, rows.length - fault.n)));
    case 'set-in-rows':
      return withRows(body, (rows) => rows.map((row) => ({ ...(row as Row), ...fault.values })));
    case 'totals':
      return withTotals(body, (totals) => ({
        ...totals,
        entriesCount: Number(totals.entriesCount) + (fault.entries ?? 0),
        totalTime: Number(totals.totalTime) + (fault.seconds ?? 0),
      }));
    case 'no-last-page':
      delete headers['Last-Page'];
      return body;
    case 'last-page-early':
      headers['Last-Page'] = 'true';
      return body;
    case 'endless':
      headers['Last-Page'] = 'false';
      return withRows(body, (rows) => {
        if (rows.length > 0) memory.rows = rows;
        return memory.rows ?? rows;
      });
    default:
      return body;
  }
}

/** Changes the rows of a list or a report, and leaves objects that have none alone. */
function withRows(body: unknown, change: (rows: unknown[]) => unknown[]): unknown {
  if (Array.isArray(body)) return change(body);
  const report = body as Report;
  const key = ['timeentries', 'timeEntries', 'groupOne'].find((each) => Array.isArray(report[each]));
  return key ? { ...report, [key]: change(report[key] as unknown[]) } : body;
}

function withTotals(body: unknown, change: (totals: Row) => Row): unknown {
  const report = body as Report;
  if (!Array.isArray(report.totals)) return body;
  return { ...report, totals: report.totals.map((totals) => totals && change(totals)) };
}
