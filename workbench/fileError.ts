import { accessSync, constants, existsSync, rmSync, statSync, writeFileSync } from 'node:fs';

const known: Record<string, string> = {
  ENOENT: 'no such file or directory',
  ENOTDIR: 'a part of the path is no directory',
  EISDIR: 'it is a directory',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the name is too long',
};

/** Why a file couldn't be read or written, in words that go on a sentence. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return known[code ?? ''] ?? message;
}

/** Throws what keeps a file from being written, before there is anything to write. Leaves no trace. */
export function assertWritable(path: string): void {
  if (existsSync(path)) {
    if (!statSync(path).isFile()) throw Object.assign(new Error('it is no file'), { code: 'EISDIR' });
    accessSync(path, constants.W_OK);
  }
  const beside = `${path}.${process.pid}.tmp`;
  writeFileSync(beside, '', { mode: 0o600 });
  rmSync(beside);
}
