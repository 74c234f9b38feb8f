import { buildAddon } from './bundle.mjs';

await buildAddon();
