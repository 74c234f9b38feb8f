import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAddon } from './bundle.mjs';
import { root } from './paths.mjs';

/** `npm run push`: builds and pushes to one's own script project. Refuses while `.clasp.json` names none. */
const { scriptId } = JSON.parse(readFileSync(join(root, '.clasp.json'), 'utf8'));
if (!/^[A-Za-z0-9_-]{40,80}$/.test(scriptId)) {
  process.stderr.write(
    [
      '.clasp.json names no script project of yours yet.',
      'Remove the file and make one with `npx clasp create-script --type standalone --title Clocktable --rootDir dist`,',
      'or copy the id from Project settings ▸ IDs of an existing one and put it there as "scriptId".',
      'docs/deploy.md goes through it step by step.',
      '',
    ].join('\n'),
  );
  process.exit(1);
}
await buildAddon();
const { status } = spawnSync('npx', ['clasp', 'push', '--force'], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
