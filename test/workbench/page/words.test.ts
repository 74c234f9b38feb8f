import { readPageWords } from '../../../workbench/page/words';

test('without a word: the demo, a port that is free, nothing kept', () => {
  expect(readPageWords([])).toEqual({
    port: undefined,
    clockify: 'demo',
    workbook: undefined,
    locale: 'en_US',
  });
});

test.each([
  [['--port', 'many']],
  [['--port', '70000']],
  [['--live', '--clockify', 'http://127.0.0.1:1']],
  [['--clockify', 'clockify.me']],
  [['--locale', 'fr_FR']],
  [['--colour']],
  [['page']],
])('%j is refused', (words) => {
  expect(() => readPageWords(words)).toThrow();
});
