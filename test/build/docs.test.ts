import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { periodSchema } from '../../src/query/periodSchema';
import { readQuery } from '../../src/query/query';
import { reportOf } from '../../src/reports';
import { shapeOf } from '../../src/rows/shape';
import { withFieldTables } from '../../workbench/fieldTables';

const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
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

/** What leads from a page to a place in it as GitHub does: the words of its headings in small letters, with hyphens between. */
function placesOf(page: string): string[] {
  const headings = readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test.each(pages)('%s links to files and places that are there', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^()\s]+)\)/g)].map(
    ([, link]) => link,
  );
  const dead = links.filter((link) => {
    const [path, place] = link.split('#');
    const file = path === '' ? page : join(dirname(page), path);
    return !existsSync(file) || (place !== undefined && !placesOf(file).includes(place));
  });
  expect(dead).toEqual([]);
});

test('docs/query.md lists the fields that there are', () => {
  const page = readFileSync('docs/query.md', 'utf8');
  expect(withFieldTables(page)).toBe(page);
});

test('the query of docs/query.md is one', () => {
  const page = readFileSync('docs/query.md', 'utf8');
  const example = JSON.parse(/```json\n(.*?)```/s.exec(page)?.[1] ?? '');
  const query = readQuery(example, example.name);
  expect(shapeOf(query, reportOf(query.report)).grouped).toBe(true);
});

test('the periods of docs/query.md are periods', () => {
  const page = readFileSync('docs/query.md', 'utf8');
  const periods = [...page.matchAll(/`(\{"kind": .*?\})`/g)].map(([, period]) => JSON.parse(period));
  expect(new Set(periods.map(({ kind }) => kind)).size).toBe(8);
  expect(periods.map((period) => v.safeParse(periodSchema, period).success)).not.toContain(false);
});

/** What Google and Clockify call things on the way that the pages describe. */
const NAMES_OF_OTHERS = [
  ...['Preferences', 'Advanced', 'Manage API keys'],
  ...['Extensions', 'Add-ons', 'Manage add-ons', 'Clocktable'],
];

/** The texts of all files of a folder, or of one file. */
function textsOf(path: string): string {
  if (!statSync(path).isDirectory()) return readFileSync(path, 'utf8');
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  return files.map((name) => readFileSync(join(path, name), 'utf8')).join('\n');
}

/** What a part of a page sets apart as the names of things to press. */
function labelsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w_])_([^_\n]+)_(?![\w_])/g)]
    .flatMap(([, label]) => label.split(' ▸ '))
    .filter((label) => !NAMES_OF_OTHERS.includes(label));
}

test('help calls everything as the sidebar and the menu do', () => {
  const said = ['src/sidebar/words', 'src/google/menu.ts'].map(textsOf).join('\n');
  const labels = labelsIn(readFileSync('docs/support.md', 'utf8'));
  expect(labels.length).toBeGreaterThan(10);
  expect(labels.filter((label) => !said.includes(`'${label}'`))).toEqual([]);
});

test('README calls what can be tried as the page does', () => {
  const said = ['src/sidebar/words', 'workbench/page'].map(textsOf).join('\n');
  const [, tried] = readFileSync('README.md', 'utf8').split('## Try it');
  const labels = labelsIn(tried.split('\n## ')[0]);
  expect(labels.length).toBeGreaterThan(4);
  const missing = labels.filter(
    (label) => !said.includes(label.replace(/^Open as second user$/, 'Open as ')),
  );
  expect(missing).toEqual([]);
});
