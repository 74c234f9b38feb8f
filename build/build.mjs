import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAddon } from './bundle.mjs';
import { root } from './paths.mjs';

/** `npm run build`: writes `dist/`, and beside it the notices of the libraries in it. A test holds the two together. */
writeFileSync(join(root, 'THIRD-PARTY-NOTICES'), await buildAddon());
