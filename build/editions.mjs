import { join } from 'node:path';
import { calledByGoogle, calledBySidebar, linkEntryPoints, linkStubs, stubs } from './entryPoints.mjs';
import { dist } from './paths.mjs';

/**
 * The editions: script projects of their own over the same sources, because one manifest decides the permissions of a whole
 * script. `base` is the add-on, and `mail` is the same with the permission to send mails. `link` is the page that somebody opens who
 * is asked for access.
 */
export const editions = {
  base: {
    title: 'Clocktable',
    entry: 'src/main.ts',
    manifest: 'appsscript.json',
    folder: dist,
    project: '.clasp.json',
    map: 'Code.js.map',
    ...addon(),
  },
  mail: {
    title: 'Clocktable with mail',
    entry: 'src/mail/main.ts',
    manifest: 'src/mail/appsscript.json',
    folder: join(dist, 'mail'),
    project: '.clasp.mail.json',
    map: 'mail/Code.js.map',
    ...addon(),
  },
  link: {
    title: 'Clocktable links',
    entry: 'src/link/main.ts',
    manifest: 'src/link/appsscript.json',
    page: { source: 'src/link/page', style: 'style.css', file: 'Page.html' },
    folder: join(dist, 'link'),
    project: '.clasp.link.json',
    globalName: 'linkProject',
    map: 'link/Code.js.map',
    stubs: linkStubs,
    listed: (exported) => [
      { what: 'src/link/main.ts', names: Object.keys(exported), expected: linkEntryPoints },
    ],
  },
};

/** What all editions of the add-on have in common: the page, and what can be called. */
function addon() {
  return {
    page: { source: 'src/sidebar', style: 'style/index.css', file: 'Sidebar.html' },
    globalName: 'addon',
    stubs,
    listed: ({ sidebar, ...exported }) => [
      { what: 'src/main.ts', names: Object.keys(exported), expected: calledByGoogle },
      { what: 'src/endpoints.ts', names: Object.keys(sidebar), expected: calledBySidebar },
    ],
  };
}

/** The edition that the words of a command line ask for: `--edition NAME`, else the add-on. Any other words end the command. */
export function editionIn(words) {
  const [option, name = '', ...more] = words;
  if (option === undefined) return 'base';
  if (option === '--edition' && Object.hasOwn(editions, name) && more.length === 0) return name;
  process.stderr.write(`Only --edition ${Object.keys(editions).join(' or ')} can be asked for.\n`);
  return process.exit(1);
}
