import { createHash, randomUUID } from 'node:crypto';
import { digest, sha256 } from '../../src/google/digest';
import { isInstalled } from '../../src/google/installed';
import { randomBytes } from '../../src/google/random';
import { install } from './fakes';

const drawn: string[] = [];

beforeEach(() => {
  drawn.length = 0;
  install({
    Utilities: {
      DigestAlgorithm: { SHA_256: 'SHA_256' },
      Charset: { UTF_8: 'UTF_8' },
      // Bytes are Java's: from -128 to 127.
      computeDigest: (_: unknown, text: string) => [
        ...new Int8Array(createHash('sha256').update(text).digest()),
      ],
      getUuid() {
        drawn.push(randomUUID());
        return drawn[drawn.length - 1];
      },
    },
  });
});

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('a digest is as everybody reckons it, and its short form the first half of it', () => {
  const expected = createHash('sha256').update('Änne ✓').digest('hex');
  expect(hex(sha256('Änne ✓'))).toBe(expected);
  expect(digest('Änne ✓')).toBe(expected.slice(0, 32));
});

test('random bytes are 32, others each time, and of more random bits than they have', () => {
  const [first, second] = [randomBytes(), randomBytes()];
  expect(first).toHaveLength(32);
  expect(hex(first)).not.toBe(hex(second));
  // Of a UUID of version 4, 122 bits are random.
  expect((drawn.length / 2) * 122).toBeGreaterThan(256);
});

describe('an add-on', () => {
  const NONE = {};
  const from = (getInstallationSource: () => unknown) =>
    install({ ScriptApp: { InstallationSource: { NONE }, getInstallationSource } });

  test('that was installed is', () => {
    from(() => ({}));
    expect(isInstalled()).toBe(true);
  });

  test('that is bound to its spreadsheet or a test deployment is not', () => {
    from(() => NONE);
    expect(isInstalled()).toBe(false);
  });

  test('of which that can’t be known counts as not installed', () => {
    from(() => {
      throw new Error('Specified permissions are not sufficient');
    });
    expect(isInstalled()).toBe(false);
  });
});
