import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { permissionsIn } from '../../src/problems/permissions';

const read = (path: string) => readFileSync(path, 'utf8');
const manifest = JSON.parse(read('appsscript.json')) as {
  oauthScopes: string[];
  urlFetchWhitelist: string[];
};
const listing = read('docs/listing.md');
const published = ['privacy', 'terms', 'support'].map((name) => `docs/${name}.md`);

/** The rows of the table of a page under a heading, each as the texts of its cells, without its first two lines. */
function tableUnder(page: string, heading: string): string[][] {
  const part = page.slice(page.indexOf(`\n## ${heading}\n`) + 1).split('\n## ')[0];
  const lines = part.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** A text of several lines that are quoted, as one line. */
const unquoted = (text: string) => text.replaceAll(/\s*\n>?\s*/g, ' ').trim();

describe('permissions', () => {
  const rows = tableUnder(listing, 'Permissions, and why each');

  test("are those of the add-on's manifest", () => {
    expect(rows.map(([scope]) => scope.replaceAll('`', ''))).toEqual(manifest.oauthScopes);
  });

  test('stand there as the add-on itself calls them when one is missing', () => {
    for (const [scope, shown] of rows) expect(permissionsIn(scope.replaceAll('`', ''))).toEqual([shown]);
  });

  test('are the same where a test deployment is described', () => {
    const named = [...read('docs/deploy.md').matchAll(/^\s*\| `([\w.]+)`/gm)].map(([, scope]) => scope);
    const short = manifest.oauthScopes.map((scope) => scope.replace('https://www.googleapis.com/auth/', ''));
    expect(named.filter((scope) => /^(spreadsheets|script)\./.test(scope))).toEqual(short);
  });
});

test('nobody but Clockify, Google and the chats of alerts is asked for anything, as the privacy policy says', () => {
  const hosts = manifest.urlFetchWhitelist.map((prefix) => new URL(prefix.replace('*.', '')).hostname);
  const others = hosts.filter(
    (host) => !/(^|\.)(clockify\.me|script\.google(usercontent)?\.com)$/.test(host),
  );
  expect(others).toEqual([
    'hooks.slack.com',
    'chat.googleapis.com',
    'logic.azure.com',
    'api.powerplatform.com',
    'webhook.office.com',
  ]);
  expect(hosts).toContain('clockify.me');
  const privacy = read('docs/privacy.md').replace(/\s+/g, ' ');
  expect(privacy).toContain('written into a channel of Slack, Google Chat or Microsoft Teams');
});

describe('the entry', () => {
  const entry = new Map(tableUnder(listing, 'The entry').map(([field, text]) => [field, text]));

  test('has a name that is short and nobody else’s product', () => {
    const name = entry.get('Application name')?.split(' ')[0] ?? '';
    expect(name).toBe('Clocktable');
    expect(name.length).toBeLessThanOrEqual(30);
    expect(name).not.toMatch(/google|sheets|clockify/i);
    expect(JSON.parse(read('package.json')).name).toBe(name.toLowerCase());
  });

  test('has descriptions that fit', () => {
    expect(entry.get('Short description')?.length).toBeLessThanOrEqual(200);
    const detailed = /The detailed description:\n\n((?:>.*\n)+)/.exec(listing)?.[1] ?? '';
    expect(detailed.length).toBeGreaterThan(400);
    expect(detailed.length).toBeLessThan(16_000);
  });

  test('promises limited use in the same words as the privacy policy', () => {
    const promise = /Clocktable's use and transfer[^.]*\.[^.]*\.[^.]*requirements\./;
    const [said] = promise.exec(unquoted(listing)) ?? [''];
    expect(said).toContain('Limited Use');
    expect(unquoted(read('docs/privacy.md'))).toContain(said);
  });
});

describe('pictures', () => {
  const folder = 'docs/pictures/listing';
  const rows = tableUnder(listing, 'Pictures').map(([link, size]) => ({
    path: `docs/${/\((.*)\)/.exec(link)?.[1]}`,
    size,
  }));

  test.each(rows)('$path has $size pixels and is small', ({ path, size }) => {
    const picture = readFileSync(path);
    expect(picture.toString('latin1', 1, 4)).toBe('PNG');
    expect(`${picture.readUInt32BE(16)} × ${picture.readUInt32BE(20)}`).toBe(size);
    expect(statSync(path).size).toBeLessThan(300_000);
  });

  test('are all that there are, and as many as are taken', () => {
    const there = readdirSync(folder).filter((name) => name.endsWith('.png'));
    expect(rows.map(({ path }) => path.slice(folder.length + 1)).sort()).toEqual(there.sort());
    const screenshots = there.filter((name) => name.startsWith('screenshot-'));
    expect(screenshots.length).toBeGreaterThanOrEqual(1);
    expect(screenshots.length).toBeLessThanOrEqual(5);
  });
});

describe('what only the publisher can fill in', () => {
  const blank = /\[[A-Z][A-Z -]+\](?!\()/g;
  const listed = tableUnder(listing, 'What only you can fill in').map(([name]) => name);

  test('is listed, and nothing is listed that no page has', () => {
    const pages = [...published, 'docs/listing.md'].map(read);
    const entry = listing.slice(0, listing.indexOf('## What only you'));
    const used = [...pages.slice(0, -1), entry].flatMap((text) => text.match(blank) ?? []);
    expect([...new Set(used)].sort()).toEqual([...listed].sort());
  });

  test.each(published)('%s says who is behind it only by these', (page) => {
    expect(read(page)).toContain('[CONTACT]');
    expect(read(page)).not.toMatch(/@[\w-]+\.\w|example\.(com|org)|TODO|lorem/i);
  });

  test.each(['README.md', 'CONTRIBUTING.md', 'docs/deploy.md', 'docs/layout.md'])(
    '%s has no blanks',
    (page) => {
      expect(read(page).match(blank)).toBeNull();
    },
  );
});

describe('clasp', () => {
  const program = join(process.cwd(), 'node_modules/@google/clasp/build/src/index.js');
  /** What clasp prints in a folder, to somebody who isn't logged in. */
  function said(folder: string, ...words: string[]): string {
    const env = { ...process.env, HOME: folder };
    const { stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    return stdout + stderr;
  }

  const pages = ['docs/deploy.md', 'docs/listing.md'].map(read).join('\n');
  const named = [
    ...pages.matchAll(/npx clasp (?:--project \S+ )?([a-z-]+)((?: --?[a-zA-Z-]+(?: "[^"]*"| [\w./]+)?)*)/g),
  ].map(([, command, options]) => ({ command, options: options.match(/--[a-zA-Z-]+/g) ?? [] }));

  test('has the commands that are named', () => {
    const commands = [...said('.', '--help').matchAll(/^ {2}([a-z-]+)[| ]/gm)].map(([, command]) => command);
    expect(commands).toEqual(expect.arrayContaining(named.map(({ command }) => command)));
    expect(named.length).toBeGreaterThan(4);
  });

  test('gives them the options that are named', () => {
    const withOptions = new Map(
      named
        .filter(({ options }) => options.length > 0)
        .map((each) => [`${each.command} ${each.options}`, each]),
    );
    expect(withOptions.size).toBeGreaterThan(0);
    for (const { command, options } of withOptions.values())
      expect(said('.', command, '--help').match(/--[a-zA-Z]+/g)).toEqual(expect.arrayContaining(options));
  });

  test.each(['.clasp.json', '.clasp.link.json'])(
    'makes a project as %s is prepared for it, and not before',
    (settings) => {
      const folder = mkdtempSync(join(tmpdir(), 'clocktable-clasp-'));
      try {
        const { scriptId, ...rest } = JSON.parse(read(settings)) as { scriptId: string; rootDir: string };
        const make = () =>
          said(
            folder,
            '--project',
            settings,
            'create-script',
            '--type',
            'standalone',
            '--rootDir',
            rest.rootDir,
          );
        writeFileSync(join(folder, settings), JSON.stringify({ scriptId, ...rest }));
        expect(make()).toContain('Project file already exists.');
        writeFileSync(join(folder, settings), JSON.stringify(rest));
        expect(make()).toContain('No credentials found.');
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );

  test('is of the version whose help was read', () => {
    expect(JSON.parse(read('node_modules/@google/clasp/package.json')).version).toBe('3.4.1');
  });
});
