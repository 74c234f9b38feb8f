import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildEdition } from './bundle.mjs';
import { editionIn, editions } from './editions.mjs';
import { root } from './paths.mjs';

/** `npm run push [-- --edition link]`: builds and pushes to one's own script project. Refuses while its settings name none. */
const name = editionIn(process.argv.slice(2));
const { project, folder, title } = editions[name];
const rootDir = relative(root, folder);
const { scriptId } = JSON.parse(readFileSync(join(root, project), 'utf8'));
if (!/^[A-Za-z0-9_-]{40,80}$/.test(scriptId)) {
  process.stderr.write(
    [
      `${project} names no script project of yours yet.`,
      'Take the line with "scriptId" out of it and make one with',
      `\`npx clasp --project ${project} create-script --type standalone --title "${title}" --rootDir ${rootDir}\`,`,
      'or copy the id from Project settings ▸ IDs of an existing one and put it there.',
      'docs/deploy.md goes through it step by step.',
      '',
    ].join('\n'),
  );
  process.exit(1);
}
await buildEdition(name);
const { status } = spawnSync('npx', ['clasp', '--project', project, 'push', '--force'], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
