import fc from 'fast-check';
import { openAsk, sealAnswer } from '../../src/link/page/seal';
import { openText, sealText } from '../../src/seal/gcm';

/* A browser seals by its own WebCrypto, Apps Script by a library: each has to open what the other sealed. */

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((array) => Buffer.from(array).toString('hex'));
const link = fc.record({ id: hex(16), secret: hex(32) });
const nonce = fc.uint8Array({ minLength: 32, maxLength: 32 });
const text = fc.string({ unit: 'binary', maxLength: 60 });

test('what the page seals the add-on opens', async () => {
  await fc.assert(
    fc.asyncProperty(link, text, async (opened, key) => {
      const sealed = await sealAnswer(opened, { key, region: 'eu' });
      expect(JSON.parse(openText(opened.secret, opened.id, sealed) ?? '')).toEqual({ key, region: 'eu' });
    }),
    { numRuns: 50 },
  );
});

test('what the add-on seals the page opens, in one line of what can be seen', async () => {
  const opened = { id: 'ab'.repeat(16), secret: 'cd'.repeat(32) };
  const ask = JSON.stringify({ asker: 'Ana 漢 \u{1f600}', purpose: 'a\u202eb' });
  const sealed = sealText(opened.secret, new Uint8Array(32).fill(7), `${opened.id} ask`, ask);
  expect(await openAsk(opened, sealed)).toEqual({ asker: 'Ana 漢 \u{1f600}', purpose: 'a b' });
});

test('nobody opens it with another secret or under another name, or when a digit of it was changed', () => {
  fc.assert(
    fc.property(link, link, nonce, text, fc.nat(), (own, other, random, content, place) => {
      fc.pre(own.id !== other.id && own.secret !== other.secret);
      const sealed = sealText(own.secret, random, own.id, content);
      const at = 2 + (place % (sealed.length - 2));
      const changed = sealed.slice(0, at) + (sealed[at] === '0' ? '1' : '0') + sealed.slice(at + 1);
      expect(openText(own.secret, own.id, sealed)).toBe(content);
      expect(openText(other.secret, own.id, sealed)).toBeNull();
      expect(openText(own.secret, other.id, sealed)).toBeNull();
      expect(openText(own.secret, own.id, changed)).toBeNull();
      expect(openText(own.secret, own.id, sealed.slice(0, -2))).toBeNull();
    }),
    { numRuns: 100 },
  );
});

test.each(['', '1.', '1.00', 'x', '2.00ff', `1.${'z'.repeat(80)}`])(
  '%j is no sealed text',
  async (sealed) => {
    const opened = { id: 'ab'.repeat(16), secret: 'cd'.repeat(32) };
    expect(openText(opened.secret, opened.id, sealed)).toBeNull();
    expect(await openAsk(opened, sealed)).toBeNull();
  },
);

test('the page seals the same key otherwise each time', async () => {
  const opened = { id: 'ab'.repeat(16), secret: 'cd'.repeat(32) };
  const sealed = await Promise.all([1, 2, 3].map(() => sealAnswer(opened, { key: 'k' })));
  expect(new Set(sealed).size).toBe(3);
  expect(new Set(sealed.map((each) => each.slice(2, 26))).size).toBe(3);
});
