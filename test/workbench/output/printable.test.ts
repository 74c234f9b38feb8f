import { jsonLine, printable } from '../../../workbench/printable';

const hostile = [
  '\u001b[2J',
  '\u009b31m',
  '\u0007',
  '\u202eevil\u202c',
  '\u2066x\u2069',
  '\u0000',
  '\u200f',
  '\u2028',
  '\r',
];
const controls = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

test.each(hostile)('%j loses what a terminal would obey', (text) => {
  expect(printable(`a${text}b`)).not.toMatch(controls);
});

test.each(hostile)('%j means the same in a line of JSON, and is shown by escapes', (text) => {
  expect(jsonLine({ text })).not.toMatch(controls);
  expect(JSON.parse(jsonLine({ text }))).toEqual({ text });
});

test.each(['שלום', 'e\u0301', '👩‍👩‍👧', '日本', 'tab\tline\n'])('%s is as it is', (text) => {
  expect(printable(text)).toBe(text);
});
