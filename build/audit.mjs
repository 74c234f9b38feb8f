import { spawnSync } from 'node:child_process';
import { buildEdition } from './bundle.mjs';
import { editions } from './editions.mjs';
import { root } from './paths.mjs';

/**
 * `npm run audit`: whether what is shipped holds anything with a known weakness. Shipped are the packages in the bundles and no
 * others, so those are looked at, in the answer that npm's own audit gets of its registry. Ends with
 *
 * 0 where it was asked and nothing high or critical is known,
 * 1 where something is,
 * 3 where the registry can't be asked (mirrors often can't): then nothing is known, and that is said.
 */
const CANT_ASK = 3;
const FAILING = ['high', 'critical'];

const built = await Promise.all(Object.keys(editions).map(buildEdition));
const shipped = new Map(built.flatMap(({ packages }) => packages).map((each) => [each.folder, each]));
const names = [...new Set([...shipped.values()].map(({ name, version }) => `${name} ${version}`))];

const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
process.exitCode = judge(parsed(stdout));

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { message: 'npm audit gave no answer' };
  }
}

/** Says what the answer means for what is shipped, and gives the exit code for it. */
function judge({ vulnerabilities, message = 'no list of vulnerabilities came', error }) {
  if (vulnerabilities === undefined) {
    say([
      `NOT AUDITED: the registry could not be asked (${error?.summary || message}).`,
      `Nothing is known about what is shipped: ${names.join(', ')}.`,
      'Run `npm run audit --registry=URL` with a registry that answers audits.',
    ]);
    return CANT_ASK;
  }
  const all = Object.values(vulnerabilities);
  const known = all.flatMap(advisoriesIn);
  for (const {
    severity,
    package: { name, version },
    title,
    url,
  } of known)
    say([`${severity}: ${name} ${version}, ${title} ${url}`]);
  const failing = known.filter(({ severity }) => FAILING.includes(severity));
  say([
    `Audited ${names.join(', ')}: ${known.length} known, ${failing.length} of them high or critical.`,
    `Of what is used to build and test, and isn't shipped, ${all.filter((each) => advisoriesIn(each).length === 0).length} have advisories (\`npm audit\`).`,
  ]);
  return failing.length > 0 ? 1 : 0;
}

/** The advisories about a package itself where it is shipped; those of what it depends on stand with that. */
function advisoriesIn({ via, nodes }) {
  const there = nodes.flatMap((folder) => shipped.get(folder) ?? []);
  const own = via.filter((cause) => typeof cause === 'object');
  return there.flatMap((each) =>
    own.map(({ severity, title, url }) => ({ severity, title, url, package: each })),
  );
}

function say(lines) {
  process.stdout.write(`${lines.join('\n')}\n`);
}
