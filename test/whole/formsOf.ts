/**
 * A text as it might stand somewhere without looking like itself: backwards, in base64 wherever it begins, in hexadecimal, percent
 * signs, entities, escapes, or as a list of its bytes. Those of base64 leave out the letters that depend on what is beside it.
 */
export function formsOf(text: string): [form: string, written: string][] {
  const bytes = Buffer.from(text);
  const hex = bytes.toString('hex');
  const codes = [...bytes];
  return [
    ['as it is', text],
    ['in capitals', text.toUpperCase()],
    ['in small letters', text.toLowerCase()],
    ['backwards', [...text].reverse().join('')],
    ...[0, 1, 2].map((before): [string, string] => {
      const whole = Buffer.concat([Buffer.alloc(before), bytes])
        .toString('base64')
        .replace(/=+$/, '');
      return [`in base64, ${before} bytes in`, whole.slice(before === 0 ? 0 : 4, -3)];
    }),
    [
      'in base64 backwards',
      Buffer.from(hex, 'hex').reverse().toString('base64').replace(/=+$/, '').slice(0, -3),
    ],
    ['in hexadecimal', hex],
    ['in hexadecimal capitals', hex.toUpperCase()],
    ['in percent signs', codes.map((code) => `%${code.toString(16)}`).join('')],
    ['in escapes', codes.map((code) => `\\u00${code.toString(16)}`).join('')],
    ['in entities', codes.map((code) => `&#${code};`).join('')],
    ['as bytes', codes.join()],
    ['in UTF-16', Buffer.from(text, 'utf16le').toString('hex')],
    ['letter by letter', [...text].join(' ')],
  ];
}
