import { existsSync, readdirSync, readFileSync } from 'node:fs';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/layout.md',
  'docs/deploy.md',
  ...readdirSync('docs/decisions').map((name) => `docs/decisions/${name}`),
];

/** Paths of files that a page names, as seen from the project's folder or from `src/`. */
function filesIn(page: string): string[] {
  const names = readFileSync(page, 'utf8').matchAll(/`([\w/-]+\/[\w.-]+\.(?:ts|mjs|json))`/g);
  return [...names].map(([, path]) => path);
}

test.each(pages)('%s names files that are there', (page) => {
  const missing = filesIn(page).filter((path) => !existsSync(path) && !existsSync(`src/${path}`));
  expect(missing).toEqual([]);
});
