import { readPageArgs } from '../../../workbench/page/args';

test('without an argument: the demo, a port that is free, nothing kept', () => {
  expect(readPageArgs([])).toEqual({
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
])('%j is refused', (args) => {
  expect(() => readPageArgs(args)).toThrow();
});

test('--help asks for nothing else', () => {
  expect(readPageArgs(['--help', '--port', '1'])).toBeNull();
});
