import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { operationAt, violationsOf } from './clockify/contract';
import { OpenApiContract } from './clockify/contract/openapi';
import type { LoggedRequest } from './clockify/log';

const usage = 'Usage: contract LOG [--openapi FILE]';

/**
 * `contract LOG [--openapi FILE]`: holds every request of a log that the demo Clockify wrote (`CLOCKIFY_REQUEST_LOG`)
 * against the project's own contract, and against Clockify's specification where that file exists. Returns the exit
 * code: 1 when anything disagrees, or when the log is empty and so proves nothing.
 */
export async function main(args: string[]): Promise<number> {
  const [log, option, specification] = args;
  if (!log || args.length > 3 || (option !== undefined && (option !== '--openapi' || !specification))) {
    console.error(usage);
    return 1;
  }
  const requests = readLog(log);
  if (requests.length === 0) {
    console.error(`${log} holds no request: nothing was checked`);
    return 1;
  }
  const openApi = specification && existsSync(specification) ? read(specification) : null;
  const found = new Map<string, number>();
  const used = new Set<string>();
  for (const request of requests) {
    const problems = problemsOf(request, openApi);
    used.add(request.operation ?? request.path);
    for (const problem of problems) {
      const line = `${request.operation ?? request.path}: ${problem}`;
      found.set(line, (found.get(line) ?? 0) + 1);
    }
  }
  for (const [line, times] of found) console.error(`${line} (${times} requests)`);
  const against = openApi ? 'the own contract and the specification' : 'the own contract only';
  const verdict = found.size === 0 ? 'all agree' : `${found.size} disagreements`;
  console.log(`${requests.length} requests of ${used.size} operations against ${against}: ${verdict}`);
  return found.size === 0 ? 0 : 1;
}

function readLog(file: string): LoggedRequest[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as LoggedRequest);
}

function read(file: string): OpenApiContract {
  return new OpenApiContract(parse(readFileSync(file, 'utf8')));
}

function problemsOf({ method, path, query, body }: LoggedRequest, openApi: OpenApiContract | null): string[] {
  const [, side, rest] = /^\/(api|report)\/v1(\/.*)$/.exec(path) ?? [];
  const operation = rest && operationAt(method, rest, side === 'report')?.operation;
  if (!operation) return [`${method} ${path} is no operation of the contract`];
  return [
    ...violationsOf(operation, { ...query }, body),
    ...(openApi?.disagreements(operation, query, body) ?? []).map((each) => `specification: ${each}`),
  ];
}
