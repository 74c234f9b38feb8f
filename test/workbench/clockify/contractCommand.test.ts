import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../workbench/contract';
import { useDemo } from './demo';

const demo = useDemo();
let folder: string;
let log: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'contract-'));
  log = join(folder, 'requests.jsonl');
  said = [];
  const keep = (line: unknown) => {
    said.push(String(line));
  };
  jest.spyOn(console, 'log').mockImplementation(keep);
  jest.spyOn(console, 'error').mockImplementation(keep);
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  jest.restoreAllMocks();
});

/** Writes down what the demo was asked so far. */
function keepLog(): void {
  writeFileSync(log, demo.state.log.requests.map((each) => `${JSON.stringify(each)}\n`).join(''));
}

const specification = {
  paths: {
    '/v1/user': { servers: [{ url: 'https://api.clockify.me/api' }], get: { parameters: [] } },
    '/v1/workspaces/{workspaceId}/reports/summary': {
      servers: [{ url: 'https://reports.api.clockify.me' }],
      post: {
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Summary' } } },
        },
      },
    },
    '/v1/workspaces/{workspaceId}/reports/detailed': {
      servers: [{ url: 'https://reports.api.clockify.me' }],
      post: {
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Body' } } } },
      },
    },
  },
  components: {
    schemas: {
      SummaryFilterV1: {
        type: 'object',
        properties: { groups: { type: 'array', items: { type: 'string', enum: ['PROJECT'] } } },
      },
      Summary: {
        type: 'object',
        properties: {
          dateRangeStart: { type: 'string' },
          dateRangeEnd: { type: 'string' },
          timeZone: { type: 'string' },
          summaryFilter: { $ref: '#/components/schemas/SummaryFilterV1' },
        },
      },
      Body: {
        type: 'object',
        properties: {
          dateRangeStart: { type: 'string' },
          dateRangeEnd: { type: 'string' },
          timeZone: { type: 'string' },
          detailedFilter: { type: 'object' },
        },
      },
    },
  },
};

test('a log that keeps both contracts passes', async () => {
  await demo.get('/user');
  await demo.detailed('Quirks', { from: '2026-01-01', to: '2026-01-31' });
  keepLog();
  const file = join(folder, 'openapi.yaml');
  writeFileSync(file, JSON.stringify(specification));
  expect(await main([log, '--openapi', file])).toBe(0);
  expect(said).toEqual([
    '2 requests of 2 operations against the own contract and the specification: all agree',
  ]);
});

test('what the specification does not know is a disagreement', async () => {
  await demo.get('/user?include-memberships=true');
  await demo.detailed('Quirks', { from: '2026-01-01', to: '2026-01-31', billable: true });
  keepLog();
  const file = join(folder, 'openapi.yaml');
  writeFileSync(file, JSON.stringify(specification));
  expect(await main([log, '--openapi', file])).toBe(1);
  expect(said.join('\n')).toContain('(include-memberships)');
  expect(said.join('\n')).toContain('(billable)');
});

test('groups that the specification forgot are no disagreement, others are', async () => {
  await demo.summary('Quirks', ['USER', 'PROJECT'], { from: '2026-01-01', to: '2026-01-31' });
  const file = join(folder, 'openapi.yaml');
  writeFileSync(file, JSON.stringify(specification));
  keepLog();
  expect(await main([log, '--openapi', file])).toBe(0);
  await demo.summary('Quirks', ['TASK'], { from: '2026-01-01', to: '2026-01-31' });
  keepLog();
  expect(await main([log, '--openapi', file])).toBe(1);
  expect(said.join('\n')).toContain('summaryFilter/groups/0');
});

test('a request against the own contract fails without any specification', async () => {
  await demo.get('/user?nonsense=1');
  keepLog();
  expect(await main([log])).toBe(1);
});

test('an empty log proves nothing', async () => {
  expect(await main([log])).toBe(1);
  expect(said.join()).toContain('nothing was checked');
});

test('words it does not know are refused', async () => {
  expect(await main([log, '--strict', 'x'])).toBe(1);
});
