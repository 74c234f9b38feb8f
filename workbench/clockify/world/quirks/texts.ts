/** Descriptions that a spreadsheet or a page would like to turn into something else. */
export const texts: string[] = [
  '=1+1',
  '+41 79 000 00 00',
  '-5',
  '@sum',
  "'quoted",
  '007',
  '1/2',
  'TRUE',
  '1,5',
  '36:15',
  '<img src=x onerror=alert(1)>',
  'tab\there, line\nthere',
  'party 🎉 👩‍👩‍👧 e\u0301',
  'שלום עולם',
  'left \u202Eright\u202C left \u200Fmark',
  '=HYPERLINK("https://example.invalid","x")',
  '1e5',
  '2026-02-30',
  '€ 12.50',
  '  spaces around  ',
  '""',
  'null',
  '\u0000 null character',
  '{"json": [1, 2]}',
];

/** One character more than a cell of a spreadsheet holds, several times over: 60,000. */
export const veryLong = 'long '.repeat(12_000);
