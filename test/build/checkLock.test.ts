import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const sound = { version: '1.0.0', integrity: 'sha512-abc' };
const folder = mkdtempSync(join(tmpdir(), 'lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the check says of a lock file with these packages, and whether it lets it pass. */
function checked(packages: object) {
  const file = join(folder, 'package-lock.json');
  writeFileSync(file, JSON.stringify({ packages }));
  const { status, stderr } = spawnSync('node', ['build/checkLock.mjs', file], { encoding: 'utf8' });
  return { passes: status === 0, said: stderr };
}

describe('a lock file', () => {
  test('passes when every package has its integrity', () => {
    expect(checked({ '': { name: 'it' }, 'node_modules/a': sound })).toEqual({ passes: true, said: '' });
  });

  test('fails for a build for another platform without integrity', () => {
    const foreign = { version: '1.0.0', optional: true, os: ['win32'] };
    const { passes, said } = checked({ 'node_modules/a': sound, 'node_modules/b': foreign });
    expect(passes).toBe(false);
    expect(said).toMatch(/^node_modules\/b has no integrity/);
  });

  test('fails where it names the host it was made from', () => {
    const placed = { ...sound, resolved: 'https://registry.example/a.tgz' };
    const { passes, said } = checked({ 'node_modules/a': placed });
    expect(passes).toBe(false);
    expect(said).toMatch(/^node_modules\/a names a registry/);
  });

  test('passes with links and with what another package brings inside it', () => {
    const packages = { 'node_modules/a': { link: true }, 'node_modules/b': { inBundle: true } };
    expect(checked(packages)).toEqual({ passes: true, said: '' });
  });
});
