import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildEdition } from './bundle.mjs';
import { editionIn } from './editions.mjs';
import { noticesOf } from './notices.mjs';
import { root } from './paths.mjs';

/**
 * `npm run build [-- --edition link]`: writes `dist/`, or `dist/link/`. Beside the add-on it writes the notices of the libraries in it:
 * a test holds the two together, and that the other edition has no others.
 */
const name = editionIn(process.argv.slice(2));
const { packages } = await buildEdition(name);
if (name === 'base') writeFileSync(join(root, 'THIRD-PARTY-NOTICES'), noticesOf(packages));
