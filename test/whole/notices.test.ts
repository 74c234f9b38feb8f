import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../workbench/session';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');

const [, notices] =
  /<script type="text\/plain" id="notices">(.*?)<\/script>/s.exec(read('dist/Sidebar.html')) ?? [];

describe('the notices of the libraries in the add-on', () => {
  test('go with the sidebar, which is pushed beside the code', () => {
    expect(notices).toContain('Apache License\n');
    expect(notices).toContain('Permission is hereby granted, free of charge');
    expect(notices).toMatch(/^valibot \d/m);
    expect(notices).toMatch(/^preact \d/m);
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
