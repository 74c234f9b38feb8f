import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { projectRoot } from '../../workbench/session';

/* The audit of what is shipped, before a registry that knows what a test wants it to. */

/** What the registry knows, by package; null for one that answers no audits. */
let known: Record<string, object[]> | null = {};
/** The packages that it was asked about. */
let asked: Record<string, string[]> = {};
let registry: Server;
let address = '';
/** npm keeps what it was told of an advisory: each audit begins with a cache of its own. */
let cache = '';

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'audit-'));
});

afterEach(() => rmSync(cache, { recursive: true }));

beforeAll(async () => {
  registry = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const isAudit = request.url === '/-/npm/v1/security/advisories/bulk';
    if (!isAudit || known === null) return response.writeHead(isAudit ? 405 : 404).end('{}');
    const body = Buffer.concat(chunks);
    asked = JSON.parse(String(body[0] === 0x1f ? gunzipSync(body) : body)) as typeof asked;
    return response.setHeader('Content-Type', 'application/json').end(JSON.stringify(known));
  });
  await new Promise<void>((done) => registry.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`;
});

afterAll(() => new Promise((done) => registry.close(done)));

/** The exit code of the audit, and what it says. */
function audit(): Promise<{ code: number; said: string }> {
  const settings = { npm_config_registry: address, npm_config_fetch_retries: '0', npm_config_cache: cache };
  const env = { ...process.env, ...settings };
  return new Promise((done) => {
    const child = execFile(process.execPath, ['build/audit.mjs'], { cwd: projectRoot, env }, (_error, said) =>
      done({ code: child.exitCode ?? -1, said }),
    );
  });
}

const advisory = (severity: string, range = '*') => ({
  id: 1,
  url: 'https://advisories.example/1',
  title: 'Does what it should not',
  severity,
  vulnerable_versions: range,
  cwe: [],
  cvss: { score: 0, vectorString: null },
});

test('where nothing is known of what is shipped it passes and names what was looked at', async () => {
  known = {};
  const { code, said } = await audit();
  expect([code, said]).toEqual([0, expect.stringMatching(/^Audited .*valibot \d.*: 0 known, 0 of them/)]);
  for (const name of ['valibot', 'preact', '@noble/ciphers', '@internationalized/date'])
    expect(Object.keys(asked)).toContain(name);
});

test.each(['high', 'critical'])(
  'a %s weakness of what is shipped fails, and says where to read of it',
  async (severity) => {
    known = { preact: [advisory(severity)] };
    const { code, said } = await audit();
    expect(code).toBe(1);
    expect(said).toMatch(
      new RegExp(`^${severity}: preact \\d.*, Does what it should not https://advisories.example/1$`, 'm'),
    );
  },
);

test('a moderate one is named and passes', async () => {
  known = { valibot: [advisory('moderate')] };
  const { code, said } = await audit();
  expect([code, said]).toEqual([0, expect.stringMatching(/^moderate: valibot /)]);
});

test('one of another version is none of this', async () => {
  known = { preact: [advisory('critical', '<1.0.0')] };
  expect((await audit()).code).toBe(0);
});

test('one of what only builds or tests passes, and is counted', async () => {
  known = { esbuild: [advisory('critical')] };
  const { code, said } = await audit();
  expect([code, said]).toEqual([0, expect.stringMatching(/isn't shipped, [1-9]\d* have advisories/)]);
});

test('a registry that answers no audits is no pass: it is said that nothing is known', async () => {
  known = null;
  const { code, said } = await audit();
  expect([code, said]).toEqual([
    3,
    expect.stringMatching(/^NOT AUDITED: the registry could not be asked \(405/),
  ]);
  expect(said).toContain('Nothing is known about what is shipped');
});

test('so is one that can’t be reached', async () => {
  address = 'http://127.0.0.1:9/';
  const { code, said } = await audit();
  expect([code, said]).toEqual([3, expect.stringMatching(/^NOT AUDITED/)]);
});
