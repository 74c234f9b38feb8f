import { createHash } from 'node:crypto';
import { extname } from 'node:path';

// Then what is transformed in turn goes to one thread instead of a process each. It is read when esbuild is loaded.
process.env.ESBUILD_WORKER_THREADS = '1';
const { transformSync, version } = await import('esbuild');

const options = {
  format: 'cjs',
  target: 'es2022',
  platform: 'node',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: 'inline',
};
const loaders = { '.ts': 'ts', '.tsx': 'tsx' };

/** Makes of a file what Jest runs. Types are checked by `npm run types`; here they are only taken out. */
export default {
  process(source, path) {
    return transformSync(source, { ...options, loader: loaders[extname(path)] ?? 'js', sourcefile: path });
  },
  getCacheKey(source, path) {
    return createHash('sha256')
      .update(JSON.stringify([version, options, path, source]))
      .digest('hex');
  },
};
