import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file as a whole or, when it holds that already, not at all: commands and tests that run side by side build the
 * same files, and none may find one of them gone or half written. What is being written is called `….new`.
 */
export function put(path, content) {
  const bytes = Buffer.from(content);
  if (contentOf(path)?.equals(bytes)) return;
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.new`;
  writeFileSync(beside, bytes);
  renameSync(beside, path);
}

function contentOf(path) {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
