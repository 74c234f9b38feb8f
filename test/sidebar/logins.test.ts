import {
  choiceName,
  isOwn,
  namesake,
  ownLoginsOf,
  readersOf,
  regionName,
  replaceable,
  usesOf,
} from '../../src/sidebar/model/logins';
import { login, query, view } from './views';

const person = (id: string, user: { id: string; name: string; email: string }) => ({
  ...login(id, ['w1']),
  user,
});
const mara = { id: 'u1', name: 'Mara Lind', email: 'mara@lumen.example' };
const other = { id: 'u2', name: 'Mara Lind', email: 'mara@harbour.example' };
const of = (name: string, ...accounts: [string, string][]) =>
  view(name, {
    query: query({
      accounts: accounts.map(([id, workspace]) => ({ login: id, workspace, name: workspace })),
    }),
  });

test('two people of one name are told apart by their addresses, two keys of one person are not', () => {
  const first = person('a', mara);
  const second = person('b', other);
  const again = person('c', mara);
  expect(namesake(first, [first, second, again])?.id).toBe('b');
  expect(namesake(first, [first, again])).toBeNull();
  expect(choiceName(first, [first, second])).toBe('a (mara@lumen.example)');
  expect(choiceName(first, [first, again])).toBe('a');
});

test('the same id in another region is another person', () => {
  const here = person('a', mara);
  const there = { ...person('b', mara), region: 'eu' };
  expect(namesake(here, [here, there])?.id).toBe('b');
});

test('a region is called by its name, a sub-domain by its address', () => {
  expect(regionName('eu')).toBe('EU (Germany)');
  expect(regionName('acme')).toBe('acme.clockify.me');
});

test('the queries of a login are those that read any account with it', () => {
  const views = [of('One', ['a', 'w1']), of('Two', ['b', 'w1'], ['a', 'w2']), of('Three', ['b', 'w1'])];
  expect(usesOf('a', views).map(({ name }) => name)).toEqual(['One', 'Two']);
  expect(readersOf('a', 'w2', views).map(({ name }) => name)).toEqual(['Two']);
});

test('a key can be replaced of the logins read with that are ours, else of any of ours', () => {
  const shared = { ...login('s', ['w1']), owner: 'spreadsheet' as const };
  const logins = [login('a', ['w1']), login('b', ['w1']), shared];
  expect(isOwn(shared)).toBe(false);
  expect(replaceable([{ login: 'b' }, { login: 's' }], logins)).toEqual(['b']);
  expect(replaceable([{ login: 's' }], logins)).toEqual(['a', 'b']);
  expect(ownLoginsOf([{ login: 's' }], logins)).toEqual([]);
});
