import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const cipher = 'aes-256-gcm';
const [ivLength, tagLength, keyLength] = [12, 16, 32];

/** A secret of this copy of the project, kept in a file that only its owner reads, and what is sealed with it. */
export class LocalSecret {
  constructor(private readonly path: string) {}

  /** Texts sealed with it can be opened where the same secret is. The first makes the secret. */
  seal(text: string): string {
    const iv = randomBytes(ivLength);
    const sealing = createCipheriv(cipher, this.read() ?? this.make(), iv);
    const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
    return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString('base64');
  }

  /** The text that was sealed; null where it was sealed with another secret, or isn't as it was. */
  open(sealed: string): string | null {
    const key = this.read();
    const bytes = Buffer.from(sealed, 'base64');
    if (key === null || bytes.length < ivLength + tagLength) return null;
    const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivLength));
    opening.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
    try {
      return opening.update(bytes.subarray(ivLength + tagLength), undefined, 'utf8') + opening.final('utf8');
    } catch {
      return null;
    }
  }

  private read(): Buffer | null {
    try {
      const key = Buffer.from(readFileSync(this.path, 'utf8'), 'base64');
      return key.length === keyLength ? key : null;
    } catch {
      return null;
    }
  }

  private make(): Buffer {
    const key = randomBytes(keyLength);
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(this.path, key.toString('base64'), { mode: 0o600 });
    return key;
  }
}
