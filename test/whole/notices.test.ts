import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../workbench/session';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');

const [, notices] =
  /<script type="text\/plain" id="notices">(.*?)<\/script>/s.exec(read('dist/Sidebar.html')) ?? [];

/** The libraries that a script of an edition says it holds, with their versions. */
function librariesOf(script: string): string[] {
  const line = read(script)
    .split('\n')
    .find((each) => / with .*\(.*\): \w+\.html has their licences/.test(each));
  return [...(line ?? '').matchAll(/([@\w/-]+ \d+\.\d+\.\d+) \(/g)].map(([, library]) => library);
}

describe('the notices of the libraries in the add-on', () => {
  test('go with the sidebar, which is pushed beside the code', () => {
    expect(notices).toContain('Apache License\n');
    expect(notices).toContain('Permission is hereby granted, free of charge');
    expect(notices).toMatch(/^valibot \d/m);
    expect(notices).toMatch(/^preact \d/m);
  });

  test('name every library that the code says it holds, that which seals logins among them', () => {
    const libraries = librariesOf('dist/Code.js');
    expect(libraries.map((library) => library.split(' ')[0])).toEqual(
      expect.arrayContaining(['@noble/ciphers', 'valibot', '@internationalized/date']),
    );
    for (const library of libraries) expect(notices.split('\n')).toContain(library);
  });

  test('have the text of a licence for each', () => {
    for (const [, names, text] of notices.matchAll(
      /(?:^|-{72}\n\n)((?:[@\w/-]+ [\d.]+\n)+)\n([\s\S]*?)(?=\n-{72}|$)/g,
    )) {
      expect([names, text]).toEqual([names, expect.stringMatching(/copyright|apache license/i)]);
      expect([names, text.length > 500]).toEqual([names, true]);
    }
  });

  test('are those of the repository (`npm run build` writes them)', () => {
    expect(read('THIRD-PARTY-NOTICES')).toBe(notices);
  });

  test('are pointed at by the code, which names its own', () => {
    const line =
      read('dist/Code.js')
        .split('\n')
        .find((each) => each.startsWith('// Clocktable, with ')) ?? '';
    for (const [, library] of line.matchAll(/(\S+ \d+\.\d+\.\d+) \(/g))
      expect(notices).toContain(`${library}\n`);
    expect(line).toMatch(/valibot .* \(MIT\).*Sidebar\.html/);
  });
});

test('the page of the link edition brings those of the libraries in it', () => {
  const page = read('dist/link/Page.html');
  const libraries = librariesOf('dist/link/Code.js');
  expect(libraries.length).toBeGreaterThan(0);
  for (const library of [...libraries, 'preact ']) expect(page).toContain(library);
  expect(page).toContain('Permission is hereby granted, free of charge');
});
