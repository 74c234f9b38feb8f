import { found, merged } from '../../src/actions/values/merged';

const value = (id: string, name: string, apart: string | null = null, archived = false) => ({
  id,
  name,
  apart,
  archived,
});

test('values of accounts are one list by name, whatever the case, and the same whichever account comes first', () => {
  const one = { account: 'One', values: [value('1', 'beta'), value('2', 'Alpha')] };
  const two = { account: 'Two', values: [value('3', 'Gamma'), value('4', 'alpha', 'Acme')] };
  expect(merged([one, two]).map(({ id }) => id)).toEqual(['2', '4', '1', '3']);
  expect(merged([two, one])).toEqual(merged([one, two]));
});

test('what looks alike in two accounts is told apart by them; what is two in one account stays', () => {
  const lists = [
    { account: 'One', values: [value('1', 'Support', 'Acme'), value('2', 'Support', 'Beta')] },
    { account: 'Two', values: [value('3', 'support', 'Acme'), value('4', 'Internal')] },
  ];
  expect(merged(lists).map(({ id, apart }) => [id, apart])).toEqual([
    ['4', null],
    ['1', 'Acme, One'],
    ['2', 'Beta'],
    ['3', 'Acme, Two'],
  ]);
});

test('what is in use in one account is in use, though it is archived in another', () => {
  const lists = [
    { account: 'One', values: [value('1', 'Ann', 'a@x', true)] },
    { account: 'Two', values: [value('1', 'Ann', 'a@x')] },
  ];
  expect(merged(lists)).toEqual([value('1', 'Ann', 'a@x')]);
});

test('a search looks at names and at what tells them apart', () => {
  const all = [value('1', 'Support', 'Acme'), value('2', 'Sales', 'Beta')];
  expect(found(all, ' ACM ').map(({ id }) => id)).toEqual(['1']);
  expect(found(all, '')).toEqual(all);
  expect(found(all, 's(').map(({ id }) => id)).toEqual([]);
});
