import { Place } from './place';

let place: Place;

beforeEach(() => {
  place = new Place();
});

/** Changes one hexadecimal digit. */
function altered(text: string, at: number): string {
  const digit = text[at] === '0' ? '1' : '0';
  return text.slice(0, at) + digit + text.slice(at + 1);
}

describe('a sealed text', () => {
  test('is opened by another execution in the same spreadsheet', () => {
    const text = '{"name":"Änne ✓ 😀","key":"secret"}';
    const sealed = place.seal().seal('one', text);
    expect(place.seal().open('one', sealed)).toBe(text);
  });

  test('shows nothing of what it holds, and is another each time', () => {
    const [first, second] = [place.seal().seal('one', 'secret'), place.seal().seal('one', 'secret')];
    expect(first).not.toBe(second);
    expect(Buffer.from(first.slice(2), 'hex').toString('latin1')).not.toContain('secret');
  });

  test('is not opened under another name', () => {
    const sealed = place.seal().seal('one', 'secret');
    expect(place.seal().open('two', sealed)).toBeNull();
  });

  test('is not opened in another spreadsheet', () => {
    const sealed = place.seal().seal('one', 'secret');
    place.spreadsheet = 'another';
    expect(place.seal().open('one', sealed)).toBeNull();
  });

  test('is not opened once any of it was altered', () => {
    const sealed = place.seal().seal('one', 'secret');
    const opened = [...sealed].map((_, at) => place.seal().open('one', altered(sealed, at)));
    expect(opened.every((text) => text === null)).toBe(true);
    expect(place.seal().open('one', sealed.slice(0, -2))).toBeNull();
    expect(place.seal().open('one', '1.')).toBeNull();
    expect(place.seal().open('one', '')).toBeNull();
  });

  test('is not opened by another script, nor by one that has no secret yet', () => {
    const sealed = place.seal().seal('one', 'secret');
    const other = new Place();
    expect(other.seal().open('one', sealed)).toBeNull();
    other.seal().seal('x', 'y');
    other.store('script').set('sealing-secret', 'ff'.repeat(32));
    expect(other.seal().open('one', sealed)).toBeNull();
  });
});

test('the secret has 32 bytes, is made once and under the lock of the script', () => {
  place.seal().seal('one', 'a');
  const secret = place.store('script').get('sealing-secret');
  place.seal().seal('two', 'b');
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(place.store('script').get('sealing-secret')).toBe(secret);
  expect(place.held).toEqual(['lock of script']);
});
