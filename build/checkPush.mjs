import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { editions } from './editions.mjs';
import { root } from './paths.mjs';

/** Asserts, offline, that clasp would push exactly an edition's files: a wrong setting shows as an empty list, not as an error. */
function check({ project, folder, page }) {
  const intended = ['Code.js', page.file, 'appsscript.json'].sort();
  const { stdout, status, stderr } = spawnSync(
    'npx',
    ['--no-install', 'clasp', '--project', project, 'status', '--json'],
    { cwd: root, encoding: 'utf8' },
  );
  const listed = JSON.parse(stdout || '{}').filesToPush ?? [];
  const prefix = `${relative(root, folder)}/`;
  const names = listed.map((file) => String(file).replaceAll('\\', '/').replace(prefix, '')).sort();
  if (status !== 0 || names.join() !== intended.join()) {
    process.stderr.write(`clasp would push [${names}] by ${project}, not [${intended}].\n${stderr}`);
    process.exit(1);
  }
  process.stdout.write(`clasp would push ${names.join(', ')} by ${project}\n`);
}

Object.values(editions).forEach(check);
