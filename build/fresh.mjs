import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from './paths.mjs';
import { put } from './put.mjs';

/**
 * Makes files out of sources, unless both are as they were when it last did: commands and tests build before they run, and
 * most find everything made. `sources` are files and folders of the project, `make` returns the paths that it wrote.
 */
export async function makeFresh(name, sources, make) {
  const stamp = join(cache, 'stamps', `${name.replaceAll('/', '-')}.json`);
  const from = digestOf([...common, ...sources].flatMap((source) => filesIn(join(root, source))));
  if (isFresh(stamp, from)) return;
  const made = await make();
  put(stamp, JSON.stringify({ from, made, as: digestOf(made) }));
}

/** What all bundles depend on: how they are built, and the libraries. */
const common = ['build', 'package-lock.json'];

function isFresh(stamp, from) {
  try {
    const known = JSON.parse(readFileSync(stamp, 'utf8'));
    return known.from === from && known.as === digestOf(known.made);
  } catch {
    // Nothing was made yet, or something of it is gone.
    return false;
  }
}

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** A name for the content of files. */
function digestOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const content = readFileSync(path);
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}
