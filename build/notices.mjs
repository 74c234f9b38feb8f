import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * The packages of which something is in a bundle, by name: `{name, version, folder, license, text}`, with the text of the licence
 * as the package brings it; without one, what its package.json says.
 */
export function packagesIn({ outputs }) {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );
  const folders = used.map(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders)].filter(Boolean).map(packageIn).sort(byName);
}

function packageIn(folder) {
  const path = join(root, folder);
  const { name, version, license, author } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const files = readdirSync(path).filter((file) => /^(licen[cs]e|notice|copyright)/i.test(file));
  const texts = files
    .sort()
    .map((file) => readFileSync(join(path, file), 'utf8').replaceAll('\r\n', '\n').trim());
  const said = [license, author?.name ?? author].filter(Boolean).join(', ');
  return { name, version, folder, license, text: texts.join('\n\n') || said };
}

function byName(one, other) {
  return one.name < other.name ? -1 : Number(one.name > other.name);
}

/** The notices that have to go with copies of packages, as plain text; packages that share a text share its copy. */
export function noticesOf(packages) {
  const byText = new Map();
  for (const { name, version, text } of packages)
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  return [...byText]
    .map(([text, names]) => `${[...new Set(names)].join('\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(72)}\n\n`);
}
