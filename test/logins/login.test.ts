import { apiKey } from '../../src/clockify/apiKey';
import type { Login } from '../../src/logins/login';
import type { Logins } from '../../src/logins/logins';
import { Place } from './place';

const KEY = 'KEYkeyKEYkeyKEYkeyKEYkeyKEYkeyKEYkeyKEYkeyKEYkey';

const login: Login = {
  id: 'one',
  name: 'Agency key',
  region: 'global',
  user: { id: 'u', name: 'Ana', email: 'ana@example.com' },
  timeZone: 'Europe/Berlin',
  weekStart: 'MONDAY',
  activeWorkspace: null,
  addedAt: 2,
  owner: 'person',
  sharedBy: null,
  refusedAt: null,
  key: apiKey(KEY),
};

let place: Place;

/** The logins of a new execution over what is stored. */
const logins = (): Logins => place.logins('ana');

beforeEach(() => {
  place = new Place();
});

const held = () => place.store('ana');
const stored = () => JSON.parse(held().get('login.one') ?? 'null');

describe('a login that is saved', () => {
  test('is found by the next execution with its key', () => {
    logins().save(login);
    const found = logins().get('one');
    expect({ ...found, key: found.key.reveal() }).toEqual({ ...login, key: KEY });
  });

  test('says the version of its form', () => {
    logins().save(login);
    expect(stored().version).toBe(1);
  });

  test('never shows its key when it is printed', () => {
    logins().save(login);
    const found = logins().get('one');
    expect(JSON.stringify(found)).not.toContain(KEY);
    expect(`${found.key}`).not.toContain(KEY);
  });

  test('and removed is unknown', () => {
    const mine = logins();
    mine.save(login);
    mine.remove(login);
    expect(() => mine.get('one')).toThrow('You have no such login here');
  });
});

test('logins are listed from the oldest on', () => {
  logins().save(login);
  logins().save({ ...login, id: 'older', addedAt: 1 });
  expect(
    logins()
      .all()
      .map(({ id }) => id),
  ).toEqual(['older', 'one']);
});

test('one from before there were versions is read, one of a newer form is left alone', () => {
  logins().save(login);
  const { version: _, ...old } = stored();
  held().set('login.old', JSON.stringify({ ...old, id: 'old' }));
  held().set('login.new', JSON.stringify({ ...old, id: 'new', version: 2 }));
  held().set('login.broken', '{');
  expect(
    logins()
      .all()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['old', 'one']);
  expect(held().get('login.new')).not.toBeNull();
});

test('what another execution changed is seen under the lock', () => {
  const mine = logins();
  mine.save(login);
  expect(mine.get('one').name).toBe('Agency key');
  logins().save({ ...login, name: 'Renamed' });
  expect(mine.hold('person', () => mine.get('one').name)).toBe('Renamed');
  expect(place.held).toEqual(['lock of ana']);
});
