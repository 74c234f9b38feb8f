import { majorUnits, toCell } from '../../src/rows/cell';
import { writeText } from '../../src/rows/text';

test('minor units become major units once', () => {
  expect(majorUnits(13_050)).toBe(130.5);
  expect(toCell('money', 11_167)).toBe(111.67);
});

test('a duration is a fraction of a day, decimal hours are hours', () => {
  expect(toCell('duration', 5400)).toBe(0.0625);
  expect(toCell('hours', 5400)).toBe(1.5);
});

test('0 and false are values, nothing is an empty cell', () => {
  expect([toCell('money', 0), toCell('boolean', false), toCell('text', null)]).toEqual([0, false, '']);
});

test.each(['=1+1', '+1', '-5', '@sum', '007', '1/2', 'TRUE', "'quoted", '\t=1', 'Acme'])(
  '%j is marked as text',
  (text) => {
    expect(writeText(text)).toBe(`'${text}`);
  },
);

test('an empty text is an empty cell', () => {
  expect(writeText('')).toBe('');
});

test('a text that no cell can hold is cut, and shows it', () => {
  const written = writeText('x'.repeat(60_000));
  expect(written.length).toBeLessThanOrEqual(50_000);
  expect(written.endsWith('…')).toBe(true);
});

test('the character that no cell can hold is left out', () => {
  expect(writeText('a\u0000b')).toBe("'ab");
});
