import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const dist = join(root, 'dist');
/** Where the workbench's own bundles go: generated, git-ignored, never pushed. */
export const cache = join(root, '.cache', 'workbench');
