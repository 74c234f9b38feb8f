import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { periodSchema } from '../../src/query/periodSchema';
import { readQuery } from '../../src/query/query';
import { reportOf } from '../../src/reports';
import { shapeOf } from '../../src/rows/shape';
import { withFieldTables } from '../../workbench/fieldTables';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/layout.md',
  'docs/deploy.md',
  'docs/query.md',
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

test.each(pages)('%s links to pages that are there', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([\w./-]+\.md)\)/g)].map(([, path]) => path);
  expect(links.filter((path) => !existsSync(join(dirname(page), path)))).toEqual([]);
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
