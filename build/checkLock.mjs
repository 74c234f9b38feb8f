import { readFileSync } from 'node:fs';

/**
 * Fails when a lock file lets `npm ci` install anything, on this or any other platform, without knowing what it has to be, or
 * when it names the registry that it was made from: `node build/checkLock.mjs [FILE]`. Links, and what another package
 * brings inside it, have no integrity of their own.
 */
const [file = new URL('../package-lock.json', import.meta.url)] = process.argv.slice(2);
const entries = Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages).filter(
  ([path]) => path !== '',
);
const weaknesses = [
  ...entries
    .filter(([, entry]) => !(entry.integrity || entry.link || entry.inBundle))
    .map(([path]) => `${path} has no integrity; \`npm view NAME@VERSION dist.integrity\` tells it.`),
  ...entries
    .filter(([, entry]) => /^https?:/.test(entry.resolved ?? ''))
    .map(([path]) => `${path} names a registry; take its "resolved" out.`),
];
for (const weakness of weaknesses) process.stderr.write(`${weakness}\n`);
process.exitCode = weaknesses.length > 0 ? 1 : 0;
