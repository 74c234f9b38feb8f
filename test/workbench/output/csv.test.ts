import { csv } from '../../../workbench/csv';

const cells = (...line: unknown[]) => ({ shown: [line.map(String)], values: [line] });

test.each([
  ['=1+1', "'=1+1"],
  ['+41 79', "'+41 79"],
  ['-5 apples', "'-5 apples"],
  ['-5', "'-5"],
  ['@sum', "'@sum"],
  ['\tcmd', '"\'\tcmd"'],
  ['\rcmd', '"\'\rcmd"'],
  ['  =1+1', "'  =1+1"],
  ['\uff1d1+1', "'\uff1d1+1"],
  ['\uff0b1', "'\uff0b1"],
  ['\uff0d1', "'\uff0d1"],
  ['\uff20sum', "'\uff20sum"],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
])('the text %j is written as a text: %j', (text, written) => {
  expect(csv(cells(text))).toBe(`${written}\r\n`);
  expect(csv(cells(text, text))).toBe(`${written},${written}\r\n`);
});

test('a number is a number, also a negative one as it is shown', () => {
  expect(csv({ shown: [['-5', '-1.234,50', '-1:30:00']], values: [[-5, -1234.5, -0.0625]] })).toBe(
    '-5,"-1.234,50",-1:30:00\r\n',
  );
});

test('a text stays in its cell where semicolons or tabs separate', () => {
  expect(csv(cells('x;=1+1', 'y\t=1+1'))).toBe('"x;=1+1","y\t=1+1"\r\n');
});

test.each(['plain', "'quoted", '007', 'TRUE', '1=1', ''])('the text %j is as it is', (text) => {
  expect(csv(cells(text, 'end'))).toBe(`${text},end\r\n`);
});

test('raw, every text is as it is', () => {
  expect(csv(cells('=1+1', ' @x', 'a;b', 'say "hi"', 'two\nlines'), { raw: true })).toBe(
    '=1+1, @x,a;b,"say ""hi""","two\nlines"\r\n',
  );
});

test('nothing is nothing', () => {
  expect(csv({ shown: [], values: [] })).toBe('');
});
