import { spawnSync } from 'node:child_process';
import { root } from './paths.mjs';

/** Asserts, offline, that clasp would push exactly the add-on's files: a wrong setting shows as an empty list, not as an error. */
const intended = ['Code.js', 'Sidebar.html', 'appsscript.json'];
const { stdout, status, stderr } = spawnSync('npx', ['--no-install', 'clasp', 'status', '--json'], {
  cwd: root,
  encoding: 'utf8',
});
const listed = JSON.parse(stdout || '{}').filesToPush ?? [];
const names = listed.map((file) => String(file).replace(/^dist[/\\]/, '')).sort();
if (status !== 0 || names.join() !== intended.join()) {
  process.stderr.write(`clasp would push [${names}], not [${intended}].\n${stderr}`);
  process.exit(1);
}
process.stdout.write(`clasp would push ${names.join(', ')}\n`);
