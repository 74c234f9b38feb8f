import { apiKey } from '../../src/clockify/apiKey';
import type { Login } from '../../src/logins/login';
import { raise } from '../../src/problems/problem';
import { Place } from './place';

const KEY = 'KEYkeyKEYkeyKEYkeyKEYkeyKEYkeyKEYkeyKEYkeyKEYkey';

const login: Login = {
  id: 'one',
  name: 'Agency',
  region: 'global',
  user: { id: 'u', name: 'Ana', email: 'ana@example.com' },
  timeZone: 'Europe/Berlin',
  weekStart: 'MONDAY',
  activeWorkspace: null,
  addedAt: 1,
  owner: 'person',
  sharedBy: null,
  refusedAt: null,
  key: apiKey(KEY),
};

const SHARING = { name: 'Ana', at: 5 };

let place: Place;

/** Has Ana keep a login and share it in the spreadsheet. */
function share(change: Partial<Login> = {}, person = 'ana'): void {
  const logins = place.logins(person);
  const kept = { ...login, ...change };
  logins.save(kept);
  logins.noteShare(kept.id, SHARING);
  logins.share(kept, SHARING);
}

const namesOf = (person: string) =>
  place
    .logins(person)
    .all()
    .map(({ name, owner }) => [name, owner]);

beforeEach(() => {
  place = new Place();
});

describe('a shared login', () => {
  test('is there once for its owner and once for others, with the same id and key', () => {
    share();
    expect(place.logins('ana').all()).toMatchObject([{ id: 'one', owner: 'person', sharedBy: SHARING }]);
    const [theirs] = place.logins('ben').all();
    expect(theirs).toMatchObject({ id: 'one', owner: 'spreadsheet', sharedBy: SHARING });
    expect(theirs.key.reveal()).toBe(KEY);
    expect(place.logins('ben').get('one').key.reveal()).toBe(KEY);
  });

  test('comes after one’s own, and is told apart by a number where the name is the same', () => {
    share();
    share({ id: 'two', addedAt: 0 }, 'cleo');
    place.logins('ben').save({ ...login, id: 'mine', addedAt: 9 });
    expect(namesOf('ben')).toEqual([
      ['Agency', 'person'],
      ['Agency 2', 'spreadsheet'],
      ['Agency 3', 'spreadsheet'],
    ]);
    expect(place.logins('ben').get('two').name).toBe('Agency 3');
  });

  test('of another is not saved', () => {
    share();
    const ben = place.logins('ben');
    expect(() => ben.mine('one')).toThrow('The login Agency is shared by Ana: nobody else can change it.');
    expect(() => ben.save(ben.get('one'))).toThrow('nobody else can change it');
    expect(place.store('ben').all()).toEqual({});
  });

  test('is nowhere to be read in the spreadsheet', () => {
    share();
    const kept = JSON.stringify(place.document.all());
    for (const word of [KEY, 'Agency', 'Ana', 'ana@example.com']) expect(kept).not.toContain(word);
  });

  test('that its owner’s store doesn’t know of is not shared by them', () => {
    share();
    place.logins('ana').forgetShare('one');
    expect(place.logins('ana').get('one').sharedBy).toBeNull();
    expect(place.logins('ana').all()[0].sharedBy).toBeNull();
    expect(place.logins('ana').unsettled()).toEqual({ renewed: [], ended: ['one'] });
  });

  test('of a store without any isn’t looked for in the script’s', () => {
    place.logins('ana').save(login);
    const read: string[] = [];
    const script = place.store('script');
    const { get } = script;
    script.get = (name) => {
      read.push(name);
      return get(name);
    };
    place.logins('ana').all();
    place.logins('ana').get('one');
    expect(read).toEqual([]);
  });
});

describe('a copy', () => {
  test('follows its owner’s changes', () => {
    share();
    const ana = place.logins('ana');
    ana.save({ ...ana.get('one'), name: 'Renamed', key: apiKey(`${KEY}2`) });
    expect(place.logins('ben').get('one')).toMatchObject({ name: 'Renamed' });
    expect(place.logins('ben').get('one').key.reveal()).toBe(`${KEY}2`);
  });

  test('that a colleague removed isn’t written again', () => {
    share();
    const ana = place.logins('ana');
    const before = ana.get('one');
    place.logins('ben').removeCopy('one');
    ana.save({ ...before, name: 'Renamed' });
    expect(place.logins('ben').all()).toEqual([]);
  });

  test('that is as it should be is left alone', () => {
    share();
    const before = place.document.all();
    expect(place.logins('ana').unsettled()).toEqual({ renewed: [], ended: [] });
    place.logins('ana').renewCopies();
    expect(place.document.all()).toEqual(before);
  });
});

describe('a key that was refused', () => {
  test('is marked for all who share it, and restored for all', () => {
    share();
    place.logins('ana').refuse(place.logins('ana').get('one'), 7);
    expect(place.logins('ana').get('one').refusedAt).toBe(7);
    expect(place.logins('ben').all()[0].refusedAt).toBe(7);
    place.logins('ana').restore(place.logins('ana').get('one'));
    expect(place.logins('ana').all()[0].refusedAt).toBeNull();
    expect(place.logins('ben').get('one').refusedAt).toBeNull();
  });

  test('to a colleague is known to its owner', () => {
    share();
    place.logins('ben').refuse(place.logins('ben').get('one'), 7);
    expect(place.logins('ana').get('one').refusedAt).toBe(7);
    expect(place.store('ben').all()).toEqual({});
  });

  test('works for colleagues with the next key, and not because of another name', () => {
    share();
    const ana = place.logins('ana');
    place.logins('ben').refuse(place.logins('ben').get('one'), 7);
    ana.save({ ...ana.get('one'), name: 'Renamed' });
    expect(place.logins('ben').get('one').refusedAt).toBe(7);
    ana.save({ ...ana.get('one'), key: apiKey(`${KEY}2`) });
    expect(place.logins('ben').get('one').refusedAt).toBeNull();
  });

  test('is marked for colleagues as well when it is shared', () => {
    const ana = place.logins('ana');
    ana.save(login);
    ana.refuse(login, 7);
    share({ refusedAt: 7 });
    expect(place.logins('ben').get('one').refusedAt).toBe(7);
  });

  test('leaves no mark behind when the copy goes', () => {
    share();
    place.logins('ben').refuse(place.logins('ben').get('one'), 7);
    place.logins('ben').use(place.logins('ben').get('one'));
    place.logins('ben').removeCopy('one');
    expect(place.document.all()).toEqual({});
  });
});

describe('the last use', () => {
  test('is written once an hour', () => {
    const ana = place.logins('ana');
    ana.save(login);
    ana.use(login);
    const first = place.now;
    place.now += 3_599_000;
    ana.use(login);
    expect(ana.lastUsed()).toEqual(new Map([['one', first]]));
    place.now += 2000;
    ana.use(login);
    expect(ana.lastUsed()).toEqual(new Map([['one', place.now]]));
  });

  test('of a shared login is anybody’s', () => {
    share();
    place.logins('ben').use(place.logins('ben').get('one'));
    expect(place.logins('ana').lastUsed()).toEqual(new Map([['one', place.now]]));
    expect(place.store('ben').all()).toEqual({});
  });

  test('that there is no room for keeps nobody from using it', () => {
    const full = place.store('ana');
    place.logins('ana').save(login);
    full.set = () => raise({ code: 'store-full', scope: {}, title: 'Full.', remedy: '', retry: 'never' });
    place.logins('ana').use(login);
    expect(place.logins('ana').lastUsed()).toEqual(new Map());
  });
});
