import { fingerprint } from '../../src/table/placed';
import { fieldsUnder, formatsPrint } from '../../src/table/standing';

const known = (titles: string[], fields: string[]) => ({ titles: titles.map(fingerprint), fields });
const placed = known(['Date', 'User', 'Duration'], ['date', 'user', 'duration']);

test.each<[what: string, shown: string[], fields: string[]]>([
  ['as it was written', ['Date', 'User', 'Duration'], ['date', 'user', 'duration']],
  ['of which a column was deleted', ['Date', 'Duration'], ['date', 'duration']],
  ['whose columns were moved', ['Duration', 'Date', 'User'], ['duration', 'date', 'user']],
  ['with a title changed by hand', ['Date', 'Who', 'Duration'], ['date', 'user', 'duration']],
  ['with a title changed and a column deleted', ['Date', 'Who'], ['date', '']],
  [
    'with an unknown title where a column was moved from',
    ['User', 'Who', 'Duration'],
    ['user', '', 'duration'],
  ],
])('the header of a table %s tells the fields under it', (_, shown, fields) => {
  expect(fieldsUnder(shown, placed)).toEqual(fields);
});

test('columns of one title are told apart by their order', () => {
  const twins = known(['Name', 'Name', 'Date'], ['client', 'project', 'date']);
  expect(fieldsUnder(['Date', 'Name', 'Name'], twins)).toEqual(['date', 'project', 'client']);
  expect(fieldsUnder(['Name', 'Name', 'Date'], twins)).toEqual(['client', 'project', 'date']);
});

test('formats that Sheets gives a cell by itself are the same, whatever it calls them', () => {
  expect(formatsPrint(['0.###############', '0.00'])).toBe(formatsPrint(['General', '0.00']));
  expect(formatsPrint(['0.00', 'General'])).not.toBe(formatsPrint(['General', '0.00']));
});
