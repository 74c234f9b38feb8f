import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { keys } from '../../../workbench/clockify/keys';
import { startDemo } from '../../../workbench/clockify/start';

let folder: string;
let serverPath: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demo-clockify-'));
  serverPath = join(folder, 'server.cjs');
  await build({
    entryPoints: [join(process.cwd(), 'workbench/clockify/server.ts')],
    outfile: serverPath,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the demo runs as a process of its own until it is stopped', async () => {
  const demo = await startDemo({ serverPath });
  const user = () => fetch(`${demo.url}/api/v1/user`, { headers: { 'X-Api-Key': keys.demo } });
  expect((await user()).status).toBe(200);
  expect(await demo.control.requests()).toHaveLength(1);
  await demo.stop();
  await expect(user()).rejects.toThrow();
});
