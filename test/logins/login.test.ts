import { apiKey } from '../../src/clockify/apiKey';
import { type Login, Logins } from '../../src/logins/login';
import type { Store } from '../../src/store/store';

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

let held: Map<string, string>;
let locked: string[];

/** The logins of a new execution over what is stored. */
function logins(): Logins {
  const store: Store = {
    get: (name) => held.get(name) ?? null,
    set: (name, value) => void held.set(name, value),
    setAll: (values) => {
      for (const [name, value] of Object.entries(values)) held.set(name, value);
    },
    delete: (name) => void held.delete(name),
    all: () => Object.fromEntries(held),
  };
  const lock = {
    hold<T>(work: () => T): T {
      locked.push('held');
      return work();
    },
  };
  return new Logins([{ owner: 'person', store, lock }]);
}

beforeEach(() => {
  held = new Map();
  locked = [];
});

const stored = () => JSON.parse(held.get('login.one') ?? 'null');

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
  held.set('login.old', JSON.stringify({ ...old, id: 'old' }));
  held.set('login.new', JSON.stringify({ ...old, id: 'new', version: 2 }));
  held.set('login.broken', '{');
  expect(
    logins()
      .all()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['old', 'one']);
  expect(held.has('login.new')).toBe(true);
});

test('what another execution changed is seen under the lock', () => {
  const mine = logins();
  mine.save(login);
  expect(mine.get('one').name).toBe('Agency key');
  logins().save({ ...login, name: 'Renamed' });
  expect(mine.hold('person', () => mine.get('one').name)).toBe('Renamed');
  expect(locked).toEqual(['held']);
});
